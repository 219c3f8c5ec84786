using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Creates a resource server in a user pool: an API with scopes of its own.</summary>
/// <remarks>
/// <para>App clients are then allowed scopes by their full name, the identifier, a slash and the scope: see ScopeNames of the
/// result.</para>
/// <para>Operation: CreateResourceServer. A pool has at most 25 resource servers unless its quota was raised, each with at most 100
/// scopes.</para>
/// </remarks>
/// <example>
/// An API with two scopes.
/// <code>New-CognitoResourceServer -UserPoolId eu-west-1_Customers -Identifier https://api.example.com -Name orders -Scopes @{ read = 'Read orders'; write = 'Change orders' }</code>
/// </example>
/// <example>
/// The same API in every staging pool.
/// <code>Get-CognitoUserPool *-staging | New-CognitoResourceServer -Identifier orders -Scopes @{ read = 'Read orders' }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoResourceServer", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(ResourceServer))]
public sealed class NewCognitoResourceServerCommand : PoolCommand
{
    /// <summary>The identifier: 1 to 256 characters without spaces, often the API's address. It cannot be changed later.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string Identifier { get; set; } = "";

    /// <summary>The name: 1 to 256 characters. Default: the identifier, with hyphens for what a name cannot have.</summary>
    [Parameter(Position = 2, ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public string? Name { get; set; }

    /// <summary>The scopes: name and description, as @{ read = 'Read orders' }. At most 100.</summary>
    [Parameter]
    [Alias("Scope")]
    [Scopes]
    public ResourceServerScopeType[] Scopes { get; set; } = [];

    private protected override object? CurrentTarget => Identifier;

    private protected override async Task ProcessAsync()
    {
        var request = new CreateResourceServerRequest();
        Bound.Apply(request);
        request.UserPoolId = UserPoolId;
        request.Name ??= new string([.. Identifier.Select(letter => IsNameLetter(letter) ? letter : '-')]);
        if (!ShouldCreate(Target.ResourceServer(Identifier, UserPoolId), request))
            return;
        (string region, var client) = (PoolRegion, Client);
        await StartAsync(
            Identifier,
            UserPoolId,
            async token => new ResourceServer(
                (await client.CreateResourceServerAsync(request, token)).ResourceServer,
                request.UserPoolId,
                region
            )
        );
    }

    private static bool IsNameLetter(char letter) => char.IsLetterOrDigit(letter) || "_+=,.@-".Contains(letter);
}
