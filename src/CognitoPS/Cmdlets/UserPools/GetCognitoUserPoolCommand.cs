using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Paging;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Lists user pools, or describes them.</summary>
/// <remarks>
/// <para>Without -UserPoolId it lists the pools of a region, of several with -Region, or of all with -AllRegions, as summaries; a name,
/// with wildcards if you like, filters. With -UserPoolId or -Detailed it describes pools with all of their settings.</para>
/// <para>Several regions are asked side by side and come as they answer. A region that cannot be reached or refuses is one error; the
/// others are listed all the same.</para>
/// <para>Operations: ListUserPools, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// The production pools of the connection's region.
/// <code>Get-CognitoUserPool *-prod</code>
/// </example>
/// <example>
/// All settings of one pool.
/// <code>Get-CognitoUserPool -UserPoolId eu-west-1_Customers</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPool", SupportsPaging = true)]
[OutputType(typeof(UserPoolSummary), typeof(UserPool))]
public sealed class GetCognitoUserPoolCommand : ServiceCommand
{
    /// <summary>Only pools with this name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [UserPoolId]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserPoolNameCompleter))]
    [Alias("Identity")]
    public string? Name { get; set; }

    /// <summary>The ids or ARNs of the pools to describe.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string[] UserPoolId { get; set; } = [];

    /// <summary>Describes each pool with all of its settings: one more request for each.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>
    /// The regions to ask. Default: what Connect-Cognito set, $StoredAWSRegion, AWS_REGION, AWS_DEFAULT_REGION and the profile's region;
    /// for -UserPoolId the region in the id.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public new string[] Region { get; set; } = [];

    /// <summary>Asks every region that the service is in.</summary>
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

    /// <summary>False: no pool of the region has the name.</summary>
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
