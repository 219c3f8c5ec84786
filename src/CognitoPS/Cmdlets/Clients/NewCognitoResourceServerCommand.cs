using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Creates a resource server with custom scopes in a user pool.</summary>
/// <remarks>
/// <para>You grant app clients a custom scope by its full name, which is the identifier, a slash and the scope name. The ScopeNames
/// property of the result lists the full names.</para>
/// <para>Operation: CreateResourceServer. By default, a user pool can have up to 25 resource servers, each with up to 100 scopes.</para>
/// </remarks>
/// <example>
/// Create an API with two scopes.
/// <code>New-CognitoResourceServer -UserPoolId eu-west-1_Customers -Identifier https://api.example.com -Name orders -Scopes @{ read = 'Read orders'; write = 'Change orders' }</code>
/// </example>
/// <example>
/// Create the same API in every staging pool.
/// <code>Get-CognitoUserPool *-staging | New-CognitoResourceServer -Identifier orders -Scopes @{ read = 'Read orders' }</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoResourceServer", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(ResourceServer))]
public sealed class NewCognitoResourceServerCommand : PoolCommand
{
    /// <summary>The identifier, 1 to 256 characters without spaces. It is often the URL of the API. You can't change it later.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string Identifier { get; set; } = "";

    /// <summary>
    /// The name, 1 to 256 characters. Default: the identifier, with a hyphen in place of each character that a name can't contain.
    /// </summary>
    [Parameter(Position = 2, ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public string? Name { get; set; }

    /// <summary>
    /// The scopes by name, each with its description, such as @{ read = 'Read orders' }. A resource server can have up to 100.
    /// </summary>
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
