using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Secrets;
using CognitoPS.Settings;

namespace CognitoPS.Users;

/// <summary>Values as the service takes them, which is as text.</summary>
internal static class AttributeValues
{
    /// <summary>Names and values of a hashtable as text; null for none.</summary>
    /// <exception cref="CognitoException">InvalidAttributeValue.</exception>
    public static Dictionary<string, string>? Of(IDictionary? table) =>
        Checked(table)
            ?.ToDictionary(pair => pair.Key, pair => Text(pair.Value, AttributeNames.StandardType(pair.Key)), StringComparer.Ordinal);

    /// <summary>The same as the service's attributes; null for none.</summary>
    /// <exception cref="CognitoException">InvalidAttributeValue.</exception>
    public static List<AttributeType>? ToAttributes(IDictionary? table) =>
        Of(table)?.Select(pair => new AttributeType { Name = pair.Key, Value = pair.Value }).ToList();

    /// <summary>Names and values of a hashtable, each of them a single value; null for none.</summary>
    /// <exception cref="CognitoException">InvalidAttributeValue.</exception>
    public static Dictionary<string, object?>? Checked(IDictionary? table)
    {
        if (table is null)
            return null;
        var values = new Dictionary<string, object?>(table.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry pair in table)
            values[pair.Key.ToString() ?? ""] = Unwrapped(pair.Value);
        string[] refused = [.. values.Where(pair => !IsSingle(pair.Value)).Select(pair => $"{pair.Key} ({pair.Value!.GetType().Name})")];
        return refused.Length == 0
            ? values
            : throw new CognitoException(
                "InvalidAttributeValue",
                ErrorCategory.InvalidArgument,
                $"These attributes do not have a single value: {string.Join(", ", refused)}.",
                "Use text, a number, a date, $true or $false. Convert a list with -join, and an object with ConvertTo-Json -Compress."
            );
    }

    /// <summary>A value as text for an attribute of a type.</summary>
    /// <param name="value">A single value.</param>
    /// <param name="type">String, Number, Boolean, DateTime; or the format of a date: Date.</param>
    public static string Text(object? value, string type) =>
        (value, type) switch
        {
            (null, _) => "",
            (SwitchParameter on, _) => Text(on.IsPresent, type),
            (bool on, "Number") => on ? "1" : "0",
            (bool on, _) => on ? "true" : "false",
            (0 or 1, "Boolean") => value is 1 ? "true" : "false",
            (DateTimeOffset moment, _) => Text(moment.UtcDateTime, type),
            (DateTime date, AttributeNames.Date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (DateTime date, "Number") => new DateTimeOffset(date.ToUniversalTime())
                .ToUnixTimeSeconds()
                .ToString(CultureInfo.InvariantCulture),
            (DateTime date, _) => DateText.Of(date),
            (SecureString hidden, _) => SecureText.Reveal(hidden),
            (Enum named, _) => named.ToString(),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private static object? Unwrapped(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>What has no text of its own but its type's name, or one for each of many, is no value.</summary>
    private static bool IsSingle(object? value) =>
        value is null or string or SecureString
        || value is not (IEnumerable or PSObject or ScriptBlock or IDictionary) && value.ToString() != value.GetType().ToString();
}
