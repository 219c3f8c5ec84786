using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;

namespace CognitoPS.Secrets;

/// <summary>
/// Lets a SecureString parameter take plain text too, for scripts that have nothing else. What ConvertTo-Json and Export-Csv make of a
/// SecureString tells nothing of the secret: it counts as none.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            "System.Security.SecureString" => null,
            string text => SecureText.Hide(text),
            IDictionary { Count: 1 } table when table.Contains(nameof(SecureString.Length)) => null,
            PSCustomObject when inputData is PSObject shell && IsLengthOnly(shell) => null,
            // A code that is typed bare is a number to PowerShell, which still knows how it was written: 012345 keeps its zero.
            int or long or decimal => SecureText.Hide(
                (string)LanguagePrimitives.ConvertTo(inputData, typeof(string), CultureInfo.InvariantCulture)
            ),
            _ => inputData,
        };

    private static bool IsLengthOnly(PSObject shell) => shell.Properties.All(property => property.Name == nameof(SecureString.Length));
}
