using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Gets the resource servers of a user pool and their custom scopes.</summary>
/// <remarks>
/// <para>A resource server represents an API and defines its custom scopes. An identifier or a name that contains wildcards filters the
/// list.</para>
/// <para>Operations: ListResourceServers, DescribeResourceServer.</para>
/// </remarks>
/// <example>
/// List the custom scopes that a user pool's app clients can be granted.
/// <code>(Get-CognitoResourceServer -UserPoolId eu-west-1_Customers).ScopeNames</code>
/// </example>
/// <example>
/// Get one resource server.
/// <code>Get-CognitoResourceServer -UserPoolId eu-west-1_Customers -Identifier https://api.example.com</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoResourceServer", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(ResourceServer))]
public sealed class GetCognitoResourceServerCommand : PoolCommand
{
    /// <summary>The identifiers of the resource servers. An identifier with wildcards filters the list.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceServerIdentifierCompleter))]
    public string[] Identifier { get; set; } = [];

    /// <summary>Returns only resource servers with this name. Wildcards are allowed.</summary>
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
