using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Help;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.Tests.Support;
using Xunit;
using static CognitoPS.Tests.Conventions.TheModule;

namespace CognitoPS.Tests.Conventions;

public partial class CmdletConventions
{
    private static readonly HashSet<string> ApprovedVerbs =
    [
        .. typeof(VerbsCommon)
            .Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Name.StartsWith("Verbs", StringComparison.Ordinal) && type.IsAbstract && type.IsSealed)
            .SelectMany(type => type.GetFields())
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets_sorted()
    {
        IReadOnlyList<string> exported = Manifest.Read(Repository.In("CognitoPS.psd1")).List("CmdletsToExport");
        Assert.Equal(AllCmdlets.Select(NameOf), exported);
    }

    [Fact]
    public void Verbs_are_approved() =>
        Offenders.None(
            AllCmdlets.Select(NameOf).Where(name => !ApprovedVerbs.Contains(name[..name.IndexOf('-')])),
            "Verbs are of the approved ones."
        );

    [Fact]
    public void Nouns_begin_with_Cognito_and_are_singular() =>
        Offenders.None(
            AllCmdlets.Where(cmdlet => !SingularCognitoNoun().IsMatch(AttributeOf(cmdlet).NounName)).Select(NameOf),
            "Nouns are Cognito and a singular."
        );

    [Fact]
    public void Each_cmdlet_is_a_sealed_class_in_a_file_of_its_area_and_name() =>
        Offenders.None(
            AllCmdlets
                .Where(cmdlet =>
                {
                    CmdletAttribute attribute = AttributeOf(cmdlet);
                    string area = cmdlet.Namespace!["CognitoPS.Cmdlets".Length..].TrimStart('.');
                    return !cmdlet.IsSealed
                        || cmdlet.Name != $"{attribute.VerbName}{attribute.NounName}Command"
                        || area.Length == 0
                        || !File.Exists(Repository.In("src", "CognitoPS", "Cmdlets", area, cmdlet.Name + ".cs"));
                })
                .Select(cmdlet => $"{NameOf(cmdlet)} ({cmdlet.FullName})"),
            "A cmdlet is a sealed class <Verb><Noun>Command in Cmdlets/<Area>/<Verb><Noun>Command.cs."
        );

    [Fact]
    public void Each_cmdlet_says_what_it_does() =>
        Offenders.None(
            AllCmdlets
                .Where(cmdlet =>
                    Comments.Summary(cmdlet).IsEmpty || Comments.Remarks(cmdlet).All(paragraph => OperationsNote().IsMatch(paragraph.Plain))
                )
                .Select(NameOf),
            "A cmdlet's class has <summary>, and <remarks> with more than the operations behind it."
        );

    [Fact]
    public void Each_cmdlet_has_two_examples_that_say_what_they_show() =>
        Offenders.None(
            AllCmdlets
                .Where(cmdlet =>
                    Comments.Examples(cmdlet) is not { Count: >= 2 } examples
                    || examples.Any(example => example.Title.IsEmpty || !example.Code.Contains(NameOf(cmdlet), StringComparison.Ordinal))
                )
                .Select(NameOf),
            "A cmdlet's class has two <example>s, each a text and a <code> with the cmdlet in it."
        );

    [Fact]
    public void Each_parameter_is_described() =>
        Offenders.None(
            AllParameters.Where(parameter => Comments.Summary(parameter.Property).IsEmpty).Select(parameter => parameter.Name),
            "A parameter has a <summary>."
        );

    [Fact]
    public void The_operations_that_the_notes_name_exist()
    {
        HashSet<string> operations =
        [
            .. typeof(IAmazonCognitoIdentityProvider)
                .GetMethods()
                .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
                .Select(method => method.Name[..^5]),
        ];
        Offenders.None(
            from cmdlet in AllCmdlets
            from note in Comments.Remarks(cmdlet)
            let match = OperationsNote().Match(note.Plain)
            where match.Success
            from operation in match.Groups[1].Value.Split(", ")
            where !operations.Contains(operation)
            select $"{NameOf(cmdlet)}: {operation}",
            "Remarks that begin with 'Operations:' name API operations, separated by commas, up to a full stop."
        );
    }

    [Fact]
    public void Removing_asks_unless_told_not_to() =>
        Offenders.None(
            AllCmdlets.Where(cmdlet => AttributeOf(cmdlet) is { VerbName: "Remove", ConfirmImpact: not ConfirmImpact.High }).Select(NameOf),
            "Remove- has ConfirmImpact High."
        );

    [Fact]
    public void Cmdlets_have_SupportsShouldProcess_exactly_when_they_ask() =>
        Offenders.None(
            AllCmdlets
                .Where(cmdlet => AttributeOf(cmdlet).SupportsShouldProcess != CallGraph.Reaches(cmdlet, "ShouldProcess"))
                .Select(cmdlet =>
                    $"{NameOf(cmdlet)} ({(AttributeOf(cmdlet).SupportsShouldProcess ? "never calls ShouldProcess" : "calls ShouldProcess without SupportsShouldProcess")})"
                ),
            "SupportsShouldProcess and a call of ShouldProcess go together."
        );

    [Fact]
    public void Cmdlets_that_change_something_ask() =>
        Offenders.NoneBut(
            Tables.NothingToAsk.Keys,
            AllCmdlets
                .Where(cmdlet => Tables.MutatingVerbs.Contains(AttributeOf(cmdlet).VerbName) && !AttributeOf(cmdlet).SupportsShouldProcess)
                .Select(NameOf),
            "A cmdlet that changes something has SupportsShouldProcess."
        );

    [Fact]
    public void Secrets_come_in_as_secure_strings() =>
        Offenders.NoneBut(
            Tables.NotSecret.Keys,
            AllParameters
                .Where(parameter =>
                    SecretName().IsMatch(parameter.Property.Name)
                    && Parts(parameter.Property.PropertyType).Any(type => type == typeof(string) || type == typeof(object))
                )
                .Select(parameter => parameter.Name),
            "A parameter named like a secret is a SecureString or a PSCredential."
        );

    [Fact]
    public void Secure_strings_take_text_too() =>
        Offenders.None(
            AllParameters
                .Where(parameter =>
                    parameter.Property.PropertyType == typeof(System.Security.SecureString)
                    && !parameter.Property.IsDefined(typeof(SecretTextAttribute))
                )
                .Select(parameter => parameter.Name),
            "A SecureString parameter has [SecretText]."
        );

    [Fact]
    public void Settings_take_hashtables() =>
        Offenders.None(
            AllParameters
                .Where(parameter =>
                    Parts(parameter.Property.PropertyType).Any(type => type.Namespace == "Amazon.CognitoIdentityProvider.Model")
                    && parameter.Property.GetCustomAttribute<SettingsAttribute>()?.Target != parameter.Property.PropertyType
                )
                .Select(parameter => parameter.Name),
            "A parameter of a client's settings type T has [Settings(typeof(T))]."
        );

    [Fact]
    public void What_takes_a_hashtable_takes_an_object_with_properties() =>
        Offenders.None(
            AllParameters
                .Where(parameter =>
                    parameter.Property.PropertyType.IsAssignableTo(typeof(System.Collections.IDictionary))
                    && !parameter.Property.IsDefined(typeof(HashtableOrObjectAttribute))
                    && !parameter.Property.IsDefined(typeof(SettingsAttribute))
                )
                .Select(parameter => parameter.Name),
            "A parameter that takes a hashtable has [HashtableOrObject] or [Settings(…)]: ConvertFrom-Json makes objects."
        );

    [Fact]
    public void No_type_of_the_AWS_runtime_is_in_a_parameter() =>
        Offenders.None(
            AllParameters
                .Where(parameter => Parts(parameter.Property.PropertyType).Any(type => type.Assembly.GetName().Name == "AWSSDK.Core"))
                .Select(parameter => parameter.Name),
            "No parameter has a type of AWSSDK.Core."
        );

    // Every pool has a Name and many things have a Description: a parameter that takes them from the pipeline by these names would take
    // another thing's.
    [Fact]
    public void No_parameter_takes_another_things_name_from_the_pipeline() =>
        Offenders.None(
            AllParameters
                .Where(parameter =>
                    parameter.Property.GetCustomAttributes<ParameterAttribute>().Any(attribute => attribute.ValueFromPipelineByPropertyName)
                    && (parameter.Property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [])
                        .Append(parameter.Property.Name)
                        .Any(name => name is "Name" or "Description" or "Status")
                )
                .Select(parameter => parameter.Name),
            "A parameter that binds by property name is not called Name, Description or Status, nor has that as an alias."
        );

    [Fact]
    public void Output_is_of_the_modules_own_types() =>
        Offenders.NoneBut(
            Tables.ForeignOutput.Keys,
            from cmdlet in AllCmdlets
            from attribute in cmdlet.GetCustomAttributes<OutputTypeAttribute>()
            from output in attribute.Type
            where !OutputTypes.Contains(output.Type)
            select $"{NameOf(cmdlet)} writes {output.Name}",
            "[OutputType] names types in the namespace CognitoPS."
        );

    [GeneratedRegex("^Cognito([A-Z]\\w*)?(?<!(?<![sui])s)$")]
    private static partial Regex SingularCognitoNoun();

    [GeneratedRegex(@"^Operations?: ([^.]+)\.")]
    private static partial Regex OperationsNote();

    [GeneratedRegex("(Password|Secret|SecretKey|Token|Code|Session|Answer)s?$")]
    private static partial Regex SecretName();
}
