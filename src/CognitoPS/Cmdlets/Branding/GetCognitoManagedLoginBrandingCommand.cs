using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;
using CognitoPS.Resources;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Gets the managed login branding style of one app client, or of all app clients in a user pool.</summary>
/// <remarks>
/// <para>With -ManagedLoginBrandingId or -ClientId, the cmdlet describes one style. Without either, it checks every app client of the user
/// pool and skips those without a style, because the service can't list styles.</para>
/// <para>Operations: DescribeManagedLoginBranding, DescribeManagedLoginBrandingByClient, ListUserPoolClients. The last one runs only for a
/// whole user pool.</para>
/// </remarks>
/// <example>
/// Save the style of an app client to a file that you can edit.
/// <code>(Get-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -ReturnMergedResources).Settings | ConvertTo-Json -Depth 20 | Set-Content ./style.json</code>
/// </example>
/// <example>
/// Get all styles of a user pool.
/// <code>Get-CognitoUserPool customers | Get-CognitoManagedLoginBranding</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoManagedLoginBranding", DefaultParameterSetName = Named)]
[OutputType(typeof(ManagedLoginBranding))]
public sealed class GetCognitoManagedLoginBrandingCommand : PoolCommand
{
    /// <summary>The style's ID.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedLoginBrandingIdCompleter))]
    public string? ManagedLoginBrandingId { get; set; }

    /// <summary>The app client whose style is described.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>
    /// Fills in the service defaults for settings that the style doesn't specify, so that Settings and Assets are complete.
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
