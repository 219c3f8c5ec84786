using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using CognitoPS.Secrets;
using CognitoPS.Settings;

namespace CognitoPS.Output;

/// <summary>
/// A setting structure of the service client as PowerShell shows it: an object with plain values that has every member. Unset members are
/// $null.
/// </summary>
/// <remarks>
/// So it survives ConvertTo-Json, Export-Clixml and jobs, which the client's classes do not: their enumerations are objects, and only their
/// first level is serialized. <see cref="SettingConverter"/> is the way back.
/// </remarks>
public sealed class SettingObject : PSObject
{
    private static readonly MethodInfo TextMethod = typeof(SettingObject).GetMethod(nameof(TextOf))!;

    // PowerShell asks a property bag for this member before it writes @{…}.
    private SettingObject() => Members.Add(new PSCodeMethod("ToString", TextMethod), preValidated: true);

    /// <summary>A structure.</summary>
    internal static SettingObject? Of(object? structure)
    {
        if (structure is null)
            return null;
        var shown = new SettingObject();
        shown.TypeNames.Insert(0, $"{nameof(CognitoPS)}.{structure.GetType().Name}");
        foreach (PropertyInfo member in SettingMembers.Of(structure.GetType()).Values)
        {
            object? value = member.GetValue(structure);
            shown.Add(member.Name, SettingMembers.IsSecret(member) && value is string secret ? SecureText.Hide(secret) : Plain(value));
        }

        return shown;
    }

    /// <summary>A list of structures.</summary>
    internal static IReadOnlyList<SettingObject> List<T>(IReadOnlyList<T>? structures)
        where T : class => Readable.List(structures?.Select(structure => Of((object)structure)!));

    /// <summary>Structures by name.</summary>
    internal static Dictionary<string, SettingObject> Map<T>(Dictionary<string, T>? structures)
        where T : class => (structures ?? []).ToDictionary(pair => pair.Key, pair => Of((object)pair.Value)!);

    /// <summary>Free-form settings: objects have properties, lists are arrays.</summary>
    internal static object? Of(Document document)
    {
        if (document.IsList())
            return document.AsList().Select(Of).ToArray();
        if (!document.IsDictionary())
            return DocumentSettings.Plain(document);
        var shown = new SettingObject();
        foreach (KeyValuePair<string, Document> member in document.AsDictionary())
            shown.Add(member.Key, Of(member.Value));
        return shown;
    }

    /// <summary>The members that are set, as text.</summary>
    public override string ToString() =>
        Text(Properties.Where(property => property.Value is not null).Select(property => $"{property.Name}: {Text(property.Value)}"));

    /// <summary>The members of an object that are set, as text, for PowerShell.</summary>
    public static string TextOf(PSObject shown) => shown is SettingObject setting ? setting.ToString() : "";

    private static string Text(IEnumerable<string> members) => $"{{{string.Join(", ", members)}}}";

    private static string? Text(object? value) =>
        value switch
        {
            PSObject shown => shown.ToString(),
            bool on => on ? "true" : "false",
            IDictionary map => Text(map.Keys.Cast<object>().Select(key => $"{key}: {Text(map[key])}")),
            IList list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static object? Plain(object? value) =>
        value switch
        {
            ConstantClass constant => constant.Value,
            DateTime date => Timestamp.Of(date),
            MemoryStream bytes => Convert.ToBase64String(bytes.ToArray()),
            Document document => Of(document),
            IDictionary map => map.Keys.Cast<string>().ToDictionary(key => key, key => Plain(map[key])),
            IList list => list.Cast<object?>().Select(Plain).ToArray(),
            not null when SettingMembers.IsStructure(value.GetType()) => Of(value),
            _ => value,
        };

    private void Add(string name, object? value) => Properties.Add(new PSNoteProperty(name, value), preValidated: true);
}
