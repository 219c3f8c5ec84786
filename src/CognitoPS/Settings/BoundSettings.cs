using System.Collections;
using System.Management.Automation;
using System.Reflection;
using CognitoPS.Pipeline;

namespace CognitoPS.Settings;

/// <summary>Carries a cmdlet's bound parameters over to the members of a request that have their names.</summary>
internal static class BoundSettings
{
    /// <summary>
    /// Sets what was named: structures are merged, everything else replaced, and lists edited by the parameters that say so.
    /// </summary>
    /// <exception cref="CognitoException">ContradictingParameters, InvalidSetting, NullInList, UnknownSetting.</exception>
    public static void Apply(PSCmdlet cmdlet, object request)
    {
        IReadOnlyDictionary<string, PropertyInfo> members = SettingMembers.Of(request.GetType());
        Dictionary<string, object> bound = cmdlet.MyInvocation.BoundParameters;
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

        foreach ((string name, SettingPathAttribute shortCut) in Marked<SettingPathAttribute>(cmdlet))
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

        foreach ((string name, ListEditAttribute edit) in Marked<ListEditAttribute>(cmdlet))
        {
            if (set.Contains(edit.Path))
                throw Contradiction($"-{edit.Path} replaces the list that -{name} edits.");
            Edit(request, edit, bound[name], name);
        }
    }

    /// <summary>The bound parameters that carry an attribute.</summary>
    public static IEnumerable<(string Name, T Mark)> Marked<T>(PSCmdlet cmdlet)
        where T : Attribute
    {
        foreach (string name in cmdlet.MyInvocation.BoundParameters.Keys)
        {
            if (cmdlet.GetType().GetProperty(name)?.GetCustomAttribute<T>() is { } mark)
                yield return (name, mark);
        }
    }

    /// <summary>An error for parameters that cannot both be meant.</summary>
    public static CognitoException Contradiction(string what) =>
        new("ContradictingParameters", ErrorCategory.InvalidArgument, what, "Give only one of them.");

    /// <summary>Refuses a whole together with edits of it.</summary>
    /// <exception cref="CognitoException">ContradictingParameters.</exception>
    public static void RefuseEditsOf(PSCmdlet cmdlet, string whole, params string[] edits)
    {
        Dictionary<string, object> bound = cmdlet.MyInvocation.BoundParameters;
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
