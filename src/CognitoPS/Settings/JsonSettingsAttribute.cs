using System.Management.Automation;
using System.Text;
using CognitoPS.Pipeline;

namespace CognitoPS.Settings;

/// <summary>Lets a parameter for free-form settings take a hashtable, JSON text, or the path of a JSON file.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonSettingsAttribute : ArgumentTransformationAttribute
{
    private const int LargestFile = 2_000_000;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            object? given = inputData is PSObject { BaseObject: string or FileInfo } wrapped ? wrapped.BaseObject : inputData;
            string? text = given is FileInfo file ? file.FullName : given as string;
            if (text is not null && !text.TrimStart().StartsWith("{", StringComparison.Ordinal))
                given = Encoding.UTF8.GetString(InputFile.Read(engineIntrinsics.SessionState, text, LargestFile)).TrimStart('\uFEFF');
            return Documents.Of(given, "Settings");
        }
        catch (CognitoException exception)
        {
            throw new ArgumentTransformationMetadataException($"{exception.Message} {exception.Advice}", exception);
        }
    }
}
