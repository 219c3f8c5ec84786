using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Lists the resource servers of a user pool, or reads them by identifier.</summary>
/// <remarks>
/// <para>A resource server is an API with scopes of its own. An identifier or a name with wildcards filters the list.</para>
/// <para>Operations: ListResourceServers, DescribeResourceServer.</para>
/// </remarks>
/// <example>
/// The scopes that app clients of a pool can be allowed.
/// <code>(Get-CognitoResourceServer -UserPoolId eu-west-1_Customers).ScopeNames</code>
/// </example>
/// <example>
/// One resource server.
/// <code>Get-CognitoResourceServer -UserPoolId eu-west-1_Customers -Identifier https://api.example.com</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoResourceServer", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(ResourceServer))]
public sealed class GetCognitoResourceServerCommand : PoolCommand
{
    /// <summary>The identifiers of resource servers; with wildcards, filters the list.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceServerIdentifierCompleter))]
    public string[] Identifier { get; set; } = [];

    /// <summary>Only resource servers with this name; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Name { get; set; }

    private protected override async Task ProcessAsync()
    {
        (string pool, string region, var names) = (UserPoolId, PoolRegion, NamePattern.Of(Name));
        foreach (string identifier in Identifier.Length > 0 ? Identifier : ["*"])
            await TryAsync(
                identifier == "*" ? pool : identifier,
                () =>
                    IsPattern(nameof(Identifier), identifier)
                        ? WriteMatchingAsync(identifier)
                        : WriteOneAsync(NameIn(nameof(Identifier), identifier))
            );

        Task WriteMatchingAsync(string identifier)
        {
            var pattern = NamePattern.Of(identifier);
            var pages = Pager.PagesAsync(
                Client,
                ListOperations.ResourceServers,
                new ListResourceServersRequest { UserPoolId = pool },
                Window.Demand(filters: identifier != "*" || Name is not null),
                StopToken
            );
            return WriteListAsync(
                pages,
                server => pattern.IsMatch(server.Identifier) && names.IsMatch(server.Name) ? new ResourceServer(server, pool, region) : null
            );
        }

        async Task WriteOneAsync(string identifier)
        {
            if (Window.IsSatisfied)
                return;
            DescribeResourceServerResponse answer = await Client.DescribeResourceServerAsync(
                new() { UserPoolId = pool, Identifier = identifier },
                StopToken
            );
            if (names.IsMatch(answer.ResourceServer.Name) && Window.Admits())
                WriteObject(new ResourceServer(answer.ResourceServer, pool, region));
        }
    }
}
