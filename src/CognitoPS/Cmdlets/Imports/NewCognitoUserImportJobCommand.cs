using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Transfer;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Creates a job that imports a file of users, and sends the file.</summary>
/// <remarks>
/// <para>The file has at most 500,000 rows and 100 MB. With -Path its columns are checked before the job is made, and the file is sent.
/// Without -Path send it to the job's PreSignedUrl within 15 minutes yourself. Start-CognitoUserImportJob then starts the import.</para>
/// <para>Imported users must set a password at their first sign-in, unless the file carries password hashes. Why a row failed stands in
/// CloudWatch Logs only.</para>
/// <para>Operations: CreateUserImportJob, GetCSVHeader.</para>
/// </remarks>
/// <example>
/// Import a file and wait for the end.
/// <code>New-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobName staff -CloudWatchLogsRoleArn arn:aws:iam::123456789012:role/import -Path users.csv | Start-CognitoUserImportJob -Wait</code>
/// </example>
/// <example>
/// A job for a file that is sent later.
/// <code>(New-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobName staff -CloudWatchLogsRoleArn arn:aws:iam::123456789012:role/import).PreSignedUrl</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserImportJob", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserImportJob))]
public sealed class NewCognitoUserImportJobCommand : PoolCommand
{
    /// <summary>The job's name: 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string JobName { get; set; } = "";

    /// <summary>The role with which the job writes each row's result to CloudWatch Logs, by ARN.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string CloudWatchLogsRoleArn { get; set; } = "";

    /// <summary>
    /// The file: CSV in UTF-8 without byte order mark and without quotes, with the columns of Get-CognitoUserImportHeader.
    /// </summary>
    [Parameter(Position = 3, ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public string? Path { get; set; }

    /// <summary>How the passwords in the file are hashed: ARGON2ID, BCRYPT, PBKDF2_SHA256 or SCRYPT. Default: there are none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<PasswordHashingAlgorithmType>))]
    public string? PasswordHashingAlgorithm { get; set; }

    private protected override object? CurrentTarget => Path ?? JobName;

    private protected override async Task ProcessAsync()
    {
        UserImportFile? file = Path is null ? null : new UserImportFile(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path));
        if (file is not null && PasswordHashingAlgorithm is null)
            file.CheckHeader((await Client.GetCSVHeaderAsync(new() { UserPoolId = UserPoolId }, StopToken)).CSVHeader);
        if (!ShouldProcess($"import job '{JobName}' of {UserPoolId}", file is null ? "Create" : $"Create, and send '{Path}'"))
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
