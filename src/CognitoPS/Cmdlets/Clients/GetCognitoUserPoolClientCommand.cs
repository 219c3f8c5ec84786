using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Gets the app clients of a user pool, as a list or with all of their settings.</summary>
/// <remarks>
/// <para>Without -ClientId, the cmdlet lists every app client of the user pool as a summary and pages automatically. With -ClientId or
/// -Detailed, it describes clients with all of their settings, several at a time.</para>
/// <para>Operations: ListUserPoolClients, DescribeUserPoolClient. Each described app client takes one request.</para>
/// </remarks>
/// <example>
/// List every app client of a user pool.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Get all settings of the app clients whose names start with "web", in all production pools.
/// <code>Get-CognitoUserPool *-prod | Get-CognitoUserPoolClient -Name web* -Detailed</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolClient", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(UserPoolClientSummary), typeof(UserPoolClient))]
public sealed class GetCognitoUserPoolClientCommand : PoolCommand
{
    /// <summary>
    /// The IDs of the app clients to describe. A value that isn't a client ID is treated as a name, with wildcards allowed, as in -Name.
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[] ClientId { get; set; } = [];

    /// <summary>Returns only app clients with this name. Wildcards are allowed.</summary>
    [Parameter]
    [Alias("ClientName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClientNameCompleter))]
    public string? Name { get; set; }

    /// <summary>Describes each app client with all of its settings. This takes one more request per client.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override async Task ProcessAsync()
    {
        foreach (string client in ClientId.Length > 0 ? ClientId : ["*"])
        {
            if (IsPiped(nameof(ClientId)) || ClientIdAttribute.IsLikely(client))
                await StartDescribeAsync(client);
            else
                await TryAsync(client == "*" ? UserPoolId : client, () => ListAsync(client));
        }
    }

    private async Task ListAsync(string wanted)
    {
        (NamePattern name, NamePattern other, bool isFound, string region) = (
            NamePattern.Of(wanted),
            NamePattern.Of(Name),
            false,
            PoolRegion
        );
        var request = new ListUserPoolClientsRequest { UserPoolId = UserPoolId };
        var demand = Window.Demand(filters: Name is not null || wanted != "*");
        var pages = Pager.PagesAsync(Client, ListOperations.UserPoolClients, request, demand, StopToken);
        if (Detailed)
            await ForEachAsync(pages, IsWanted, client => StartDescribeAsync(client.ClientId, isCounted: true));
        else
            await WriteListAsync(pages, client => IsWanted(client) ? new UserPoolClientSummary(client, region) : null);
        if (!isFound && !WildcardPattern.ContainsWildcardCharacters(wanted))
            throw new CognitoException(
                "ClientNotFound",
                ErrorCategory.ObjectNotFound,
                $"There is no app client named '{wanted}' in {UserPoolId}.",
                "Get-CognitoUserPoolClient lists the names and IDs of the app clients of a pool."
            );

        bool IsWanted(UserPoolClientDescription client)
        {
            bool isWanted = (name.IsMatch(client.ClientName) || client.ClientId == wanted) && other.IsMatch(client.ClientName);
            isFound |= isWanted;
            return isWanted;
        }
    }

    private Task StartDescribeAsync(string clientId, bool isCounted = false)
    {
        if (!isCounted && !Window.Admits())
            return Task.CompletedTask;
        (string pool, string region) = (UserPoolId, PoolRegion);
        var request = new DescribeUserPoolClientRequest { UserPoolId = pool, ClientId = clientId };
        var client = Client;
        return StartAsync(
            clientId,
            $"{pool}/{clientId}",
            async token => new UserPoolClient((await client.DescribeUserPoolClientAsync(request, token)).UserPoolClient, region)
        );
    }
}
