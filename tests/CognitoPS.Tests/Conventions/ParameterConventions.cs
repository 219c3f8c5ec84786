using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Security;
using CognitoPS.Pipeline;
using Xunit;
using static CognitoPS.Tests.Conventions.TheModule;

namespace CognitoPS.Tests.Conventions;

/// <summary>The names of parameters and where they stand, as people guess them.</summary>
public class ParameterConventions
{
    private const int ShortestGuess = 5;

    /// <summary>What somebody who has a secret to give may call it.</summary>
    private static readonly string[] SecretNames = ["Password", "Passphrase", "Passcode", "Secret", "Token"];

    [Fact]
    public void A_list_has_its_singular_as_an_alias() =>
        Offenders.None(
            AllParameters
                .Where(parameter =>
                    parameter.Property.Name.EndsWith('s')
                    && IsList(parameter.Property.PropertyType)
                    && !NamesOf(parameter.Property).Contains(parameter.Property.Name[..^1], StringComparer.OrdinalIgnoreCase)
                )
                .Select(parameter => parameter.Name),
            "A parameter that is a list and has a plural name has the singular as an alias."
        );

    [Fact]
    public void No_alias_makes_a_beginning_ambiguous() =>
        Offenders.NoneBut(
            Tables.AmbiguousAliases.Keys,
            from cmdlet in AllCmdlets
            from property in Parameters(cmdlet)
            from alias in NamesOf(property).Skip(1)
            from length in Enumerable.Range(1, alias.Length)
            let beginning = alias[..length]
            where !property.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
            where Resolve(cmdlet, beginning, without: alias).Distinct().Count() == 1
            let taken = Resolve(cmdlet, beginning, without: alias).Single()
            where taken.Name != property.Name && !taken.GetCustomAttributes<ParameterAttribute>().Any(mark => mark.DontShow)
            select $"{NameOf(cmdlet)} -{alias}",
            "No alias takes a beginning away from another parameter."
        );

    [Fact]
    public void What_begins_like_a_secret_holds_one() =>
        Offenders.NoneBut(
            Tables.NoSecretMeant.Keys,
            from cmdlet in AllCmdlets
            from secret in SecretNames
            from length in Enumerable.Range(ShortestGuess, secret.Length - ShortestGuess + 1)
            let found = Resolve(cmdlet, secret[..length])
            where found.Length == 1 && !HoldsSecret(found[0])
            select $"{NameOf(cmdlet)} -{found[0].Name}",
            "No beginning of a secret's name means a parameter that holds none."
        );

    [Fact]
    public void A_cmdlet_that_takes_a_username_and_signs_in_or_up_takes_a_password() =>
        Offenders.None(
            AllCmdlets
                .Where(cmdlet =>
                    AttributeOf(cmdlet) is { VerbName: "Connect" or "Register" or "New", NounName: "CognitoUser" }
                    && Parameters(cmdlet).FirstOrDefault(property => property.Name == "Password")?.PropertyType != typeof(SecureString)
                )
                .Select(NameOf),
            "Who gives a user's name can give a password with it."
        );

    [Fact]
    public void What_stands_behind_a_pool_stands_first_when_the_pool_is_piped() =>
        Offenders.NoneBut(
            Tables.StaysBehind.Keys,
            from cmdlet in AllCmdlets
            where typeof(PoolCommand).IsAssignableFrom(cmdlet) && TakesOneName(cmdlet)
            from property in Parameters(cmdlet)
            from attribute in property.GetCustomAttributes<ParameterAttribute>()
            where attribute.Position == 1 && attribute.ParameterSetName != "Piped"
            where !property.GetCustomAttributes<ParameterAttribute>().Any(other => other.ParameterSetName == "Piped" && other.Position == 0)
            select $"{NameOf(cmdlet)} -{property.Name}",
            "Where a pool can be piped, there is a parameter set in which what is named after it stands first."
        );

    /// <summary>
    /// Where a second value may stand behind the name, or where something is removed, the name must be written: PowerShell would take the
    /// second value for the name.
    /// </summary>
    private static bool TakesOneName(Type cmdlet) =>
        AttributeOf(cmdlet).VerbName != "Remove"
        && !Parameters(cmdlet)
            .SelectMany(property => property.GetCustomAttributes<ParameterAttribute>())
            .Any(attribute => attribute.Position == 2);

    private static bool IsList(Type type) =>
        type.IsArray || type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(SecureString);

    private static bool HoldsSecret(PropertyInfo property) =>
        Parts(property.PropertyType).Any(type => type == typeof(SecureString) || type == typeof(PSCredential));

    private static IEnumerable<string> NamesOf(PropertyInfo property) =>
        (property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []).Prepend(property.Name);

    /// <summary>The parameters that PowerShell takes a beginning for; the one of that name alone where there is one.</summary>
    private static PropertyInfo[] Resolve(Type cmdlet, string beginning, string? without = null)
    {
        (string Name, PropertyInfo Property)[] names =
        [
            .. from property in Parameters(cmdlet) from name in NamesOf(property) where name != without select (name, property),
        ];
        PropertyInfo[] exact =
        [
            .. names.Where(name => name.Name.Equals(beginning, StringComparison.OrdinalIgnoreCase)).Select(name => name.Property),
        ];
        return exact.Length > 0
            ? exact
            :
            [
                .. names
                    .Where(name => name.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                    .Select(name => name.Property)
                    .DistinctBy(property => property.Name),
            ];
    }
}
