using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Shows how many requests a second the account may send in a region.</summary>
/// <remarks>
/// <para>Limits hold for the account and region, not for a pool. Without -Category it shows those that can be raised, a request for each;
/// the service answers one such request a second.</para>
/// <para>Operation: GetProvisionedLimit.</para>
/// </remarks>
/// <example>
/// One limit.
/// <code>Get-CognitoProvisionedLimit -Category UserAuthentication -Region eu-west-1</code>
/// </example>
/// <example>
/// All that can be raised.
/// <code>Get-CognitoProvisionedLimit -Region eu-west-1</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoProvisionedLimit")]
[OutputType(typeof(ProvisionedLimit))]
public sealed class GetCognitoProvisionedLimitCommand : ServiceCommand
{
    /// <summary>
    /// The categories of operations: UserAuthentication, UserCreation, UserFederation, UserRead, UserToken, UserResourceRead. Default: all
    /// of them.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LimitCategoryCompleter))]
    public string[] Category { get; set; } = ProvisionedLimits.Categories;

    private protected override bool IsAboutRegion => true;

    private protected override async Task ProcessAsync()
    {
        string region = RegionFor(null);
        foreach (string category in Category)
        {
            await TryAsync(
                category,
                async () =>
                {
                    GetProvisionedLimitResponse answer = await ClientIn(region)
                        .GetProvisionedLimitAsync(new() { LimitDefinition = ProvisionedLimits.Of(category) }, StopToken);
                    WriteObject(new ProvisionedLimit(answer.Limit, category, region));
                }
            );
        }
    }
}
