using System.Collections;
using System.Management.Automation;
using System.Reflection;
using Amazon.Runtime.Internal;
using CognitoPS.Errors;

namespace CognitoPS.Settings;

/// <summary>Holds a request against what the API's model says of its members, so that the service need not refuse it.</summary>
internal static class SettingCheck
{
    /// <summary>Finds members that are missing, and values that are too short, too long, too small or too large.</summary>
    /// <param name="request">The request.</param>
    /// <param name="missing">Whether the request is whole, so that what it lacks is missing.</param>
    /// <param name="unchanged">The request that changes nothing, whose own faults are the service's affair.</param>
    /// <exception cref="CognitoException">InvalidSetting, naming every one of them.</exception>
    public static void Check(object request, bool missing = true, object? unchanged = null)
    {
        var problems = new List<string>();
        CheckMembers(request, "", missing, problems);
        var known = new List<string>();
        if (problems.Count > 0 && unchanged is not null)
            CheckMembers(unchanged, "", missing, known);
        problems.RemoveAll(known.Contains);
        if (problems.Count > 0)
            throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"Nothing was sent: {string.Join("; ", problems)}."
            );
    }

    private static void CheckMembers(object owner, string prefix, bool missing, List<string> problems)
    {
        foreach (PropertyInfo member in SettingMembers.Of(owner.GetType()).Values)
        {
            object? value = member.GetValue(owner);
            string path = prefix + member.Name;
            AWSPropertyAttribute? facts = member.GetCustomAttribute<AWSPropertyAttribute>();
            if (value is not null)
                CheckValue(value, path, facts, missing, problems);
            else if (missing && facts is { Required: true })
                problems.Add($"{path} is missing");
        }
    }

    private static void CheckValue(object value, string path, AWSPropertyAttribute? facts, bool missing, List<string> problems)
    {
        switch (value)
        {
            case string text:
                CheckSize(text.Length - text.Count(char.IsLowSurrogate), "characters", path, facts, problems);
                break;
            case int or long:
                CheckSize(Convert.ToInt64(value, null), "", path, facts, problems);
                break;
            case IDictionary map:
                CheckSize(map.Count, "entries", path, facts, problems);
                foreach (DictionaryEntry pair in map)
                    CheckValue(pair.Value!, $"{path}.{pair.Key}", null, missing, problems);
                break;
            case IList list:
                CheckSize(list.Count, "items", path, facts, problems);
                for (int i = 0; i < list.Count; i++)
                    CheckValue(list[i]!, $"{path}[{i}]", null, missing, problems);
                break;
            case not null when SettingMembers.IsStructure(value.GetType()):
                CheckMembers(value, $"{path}.", missing, problems);
                break;
        }
    }

    private static void CheckSize(long size, string unit, string path, AWSPropertyAttribute? facts, List<string> problems)
    {
        if (facts is null || ((!facts.IsMinSet || size >= facts.Min) && (!facts.IsMaxSet || size <= facts.Max)))
            return;
        string range =
            !facts.IsMaxSet ? $"at least {facts.Min}"
            : !facts.IsMinSet ? $"at most {facts.Max}"
            : $"{facts.Min} to {facts.Max}";
        problems.Add(unit.Length == 0 ? $"{path} is {size} and must be {range}" : $"{path} has {size} {unit} and must have {range}");
    }
}
