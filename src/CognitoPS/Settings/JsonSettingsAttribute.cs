using System.Management.Automation;
using System.Text;
using CognitoPS.Errors;

namespace CognitoPS.Settings;

/// <summary>Lets a parameter for free-form settings take a hashtable, JSON text, or the path of a JSON file.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class JsonSettingsAttribute() : SettingsAttribute(typeof(object))
{
    private const int LargestFile = 2_000_000;

    private protected override object? Convert(SessionState session, object? given)
    {
        given = SettingConverter.Unwrap(given);
        string? text = given is FileInfo file ? file.FullName : given as string;
        if (text is not null && !text.TrimStart().StartsWith("{", StringComparison.Ordinal))
            given = Encoding.UTF8.GetString(InputFile.Read(session, text, LargestFile)).TrimStart('\uFEFF');
        return DocumentSettings.Of(given, "Settings") is var document && document.IsDictionary()
            ? document
            : throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                "'Settings' is not an object with properties.",
                "Specify a hashtable, JSON text that starts with {, or the path of a JSON file."
            );
    }
}
