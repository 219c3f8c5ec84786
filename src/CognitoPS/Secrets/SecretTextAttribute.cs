using System.Globalization;
using System.Management.Automation;

namespace CognitoPS.Secrets;

/// <summary>Lets a SecureString parameter take plain text too, for scripts that have nothing else.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string text => SecureText.Hide(text),
            // A code that is typed bare is a number to PowerShell, which still knows how it was written: 012345 keeps its zero.
            int or long or decimal => SecureText.Hide(
                (string)LanguagePrimitives.ConvertTo(inputData, typeof(string), CultureInfo.InvariantCulture)
            ),
            _ => inputData,
        };
}
