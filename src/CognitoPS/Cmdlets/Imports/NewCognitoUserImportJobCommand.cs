using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Transfer;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Creates a job that imports users from a CSV file, and uploads the file.</summary>
/// <remarks>
/// <para>The file can have at most 500,000 rows and 100 MB. With -Path, the cmdlet checks the columns before it creates the job, and then
/// uploads the file. Without -Path, upload the file yourself to the PreSignedUrl of the job within 15 minutes. Start-CognitoUserImportJob
/// then starts the import.</para>
/// <para>Imported users must reset their password before they can sign in, unless the file contains password hashes. The reason a row
/// failed is only recorded in CloudWatch Logs.</para>
/// <para>Operations: CreateUserImportJob, GetCSVHeader.</para>
/// </remarks>
/// <example>
/// Import a file and wait until the import has finished.
/// <code>New-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobName staff -CloudWatchLogsRoleArn arn:aws:iam::123456789012:role/import -Path users.csv | Start-CognitoUserImportJob -Wait</code>
/// </example>
/// <example>
/// Create a job and get the URL for a later upload.
/// <code>(New-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobName staff -CloudWatchLogsRoleArn arn:aws:iam::123456789012:role/import).PreSignedUrl</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserImportJob", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserImportJob))]
public sealed class NewCognitoUserImportJobCommand : PoolCommand
{
    /// <summary>The name of the job: 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string JobName { get; set; } = "";

    /// <summary>The ARN of the IAM role that writes the result of each row to CloudWatch Logs.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string CloudWatchLogsRoleArn { get; set; } = "";

    /// <summary>
    /// The CSV file to upload, in UTF-8 without a byte order mark and without quotation marks. Get-CognitoUserImportHeader lists its
    /// columns.
    /// </summary>
    [Parameter(Position = 3, ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public string? Path { get; set; }

    /// <summary>
    /// The algorithm of the password hashes in the file: ARGON2ID, BCRYPT, PBKDF2_SHA256 or SCRYPT. Default: the file has no hashes.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<PasswordHashingAlgorithmType>))]
    public string? PasswordHashingAlgorithm { get; set; }

    private protected override object? CurrentTarget => Path ?? JobName;

    private protected override async Task ProcessAsync()
    {
        UserImportFile? file = Path is null ? null : new UserImportFile(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path));
        if (file is not null && PasswordHashingAlgorithm is null)
            file.CheckHeader((await Client.GetCSVHeaderAsync(new() { UserPoolId = UserPoolId }, StopToken)).CSVHeader);
        if (!ShouldProcess($"import job '{JobName}' of {UserPoolId}", file is null ? "Create" : $"Create, and upload '{Path}'"))
            return;
        var request = new CreateUserImportJobRequest
        {
            UserPoolId = UserPoolId,
            JobName = JobName,
            CloudWatchLogsRoleArn = CloudWatchLogsRoleArn,
            PasswordHashingAlgorithm = PasswordHashingAlgorithm,
        };
        (string region, var client) = (PoolRegion, Client);
        await StartAsync(
            Path ?? JobName,
            UserPoolId,
            async token =>
            {
                UserImportJobType job = (await client.CreateUserImportJobAsync(request, token)).UserImportJob;
                if (file is not null)
                    await file.UploadAsync(job.PreSignedUrl, token);
                return new UserImportJob(job, request.UserPoolId, region);
            }
        );
    }
}
