using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace CognitoPS.Settings;

/// <summary>Carries a cmdlet's bound parameters over to the members of a request that have their names.</summary>
internal static class BoundSettings
{
    /// <summary>Sets what was named: structures are merged, lists replaced, and lists edited by the parameters that say so.</summary>
    /// <exception cref="Pipeline.CognitoException">InvalidSetting, NullInList, UnknownSetting.</exception>
    public static void Apply(PSCmdlet cmdlet, object request)
    {
        IReadOnlyDictionary<string, PropertyInfo> members = SettingMembers.Of(request.GetType());
        foreach (KeyValuePair<string, object> parameter in cmdlet.MyInvocation.BoundParameters)
        {
            if (members.TryGetValue(parameter.Key, out PropertyInfo? member))
                member.SetValue(request, SettingTree.Merge(member.GetValue(request), SettingConverter.Convert(parameter.Value, member.PropertyType, member.Name)));
            else if (cmdlet.GetType().GetProperty(parameter.Key)?.GetCustomAttribute<ListEditAttribute>() is { } edit)
                Edit(request, edit, parameter.Value, parameter.Key);
        }
    }

    private static void Edit(object owner, ListEditAttribute edit, object value, string path)
    {
        string[] names = edit.Member.Split('.');
        PropertyInfo member = SettingMembers.Of(owner.GetType())[names[0]];
        foreach (string name in names.Skip(1))
        {
            object inner = SettingTree.Copy(member.GetValue(owner)) ?? Activator.CreateInstance(member.PropertyType)!;
            member.SetValue(owner, inner);
            (owner, member) = (inner, SettingMembers.Of(inner.GetType())[name]);
        }

        var list = (IList)(SettingTree.Copy(member.GetValue(owner)) ?? Activator.CreateInstance(member.PropertyType)!);
        foreach (object item in (IList)SettingConverter.Convert(value, member.PropertyType, path)!)
        {
            if (!edit.Adds)
                list.Remove(item);
            else if (!list.Contains(item))
                list.Add(item);
        }

        member.SetValue(owner, list);
    }
}
