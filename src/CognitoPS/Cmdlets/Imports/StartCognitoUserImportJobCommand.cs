using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Starts a user import job, and can wait until it has finished.</summary>
/// <remarks>
/// <para>First upload the file, with New-CognitoUserImportJob -Path or to the PreSignedUrl of the job. A pool imports one file at a time.
/// You can start a job only once. To import failed rows again, create a new job: it skips users that already exist.</para>
/// <para>Without -Wait, the cmdlet returns the job in its current state, usually Pending. Get-CognitoUserImportJob shows the progress. With
/// -Wait, the cmdlet checks the job every few seconds until it has finished. Ctrl+C stops the waiting, not the job.</para>
/// <para>Operations: StartUserImportJob, DescribeUserImportJob.</para>
/// </remarks>
/// <example>
/// Start a job without waiting.
/// <code>Start-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobId import-a1B2c3D4e5</code>
/// </example>
/// <example>
/// Start the newest job and wait until it has finished.
/// <code>Get-CognitoUserImportJob -UserPoolId eu-west-1_Customers -First 1 | Start-CognitoUserImportJob -Wait</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "CognitoUserImportJob", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserImportJob))]
public sealed class StartCognitoUserImportJobCommand : PoolCommand
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The ID of the job.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string JobId { get; set; } = "";

    /// <summary>
    /// Waits until the job has finished, and shows its progress. A job that does not succeed causes an error. Failed or skipped rows cause
    /// a warning.
    /// </summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    private protected override object? CurrentTarget => JobId;

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess($"import job {JobId} of {UserPoolId}", "Start"))
            return;
        UserImportJobType job = (
            await Client.StartUserImportJobAsync(new() { UserPoolId = UserPoolId, JobId = JobId }, StopToken)
        ).UserImportJob;
        if (Wait)
            job = await WaitAsync(job);
        WriteObject(new UserImportJob(job, UserPoolId, PoolRegion));
        if (Wait && (job.FailedUsers > 0 || job.SkippedUsers > 0))
        {
            WriteWarning(
                $"Import job {JobId}: {job.ImportedUsers ?? 0:N0} imported, {job.SkippedUsers ?? 0:N0} skipped, "
                    + $"{job.FailedUsers ?? 0:N0} failed. {Reasons}"
            );
        }

        if (Wait && job.Status?.Value != "Succeeded")
        {
            throw new CognitoException(
                "ImportNotSucceeded",
                ErrorCategory.InvalidResult,
                $"Import job {JobId} ended with the status {job.Status?.Value}. {job.CompletionMessage}",
                Reasons
            );
        }
    }

    private string Reasons =>
        $"CloudWatch Logs has the result of each row, in a log group that starts with /aws/cognito/userpools/{UserPoolId}/.";

    private async Task<UserImportJobType> WaitAsync(UserImportJobType job)
    {
        var pause = TimeSpan.FromMilliseconds(500);
        while (job.Status?.Value is "Pending" or "InProgress" or "Stopping" or "Created")
        {
            WriteProgress(
                new ProgressRecord(
                    0,
                    $"Import job {job.JobName}",
                    $"{job.Status}: {job.ImportedUsers ?? 0:N0} imported, {job.SkippedUsers ?? 0:N0} skipped, "
                        + $"{job.FailedUsers ?? 0:N0} failed"
                )
            );
            await Task.Delay(pause, StopToken);
            pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            job = (await Client.DescribeUserImportJobAsync(new() { UserPoolId = UserPoolId, JobId = JobId }, StopToken)).UserImportJob;
        }

        WriteProgress(new ProgressRecord(0, $"Import job {job.JobName}", "Done") { RecordType = ProgressRecordType.Completed });
        return job;
    }
}
