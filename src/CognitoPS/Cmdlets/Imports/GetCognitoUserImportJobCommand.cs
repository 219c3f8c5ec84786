using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Lists the import jobs of a user pool, or reads jobs by id.</summary>
/// <remarks>
/// <para>A list shows the newest job first. ImportedUsers, SkippedUsers and FailedUsers count what has become of the file's rows so far,
/// and CompletionMessage says how the job ended; why a single row failed stands in CloudWatch Logs only.</para>
/// <para>-JobId reads each job by a request of its own. A job that is not started within a day or two expires, and its file is gone.</para>
/// <para>Operations: ListUserImportJobs, DescribeUserImportJob.</para>
/// </remarks>
/// <example>
/// All jobs of a pool.
/// <code>Get-CognitoUserImportJob -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// How far one is.
/// <code>Get-CognitoUserImportJob -UserPoolId eu-west-1_Customers -JobId import-a1B2c3D4e5</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserImportJob", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(UserImportJob))]
public sealed class GetCognitoUserImportJobCommand : PoolCommand
{
    /// <summary>The ids of jobs.</summary>
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
