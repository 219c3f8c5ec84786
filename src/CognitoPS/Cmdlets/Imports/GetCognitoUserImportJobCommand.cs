using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Gets the user import jobs of a user pool, or specific jobs by ID.</summary>
/// <remarks>
/// <para>A list shows the newest job first. ImportedUsers, SkippedUsers and FailedUsers count the rows processed so far, and
/// CompletionMessage describes how the job ended. The reason a row failed is only recorded in CloudWatch Logs.</para>
/// <para>-JobId sends one request for each job. A job that is not started within 24 to 48 hours expires, and its file is deleted.</para>
/// <para>Operations: ListUserImportJobs, DescribeUserImportJob.</para>
/// </remarks>
/// <example>
/// List all jobs of a pool.
/// <code>Get-CognitoUserImportJob -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Show the progress of one job.
/// <code>Get-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobId import-a1B2c3D4e5</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserImportJob", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(UserImportJob))]
public sealed class GetCognitoUserImportJobCommand : PoolCommand
{
    /// <summary>The IDs of the jobs. Default: all jobs of the pool.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string[] JobId { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        if (JobId.Length == 0)
        {
            var request = new ListUserImportJobsRequest { UserPoolId = pool };
            await StartListAsync(pool, pool, client, ListOperations.UserImportJobs, request, job => new UserImportJob(job, pool, region));
        }

        foreach (string id in JobId)
        {
            if (Window.Admits())
            {
                await StartAsync(
                    id,
                    $"{pool}/{id}",
                    async token => new UserImportJob(
                        (await client.DescribeUserImportJobAsync(new() { UserPoolId = pool, JobId = id }, token)).UserImportJob,
                        pool,
                        region
                    )
                );
            }
        }
    }
}
