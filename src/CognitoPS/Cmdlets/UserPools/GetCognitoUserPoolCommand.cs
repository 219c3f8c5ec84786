using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Paging;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gets user pools, as a list or with all of their settings.</summary>
/// <remarks>
/// <para>Without -UserPoolId, the cmdlet lists the user pools of a Region as summaries. Use -Region for several Regions or -AllRegions for
/// all of them. A name filters the list; wildcards are allowed. With -UserPoolId or -Detailed, it describes user pools with all of their
/// settings.</para>
/// <para>Several Regions are queried in parallel, and results appear as they arrive. A Region that can't be reached or denies access
/// reports one error; the other Regions are still listed.</para>
/// <para>Operations: ListUserPools, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// List the production pools in the default Region.
/// <code>Get-CognitoUserPool *-prod</code>
/// </example>
/// <example>
/// Get all settings of one user pool.
/// <code>Get-CognitoUserPool -UserPoolId eu-west-1_Customers</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPool", SupportsPaging = true)]
[OutputType(typeof(UserPoolSummary), typeof(UserPool))]
public sealed class GetCognitoUserPoolCommand : ServiceCommand
{
    /// <summary>Returns only user pools with this name. Wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [UserPoolId]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserPoolNameCompleter))]
    [Alias("Identity")]
    public string? Name { get; set; }

    /// <summary>The IDs or ARNs of the user pools to describe.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string[] UserPoolId { get; set; } = [];

    /// <summary>Describes each user pool with all of its settings. This takes one more request per pool.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>
    /// The Regions to query. Default: the Region from Connect-Cognito, $StoredAWSRegion, AWS_REGION, AWS_DEFAULT_REGION or the profile, in
    /// that order. With -UserPoolId, the default is the Region in the ID.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public new string[] Region { get; set; } = [];

    /// <summary>Queries every Region where the service is available.</summary>
    [Parameter]
    public SwitchParameter AllRegions { get; set; }

    private protected override bool IsAboutRegion => true;

    private protected override ConnectionSettings Given => base.Given with { Region = Region.Length == 1 ? Region[0] : null };

    private protected override async Task ProcessAsync()
    {
        string[] ids = Name is not null && Regions.IsPoolId(Name) ? [Name] : UserPoolId;
        if (ids.Length > 0)
        {
            foreach (string id in ids)
            {
                if (Window.Admits())
                    await TryAsync(id, () => WriteDescribedAsync(id, RegionFor(id)));
            }

            return;
        }

        string[] regions = RegionsAsked(Region, AllRegions);
        bool isFound = false;
        List<Task> asked = [.. regions.Select(region => TryAsync(region, async () => isFound |= await WriteRegionAsync(region)))];
        while (asked.Count > 0 && !Window.IsSatisfied)
        {
            // One by one, since Select-Object -First ends the pipeline from within: nobody waits for the other regions then.
            Task answered = await Task.WhenAny(asked);
            asked.Remove(answered);
            await answered;
        }

        if (!isFound && Name is not null && !WildcardPattern.ContainsWildcardCharacters(Name))
            throw PoolReader.NotFound(Name, string.Join(", ", regions));
    }

    /// <summary>False if no user pool in the Region has the name.</summary>
    private async Task<bool> WriteRegionAsync(string region)
    {
        bool isFound = false;
        var name = NamePattern.Of(Name);
        var pages = Pager.PagesAsync(
            ClientIn(Regions.Checked(region)),
            ListOperations.UserPools,
            new ListUserPoolsRequest(),
            Window.Demand(filters: Name is not null),
            StopToken
        );
        if (Detailed)
            await ForEachAsync(pages, IsNamed, pool => TryAsync(pool.Id, () => WriteDescribedAsync(pool.Id, region)));
        else
            await WriteListAsync(pages, pool => IsNamed(pool) ? new UserPoolSummary(pool, region) : null);
        return isFound;

        bool IsNamed(UserPoolDescriptionType pool)
        {
            bool matches = name.IsMatch(pool.Name);
            isFound |= matches;
            return matches;
        }
    }

    private async Task WriteDescribedAsync(string id, string region)
    {
        DescribeUserPoolResponse answer = await ClientIn(region).DescribeUserPoolAsync(new() { UserPoolId = id }, StopToken);
        WriteObject(new UserPool(answer.UserPool, region));
    }
}
