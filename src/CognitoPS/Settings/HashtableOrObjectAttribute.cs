using System.Collections;
using System.Management.Automation;

namespace CognitoPS.Settings;

/// <summary>
/// Lets a parameter that takes a hashtable take an object with properties too, which is what ConvertFrom-Json makes of one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HashtableOrObjectAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is not PSObject { BaseObject: PSCustomObject } custom)
            return inputData;
        var table = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (PSPropertyInfo property in custom.Properties)
        {
            if (property.Value is { } value)
                table[property.Name] = value;
        }

        return table;
    }
}
