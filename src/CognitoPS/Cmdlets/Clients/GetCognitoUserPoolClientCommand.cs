using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Lists the app clients of a user pool, or describes them.</summary>
/// <remarks>
/// <para>Without -ClientId it lists every app client of the pool, however many pages that takes, as summaries. With -ClientId or -Detailed
/// it describes clients with all of their settings, several at once.</para>
/// <para>Operations: ListUserPoolClients, DescribeUserPoolClient. Each described client is a request of its own.</para>
/// </remarks>
/// <example>
/// Every app client of a pool.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// All settings of those clients of all production pools whose names begin with "web".
/// <code>Get-CognitoUserPool *-prod | Get-CognitoUserPoolClient -Name web* -Detailed</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolClient", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(UserPoolClientSummary), typeof(UserPoolClient))]
public sealed class GetCognitoUserPoolClientCommand : PoolCommand
{
    /// <summary>
    /// The clients to describe, by id. A text that is no client's id is a name, where wildcards are allowed, and lists as -Name does.
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[] ClientId { get; set; } = [];

    /// <summary>Only clients with this name; wildcards are allowed.</summary>
    [Parameter]
    [Alias("ClientName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClientNameCompleter))]
    public string? Name { get; set; }

    /// <summary>Describes each client with all of its settings: one more request for each.</summary>
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
