using System.Management.Automation;
using System.Reflection;
using CognitoPS.Help;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Tests.Conventions;

/// <summary>What the conventions are checked on.</summary>
internal static class TheModule
{
    public static Assembly Assembly { get; } = typeof(AsyncCommand).Assembly;

    /// <summary>All cmdlets.</summary>
    public static IReadOnlyList<Type> AllCmdlets { get; } =
    [
        .. Assembly
            .GetTypes()
            .Where(type => !type.IsAbstract && type.IsDefined(typeof(CmdletAttribute)))
            .OrderBy(NameOf, StringComparer.Ordinal),
    ];

    /// <summary>All types that come out of the pipeline.</summary>
    public static IReadOnlyList<Type> OutputTypes { get; } =
    [
        .. Assembly
            .GetTypes()
            .Where(type => type.IsPublic && type.Namespace == "CognitoPS")
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static DocComments Comments { get; } = new(Path.Combine(AppContext.BaseDirectory, "CognitoPS.xml"));

    public static CmdletAttribute AttributeOf(Type cmdlet) => cmdlet.GetCustomAttribute<CmdletAttribute>()!;

    public static string NameOf(Type cmdlet) => $"{AttributeOf(cmdlet).VerbName}-{AttributeOf(cmdlet).NounName}";

    /// <summary>A cmdlet's parameters, those of its bases too, but for what it hides of them.</summary>
    public static IEnumerable<PropertyInfo> Parameters(Type cmdlet) =>
        cmdlet
            .GetProperties()
            .Where(property =>
                property.IsDefined(typeof(ParameterAttribute))
                && property.DeclaringType == BoundSettings.PropertyOf(cmdlet, property.Name)?.DeclaringType
            );

    /// <summary>Every parameter of every cmdlet, with a name for failures.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property)> AllParameters =>
        AllCmdlets.SelectMany(cmdlet => Parameters(cmdlet).Select(property => ($"{NameOf(cmdlet)} -{property.Name}", property)));

    /// <summary>The types that a type is made of: itself, what it is a list or nullable of.</summary>
    public static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GenericTypeArguments.SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
        : [type];
}
