using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Secrets;
using CognitoPS.Settings;

namespace CognitoPS.Users;

/// <summary>Values as the service takes them, which is as text.</summary>
internal static class AttributeValues
{
    /// <summary>Names and values of a hashtable as text; null for none.</summary>
    public static Dictionary<string, string>? Of(IDictionary? table)
    {
        if (table is null)
            return null;
        var texts = new Dictionary<string, string>(table.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry pair in table)
            texts[pair.Key.ToString() ?? ""] = Text(pair.Key.ToString() ?? "", pair.Value);
        return texts;
    }

    /// <summary>The same as the service's attributes; null for none.</summary>
    public static List<AttributeType>? ToAttributes(IDictionary? table) =>
        Of(table)?.Select(pair => new AttributeType { Name = pair.Key, Value = pair.Value }).ToList();

    private static string Text(string name, object? value) =>
        value switch
        {
            null => "",
            PSObject wrapped => Text(name, wrapped.BaseObject),
            bool on => on ? "true" : "false",
            SwitchParameter on => on ? "true" : "false",
            DateTime date => name == "birthdate" ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : DateText.Of(date),
            SecureString hidden => SecureText.Reveal(hidden),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
