using System.Collections;
using System.Management.Automation;
using System.Reflection;
using CognitoPS.Errors;

namespace CognitoPS.Settings;

/// <summary>A cmdlet's bound parameters, to be carried over to the members of a request that have their names.</summary>
/// <param name="bound">The parameters by name.</param>
/// <param name="declaring">The class whose properties declare them.</param>
internal sealed class BoundSettings(IReadOnlyDictionary<string, object> bound, Type declaring)
{
    /// <summary>
    /// Sets what was named: structures are merged, everything else replaced, and lists edited by the parameters that say so.
    /// </summary>
    /// <exception cref="CognitoException">ContradictingParameters, InvalidSetting, NullInList, UnknownSetting.</exception>
    public void Apply(object request)
    {
        IReadOnlyDictionary<string, PropertyInfo> members = SettingMembers.Of(request.GetType());
        var set = new List<string>();
        foreach (KeyValuePair<string, object> parameter in bound)
        {
            if (!members.TryGetValue(parameter.Key, out PropertyInfo? member) || parameter.Value is ISettingValue)
                continue;
            member.SetValue(
                request,
                SettingTree.Merge(member.GetValue(request), SettingConverter.Convert(parameter.Value, member.PropertyType, member.Name))
            );
            set.Add(member.Name);
        }

        foreach ((string name, SettingPathAttribute shortCut) in Marked<SettingPathAttribute>())
        {
            string root = shortCut.Path.Split('.')[0];
            if (
                set.Contains(root)
                && SettingTree.Read(
                    SettingConverter.Convert(bound[root], members[root].PropertyType, root)!,
                    shortCut.Path.Substring(root.Length).TrimStart('.')
                )
                    is not null
            )
                throw Contradiction($"-{root} and -{name} both set {shortCut.Path}.");
            Type type = SettingTree.TypeAt(request.GetType(), shortCut.Path);
            SettingTree.Write(
                request,
                shortCut.Path,
                SettingTree.Merge(SettingTree.Read(request, shortCut.Path), SettingConverter.Convert(bound[name], type, name))
            );
        }

        foreach (KeyValuePair<string, object> parameter in bound)
        {
            if (parameter.Value is ISettingValue value)
                value.ApplyTo(request, members[parameter.Key].Name);
        }

        foreach ((string name, ListEditAttribute edit) in Marked<ListEditAttribute>())
        {
            if (set.Contains(edit.Path))
                throw Contradiction($"-{edit.Path} replaces the list that -{name} edits.");
            Edit(request, edit, bound[name], name);
        }
    }

    /// <summary>The bound parameters that carry an attribute.</summary>
    public IEnumerable<(string Name, T Mark)> Marked<T>()
        where T : Attribute
    {
        foreach (string name in bound.Keys)
        {
            if (PropertyOf(declaring, name)?.GetCustomAttribute<T>() is { } mark)
                yield return (name, mark);
        }
    }

    /// <summary>The value of a parameter; null where it is not bound.</summary>
    public object? this[string name] => bound.TryGetValue(name, out object? value) ? value : null;

    /// <summary>The property that declares a parameter: the most derived one, where a cmdlet hides its base's.</summary>
    public static PropertyInfo? PropertyOf(Type cmdlet, string name)
    {
        for (Type? type = cmdlet; type is not null; type = type.BaseType)
        {
            if (type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The names and aliases of a cmdlet's parameters that bind by property name.</summary>
    public static HashSet<string> NamesOf(Type cmdlet) =>
        new(
            cmdlet
                .GetProperties()
                .Where(property =>
                    property.GetCustomAttributes<ParameterAttribute>().Any(attribute => attribute.ValueFromPipelineByPropertyName)
                )
                .SelectMany(property => (property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []).Append(property.Name)),
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>An error for parameters that cannot both be meant.</summary>
    public static CognitoException Contradiction(string what) =>
        new("ContradictingParameters", ErrorCategory.InvalidArgument, what, "Specify only one of them.");

    /// <summary>Refuses a whole together with edits of it.</summary>
    /// <exception cref="CognitoException">ContradictingParameters.</exception>
    public void RefuseEditsOf(string whole, params string[] edits)
    {
        if (bound.ContainsKey(whole) && Array.Find(edits, bound.ContainsKey) is { } edit)
            throw Contradiction($"-{whole} replaces the list that -{edit} edits.");
    }

    private static void Edit(object request, ListEditAttribute edit, object value, string parameter)
    {
        Type type = SettingTree.TypeAt(request.GetType(), edit.Path);
        var list = (IList)(SettingTree.Copy(SettingTree.Read(request, edit.Path)) ?? Activator.CreateInstance(type)!);
        foreach (object item in (IList)SettingConverter.Convert(value, type, parameter)!)
        {
            if (!edit.Adds)
                list.Remove(item);
            else if (!list.Contains(item))
                list.Add(item);
        }

        SettingTree.Write(request, edit.Path, list);
    }
}
