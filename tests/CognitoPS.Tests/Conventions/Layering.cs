using System.Reflection;
using System.Text.RegularExpressions;

namespace CognitoPS.Tests.Conventions;

/// <summary>Which namespaces of an assembly may use which: each knows only those of the layers below its own.</summary>
/// <remarks>Read from the metadata and the code of all members. A constant leaves no trace there: it is copied where it is used.</remarks>
/// <param name="assembly">What is looked at.</param>
/// <param name="root">The namespace that the names below begin with; what lies outside it is not looked at.</param>
/// <param name="layers">
/// From the ground up. A name stands for the namespace of that name and those inside it; "" for the root alone. The names of one layer do
/// not know one another.
/// </param>
internal sealed class Layering(Assembly assembly, string root, params string[][] layers)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Each member that uses a type it must not know, and each namespace that has no layer.</summary>
    public IEnumerable<string> Offenders()
    {
        foreach (Type type in assembly.GetTypes().Where(IsInside))
        {
            string user = NameOf(type);
            if (LayerOf(user) < 0)
                yield return $"{type.Namespace} has no layer";
            foreach ((string member, Type used) in Uses(type))
            {
                string name = used.Assembly == assembly && IsInside(used) ? NameOf(used) : user;
                if (name != user && LayerOf(name) >= LayerOf(user))
                    yield return $"{Readable(type, member)} ({Show(user)}) uses {Readable(used, "")} ({Show(name)})";
            }
        }
    }

    private bool IsInside(Type type) =>
        type.Namespace is { } name && (name == root || name.StartsWith(root + ".", StringComparison.Ordinal));

    /// <summary>The name in the table that a type's namespace belongs to; the namespace itself where there is none.</summary>
    private string NameOf(Type type)
    {
        string inside = type.Namespace!.Length == root.Length ? "" : type.Namespace[(root.Length + 1)..];
        return layers
                .SelectMany(layer => layer)
                .Where(name => name == inside || (name.Length > 0 && inside.StartsWith(name + ".", StringComparison.Ordinal)))
                .MaxBy(name => name.Length)
            ?? inside;
    }

    private int LayerOf(string name) => Array.FindIndex(layers, layer => layer.Contains(name));

    private static IEnumerable<(string Member, Type Used)> Uses(Type type)
    {
        IEnumerable<Type> ofType =
        [
            .. type.BaseType is { } parent ? new[] { parent } : [],
            .. type.GetInterfaces(),
            .. type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()),
            .. AttributesOf(type),
        ];
        IEnumerable<(string, Type)> ofFields = type.GetFields(Declared)
            .SelectMany(field => AttributesOf(field).Append(field.FieldType).Select(used => ("." + field.Name, used)));
        IEnumerable<(string, Type)> ofMethods = type.GetMembers(Declared)
            .OfType<MethodBase>()
            .SelectMany(method => OfMethod(method).Select(used => ("." + method.Name, used)));
        IEnumerable<(string, Type)> ofProperties = type.GetProperties(Declared)
            .SelectMany(property => AttributesOf(property).Select(used => ("." + property.Name, used)));
        return ofType
            .Select(used => ("", used))
            .Concat(ofFields)
            .Concat(ofProperties)
            .Concat(ofMethods)
            .SelectMany(use => PartsOf(use.Item2).Select(part => (use.Item1, part)))
            .Distinct();
    }

    private static IEnumerable<Type> OfMethod(MethodBase method) =>
        [
            .. AttributesOf(method),
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method is MethodInfo { ReturnType: var returned } ? new[] { returned } : [],
            .. method.IsGenericMethod ? method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()) : [],
            .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
            .. method
                .GetMethodBody()
                ?.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
                .Select(clause => clause.CatchType!)
                ?? [],
            .. Instructions.MembersIn(method).SelectMany(OfMember),
        ];

    private static IEnumerable<Type> OfMember(MemberInfo member)
    {
        if (member is Type type)
            yield return type;
        if (member.DeclaringType is { } declaring)
            yield return declaring;
        if (member is FieldInfo field)
            yield return field.FieldType;
        if (member is MethodInfo { IsGenericMethod: true } method)
        {
            foreach (Type argument in method.GetGenericArguments())
                yield return argument;
        }
    }

    private static IEnumerable<Type> AttributesOf(MemberInfo member) =>
        member.GetCustomAttributesData().Select(attribute => attribute.AttributeType);

    private static IEnumerable<Type> PartsOf(Type type) =>
        type.HasElementType ? PartsOf(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(PartsOf).Prepend(type.GetGenericTypeDefinition())
        : [type];

    /// <summary>A member's name as the code has it: what the compiler made of a lambda or an iterator counts to its method.</summary>
    private static string Readable(Type type, string member)
    {
        string name = (type.FullName ?? type.Name).Replace('+', '.') + member;
        return Regex.Replace(Regex.Replace(name, @"\.<>c(__DisplayClass[\d_]+)?", ""), @"<(\w+)>[\w|]+(\.MoveNext)?", "$1");
    }

    private static string Show(string name) => name.Length == 0 ? "root" : name;
}
