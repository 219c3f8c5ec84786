using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Output;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Gets an access token for an app client itself, for machine-to-machine (M2M) authorization.</summary>
/// <remarks>
/// <para>The app client must have a client secret and the OAuth grant type client_credentials. The cmdlet requires AWS credentials, but no
/// user and no domain.</para>
/// <para>Operations: GetClientToken, DescribeUserPoolClient. The latter runs only to read the client secret.</para>
/// </remarks>
/// <example>
/// Get a token with all scopes of the app client and call an API with it.
/// <code>$t = Get-CognitoClientToken -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0m2m0000
/// Invoke-RestMethod https://api.example.com/orders -Authentication Bearer -Token $t.AccessToken</code>
/// </example>
/// <example>
/// Request one scope, and specify the client secret.
/// <code>Get-CognitoClientToken 4example0client0id0m2m0000 -ClientSecret $secret -Scope orders/read -Region eu-west-1</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoClientToken")]
[OutputType(typeof(ClientToken))]
public sealed class GetCognitoClientTokenCommand : AppClientCommand
{
    /// <summary>The scopes to request, such as orders/read. Default: all scopes that the app client can have.</summary>
    [Parameter(Position = 1)]
    [Alias("Scopes")]
    public string[] Scope { get; set; } = [];

    /// <summary>Data passed to the pool's Lambda triggers, such as @{ source = 'script' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    private protected override async Task ProcessAsync()
    {
        string region = ClientRegion;
        var client = ClientIn(region);
        string? secret =
            ClientSecret is not null ? SecureText.Reveal(ClientSecret)
            : UserPoolId is null ? null
            : (
                await client.DescribeUserPoolClientAsync(
                    new DescribeUserPoolClientRequest { UserPoolId = UserPoolId, ClientId = ClientId },
                    StopToken
                )
            )
                .UserPoolClient
                .ClientSecret;
        if (secret is not { Length: > 0 })
        {
            throw new CognitoException(
                "MissingClientSecret",
                ErrorCategory.InvalidArgument,
                $"A token for app client {ClientId} itself needs the client secret.",
                "Specify -ClientSecret, or -UserPoolId so that the secret can be read. A client without a secret cannot get such tokens."
            );
        }

        GetClientTokenResponse reply = await client.GetClientTokenAsync(
            new GetClientTokenRequest
            {
                ClientId = ClientId,
                Secret = secret,
                Scopes = Scope.Length > 0 ? [.. Scope] : null,
                ClientMetadata = AttributeValues.Of(ClientMetadata),
            },
            StopToken
        );
        WriteObject(new ClientToken(reply.ClientAuthenticationResult, ClientId, UserPoolId, region) { Scopes = Readable.List(Scope) });
    }
}
