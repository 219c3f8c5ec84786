using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Stops a running user import job. Users that were already imported are kept.</summary>
/// <remarks>
/// <para>The job is Stopping for a while, and then Stopped. You cannot start it again. To continue, create a new job with the same file: it
/// skips users that already exist.</para>
/// <para>If the job is not running, because it has finished or was never started, the cmdlet writes an error.</para>
/// <para>Operation: StopUserImportJob.</para>
/// </remarks>
/// <example>
/// Stop one job.
/// <code>Stop-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobId import-a1B2c3D4e5</code>
/// </example>
/// <example>
/// Stop every job that is running.
/// <code>Get-CognitoUserImportJob -UserPoolId eu-west-1_Customers | Where-Object Status -in Pending, InProgress | Stop-CognitoUserImportJob</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "CognitoUserImportJob", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserImportJob))]
public sealed class StopCognitoUserImportJobCommand : PoolCommand
{
    /// <summary>The ID of the job.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string JobId { get; set; } = "";

    private protected override object? CurrentTarget => JobId;

    private protected override async Task ProcessAsync()
    {
        (string pool, string region, string job, var client) = (UserPoolId, PoolRegion, JobId, Client);
        if (!ShouldProcess($"import job {job} of {pool}", "Stop"))
            return;
        await StartAsync(
            job,
            pool,
            async token => new UserImportJob(
                (await client.StopUserImportJobAsync(new() { UserPoolId = pool, JobId = job }, token)).UserImportJob,
                pool,
                region
            )
        );
    }
}
