using System.Management.Automation;
using System.Net.Http.Headers;
using System.Text;
using CognitoPS.Errors;

namespace CognitoPS.Transfer;

/// <summary>The file of an import job: checked before the job is made, and sent to where the job takes it.</summary>
internal sealed class UserImportFile
{
    private const long LargestFile = 100 * 1024 * 1024;
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    private readonly string _path;

    /// <exception cref="CognitoException">FileNotFound, ImportFileTooLarge.</exception>
    public UserImportFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new CognitoException("FileNotFound", ErrorCategory.ObjectNotFound, $"The file '{path}' does not exist.");
        if (file.Length > LargestFile)
            throw new CognitoException(
                "ImportFileTooLarge",
                ErrorCategory.LimitsExceeded,
                $"'{path}' has {file.Length / 1024 / 1024} MB, but an import file can have at most 100 MB.",
                "Split it into several files and jobs."
            );
        _path = path;
    }

    /// <summary>Checks the first line against the columns that the pool wants.</summary>
    /// <exception cref="CognitoException">InvalidImportHeader.</exception>
    public void CheckHeader(IReadOnlyCollection<string> columns)
    {
        using var reader = new StreamReader(_path, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        string header = reader.ReadLine() ?? "";
        string[] there = header.Split(',');
        string[] missing = [.. columns.Except(there)];
        string[] unknown = [.. there.Except(columns)];
        if (header.Length > 0 && header[0] == '\uFEFF')
            throw Invalid("begins with a byte order mark", "Save the file as UTF-8 without a byte order mark.");
        if (missing.Length > 0)
            throw Invalid(
                $"lacks the columns {string.Join(", ", missing)}",
                "Get-CognitoUserImportHeader returns the columns that a file must have."
            );
        if (unknown.Length > 0)
            throw Invalid(
                $"has columns that do not exist in the pool: {string.Join(", ", unknown)}",
                "Get-CognitoUserImportHeader returns the columns that a file can have."
            );
    }

    /// <summary>Sends the file.</summary>
    /// <exception cref="CognitoException">UploadFailed.</exception>
    public async Task UploadAsync(string preSignedUrl, CancellationToken cancellationToken)
    {
        using FileStream file = File.OpenRead(_path);
        using var request = new HttpRequestMessage(HttpMethod.Put, preSignedUrl) { Content = new StreamContent(file) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        request.Headers.TryAddWithoutValidation("x-amz-server-side-encryption", "aws:kms");
        using HttpResponseMessage response = await Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw new CognitoException(
                "UploadFailed",
                ErrorCategory.WriteError,
                $"The upload was rejected (HTTP {(int)response.StatusCode}).",
                "The upload URL is valid for 15 minutes. Create a new job."
            );
    }

    private CognitoException Invalid(string what, string advice) =>
        new("InvalidImportHeader", ErrorCategory.InvalidData, $"'{_path}' {what}.", advice);
}
