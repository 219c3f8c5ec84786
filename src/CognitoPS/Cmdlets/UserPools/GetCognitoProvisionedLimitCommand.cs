using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gets the provisioned request rate limits of the account in a Region, in requests per second.</summary>
/// <remarks>
/// <para>Limits apply to the account and Region, not to a user pool. Without -Category, the cmdlet returns every limit that can be raised,
/// with one request for each. The service accepts one such request per second.</para>
/// <para>Operation: GetProvisionedLimit.</para>
/// </remarks>
/// <example>
/// Get one limit.
/// <code>Get-CognitoProvisionedLimit -Category UserAuthentication -Region eu-west-1</code>
/// </example>
/// <example>
/// Get every limit that can be raised.
/// <code>Get-CognitoProvisionedLimit -Region eu-west-1</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoProvisionedLimit")]
[OutputType(typeof(ProvisionedLimit))]
public sealed class GetCognitoProvisionedLimitCommand : ServiceCommand
{
    /// <summary>
    /// The categories of operations: UserAuthentication, UserCreation, UserFederation, UserRead, UserToken or UserResourceRead. Default:
    /// all of them.
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
