using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Starts an import job whose file has been sent, and can wait for its end.</summary>
/// <remarks>
/// <para>The file must have been sent, by New-CognitoUserImportJob -Path or to the job's PreSignedUrl. A pool imports one file at a time,
/// and a job is started once: what failed is imported again by a new job, which skips the users that are there.</para>
/// <para>Without -Wait the job is written as it stands, mostly Pending; Get-CognitoUserImportJob shows how it goes on. With -Wait it is
/// read every few seconds until it ends; Ctrl+C ends the waiting, not the job.</para>
/// <para>Operations: StartUserImportJob, DescribeUserImportJob.</para>
/// </remarks>
/// <example>
/// Start and go on.
/// <code>Start-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobId import-a1B2c3D4e5</code>
/// </example>
/// <example>
/// Start the newest job and wait.
/// <code>Get-CognitoUserImportJob -UserPoolId eu-west-1_Customers -First 1 | Start-CognitoUserImportJob -Wait</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "CognitoUserImportJob", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserImportJob))]
public sealed class StartCognitoUserImportJobCommand : PoolCommand
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The job's id.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string JobId { get; set; } = "";

    /// <summary>Waits for the job's end and shows how far it is. A job that does not succeed is an error; rows that failed or
    /// were skipped are a warning.</summary>
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
                $"Import job {JobId} ended as {job.Status?.Value}. {job.CompletionMessage}",
                Reasons
            );
        }
    }

    private string Reasons =>
        $"CloudWatch Logs says what became of each row: the log group begins with /aws/cognito/userpools/{UserPoolId}/, the stream "
        + "is the job's.";

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
