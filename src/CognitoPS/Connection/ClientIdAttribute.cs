using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CognitoPS.Connection;

/// <summary>Lets an app client be given by its id, first in the line or piped.</summary>
/// <param name="isOnlyId">Refuses text that is hardly an id, without repeating it: it may be a password that stands in the wrong
/// place.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ClientIdAttribute(bool isOnlyId = false) : PositionalIdAttribute
{
    private static readonly Regex Likely = new("^[0-9A-Za-z]{20,128}$", RegexOptions.CultureInvariant);

    /// <summary>Whether a text looks like an app client's id, which the service makes of 26 letters and digits.</summary>
    public static bool IsLikely(string text) => Likely.IsMatch(text) && text.Any(char.IsDigit);

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData switch
        {
            PSObject { BaseObject: string text } => OfText(text),
            string text => OfText(text),
            not null when PSObject.AsPSObject(inputData).Properties["ClientId"]?.Value is string id => id,
            _ => inputData,
        };

    private object OfText(string text) =>
        isOnlyId && !IsLikely(text)
            ? throw new ArgumentTransformationMetadataException(
                "The text is not an app client ID, which has 26 letters and digits. Name the other parameters, for example -Username."
            )
            : Marked(text, IsLikely(text));
}
