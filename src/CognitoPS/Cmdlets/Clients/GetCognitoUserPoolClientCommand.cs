using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
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
[Cmdlet(VerbsCommon.Get, "CognitoUserPoolClient", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(UserPoolClientSummary), ParameterSetName = ["List"])]
[OutputType(typeof(UserPoolClient), ParameterSetName = ["Describe", "List"])]
public sealed class GetCognitoUserPoolClientCommand : PoolCommand
{
    /// <summary>The ids of the clients to describe.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Describe", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[] ClientId { get; set; } = [];

    /// <summary>Only clients with this name; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("ClientName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClientNameCompleter))]
    public string? Name { get; set; }

    /// <summary>Describes each client with all of its settings: one more request for each.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter Detailed { get; set; }

    private protected override async Task ProcessAsync()
    {
        if (ParameterSetName == "Describe")
        {
            foreach (string id in ClientId)
            {
                if (Window.Admits())
                    await StartDescribeAsync(id);
            }

            return;
        }

        var name = NamePattern.Of(Name);
        var request = new ListUserPoolClientsRequest { UserPoolId = UserPoolId };
        var pages = Pager.PagesAsync(Client, ListOperations.UserPoolClients, request, Window.Demand(filters: Name is not null), StopToken);
        string region = PoolRegion;
        if (Detailed)
            await ForEachAsync(pages, client => name.IsMatch(client.ClientName), client => StartDescribeAsync(client.ClientId));
        else
            await WriteListAsync(pages, client => name.IsMatch(client.ClientName) ? new UserPoolClientSummary(client, region) : null);
    }

    private Task StartDescribeAsync(string clientId)
    {
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
