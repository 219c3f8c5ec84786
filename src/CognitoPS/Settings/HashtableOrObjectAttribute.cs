using System.Collections;
using System.Management.Automation;

namespace CognitoPS.Settings;

/// <summary>
/// Lets a parameter that takes a hashtable take an object with properties too, which is what ConvertFrom-Json makes of one, and pairs of a
/// Name and a Value, as AWS.Tools and the service have attributes.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HashtableOrObjectAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        OfPairs(inputData) ?? (inputData is PSObject { BaseObject: PSCustomObject } custom ? OfProperties(custom) : inputData);

    private static Hashtable OfProperties(PSObject custom)
    {
        var table = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (PSPropertyInfo property in custom.Properties)
        {
            if (property.Value is { } value)
                table[property.Name] = value;
        }

        return table;
    }

    /// <summary>A hashtable of one or several pairs; null where it is not pairs alone that were given.</summary>
    private static Hashtable? OfPairs(object inputData)
    {
        object bare = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        var table = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (object? item in bare is IList many ? many : new[] { bare })
        {
            if (PairOf(item) is not { } pair)
                return null;
            table[pair.Key] = pair.Value;
        }

        return table.Count > 0 ? table : null;
    }

    private static DictionaryEntry? PairOf(object? item) =>
        item switch
        {
            PSObject { BaseObject: IDictionary inner } => PairOf(inner),
            IDictionary { Count: 2 } table when table["Name"] is { } name && table.Contains("Value") => new($"{name}", table["Value"]),
            PSObject custom when custom.Properties["Name"]?.Value is { } name && custom.Properties["Value"] is { } value => new(
                $"{name}",
                value.Value
            ),
            _ => null,
        };
}
