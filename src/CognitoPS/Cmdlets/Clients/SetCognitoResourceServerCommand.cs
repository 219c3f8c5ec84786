using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Updates a resource server and its custom scopes. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>The service replaces the name and the complete list of scopes. This cmdlet reads them first, so that -AddScope and -RemoveScope
/// change single scopes. Requests for a removed scope fail.</para>
/// <para>Operations: DescribeResourceServer, UpdateResourceServer.</para>
/// </remarks>
/// <example>
/// Add one scope and keep the others.
/// <code>Set-CognitoResourceServer -UserPoolId eu-west-1_Customers -Identifier https://api.example.com -AddScope @{ delete = 'Delete orders' }</code>
/// </example>
/// <example>
/// Preview the removal of a scope from all resource servers of a user pool.
/// <code>Get-CognitoResourceServer -UserPoolId eu-west-1_Customers | Set-CognitoResourceServer -RemoveScope legacy -WhatIf</code>
/// </example>
/// <parameter name="Clear">Paths of settings to reset: Scopes, which removes every scope.</parameter>
[Cmdlet(VerbsCommon.Set, "CognitoResourceServer", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(ResourceServer))]
public sealed class SetCognitoResourceServerCommand : SetCommand
{
    /// <summary>The resource server's identifier.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ResourceServerIdentifierCompleter))]
    public string Identifier { get; set; } = "";

    /// <summary>The new name, 1 to 256 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>
    /// The complete list of scopes, which replaces the current one: names with descriptions, such as @{ read = 'Read orders' }.
    /// </summary>
    [Parameter]
    [Alias("Scope")]
    [Scopes]
    public ResourceServerScopeType[] Scopes { get; set; } = [];

    /// <summary>Adds scopes, or updates the description of existing ones.</summary>
    [Parameter]
    [Scopes]
    public ResourceServerScopeType[] AddScope { get; set; } = [];

    /// <summary>Removes scopes by name.</summary>
    [Parameter]
    public string[] RemoveScope { get; set; } = [];

    private protected override object? CurrentTarget => Identifier;

    private protected override Task ProcessAsync()
    {
        Bound.RefuseEditsOf(nameof(Scopes), nameof(AddScope), nameof(RemoveScope));
        (string pool, string region, string identifier, var client) = (UserPoolId, PoolRegion, Identifier, Client);
        return UpdateAsync(
            new Update<ResourceServerType, UpdateResourceServerRequest>
            {
                Target = _ => Target.ResourceServer(identifier, pool),
                Read = async token =>
                    (await client.DescribeResourceServerAsync(new() { UserPoolId = pool, Identifier = identifier }, token)).ResourceServer,
                Identify = request => (request.UserPoolId, request.Identifier) = (pool, identifier),
                Adjust = (_, request) => EditScopes(request),
                Write = async (request, token) => (await client.UpdateResourceServerAsync(request, token)).ResourceServer,
                Rules = UpdateRules.ResourceServer,
                Output = server => new ResourceServer(server, pool, region),
            }
        );
    }

    private void EditScopes(UpdateResourceServerRequest request)
    {
        List<ResourceServerScopeType> scopes = request.Scopes ?? [];
        foreach (ResourceServerScopeType scope in AddScope)
        {
            int at = scopes.FindIndex(known => known.ScopeName == scope.ScopeName);
            if (at < 0)
                scopes.Add(scope);
            else
                scopes[at] = scope;
        }

        scopes.RemoveAll(scope => RemoveScope.Contains(scope.ScopeName));
        request.Scopes = scopes;
    }
}
