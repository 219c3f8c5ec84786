using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Describes how managed login looks, for one app client or all of a pool.</summary>
/// <remarks>
/// <para>With -ManagedLoginBrandingId or -ClientId it describes one style. Without either it asks for every app client of the pool and
/// leaves out those that have none, as the service has no list of styles.</para>
/// <para>Operations: DescribeManagedLoginBranding, DescribeManagedLoginBrandingByClient, ListUserPoolClients. The last one for a whole
/// pool.</para>
/// </remarks>
/// <example>
/// The style of an app client as a file that can be edited.
/// <code>(Get-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -ReturnMergedResources).Settings | ConvertTo-Json -Depth 20 | Set-Content ./style.json</code>
/// </example>
/// <example>
/// All styles of a pool.
/// <code>Get-CognitoUserPool customers | Get-CognitoManagedLoginBranding</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoManagedLoginBranding", DefaultParameterSetName = Named)]
[OutputType(typeof(ManagedLoginBranding))]
public sealed class GetCognitoManagedLoginBrandingCommand : PoolCommand
{
    /// <summary>The style's id.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedLoginBrandingIdCompleter))]
    public string? ManagedLoginBrandingId { get; set; }

    /// <summary>The app client whose style is described.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>
    /// Fills what the style leaves open with the service's own values, so that nothing is missing in Settings and Assets.
    /// </summary>
    [Parameter]
    public SwitchParameter ReturnMergedResources { get; set; }

    private protected override async Task ProcessAsync()
    {
        if ((ManagedLoginBrandingId, ClientId) is not (null or "", null or ""))
        {
            await StartDescribeAsync(ManagedLoginBrandingId, ClientId, isListed: false);
            return;
        }

        var pages = Pager.PagesAsync(
            Client,
            ListOperations.UserPoolClients,
            new ListUserPoolClientsRequest { UserPoolId = UserPoolId },
            cancellationToken: StopToken
        );
        await ForEachAsync(pages, _ => true, client => StartDescribeAsync(null, client.ClientId, isListed: true));
    }

    private Task StartDescribeAsync(string? id, string? clientId, bool isListed)
    {
        (string pool, string region, bool merged, var client) = (UserPoolId, PoolRegion, ReturnMergedResources.IsPresent, Client);
        (id, clientId) = (id is "" ? null : id, clientId is "" ? null : clientId);
        return StartAsync(
            id ?? clientId!,
            $"{pool}/{id ?? clientId}",
            async token =>
            {
                try
                {
                    return new ManagedLoginBranding(
                        await ManagedLoginStyles.DescribeAsync(client, pool, id, clientId, merged, token),
                        clientId,
                        pool,
                        region
                    );
                }
                catch (ResourceNotFoundException) when (isListed)
                {
                    return null;
                }
            }
        );
    }
}
