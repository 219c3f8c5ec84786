using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Revokes a refresh token, and with it the access tokens that came out of it.</summary>
/// <remarks>
/// <para>The service refuses those access tokens from then on; whoever only checks signatures takes them until they expire. Nothing is
/// signed: no AWS credentials are needed.</para>
/// <para>Operations: RevokeToken, DescribeUserPoolClient. The latter only where the app client's secret has to be read.</para>
/// </remarks>
/// <example>
/// The token of a session.
/// <code>$s | Revoke-CognitoToken</code>
/// </example>
/// <example>
/// A token alone.
/// <code>Revoke-CognitoToken -ClientId 4example0client0id0web0000 -Token $refreshToken -Region eu-west-1</code>
/// </example>
[Cmdlet(VerbsSecurity.Revoke, "CognitoToken", SupportsShouldProcess = true)]
public sealed class RevokeCognitoTokenCommand : AppClientCommand
{
    /// <summary>The refresh token, as a SecureString or as text.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RefreshToken")]
    [SecretText]
    public SecureString Token { get; set; } = new();

    /// <summary>LINKED ends the sessions that came out of this one too; NONE, the default, does not.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<RevokeAssociatedSessionsType>))]
    public string? RevokeAssociatedSessions { get; set; }

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess($"a refresh token of app client {ClientId}", "Revoke"))
            return;
        await SendAsync(
            (client, _, secret) =>
                client.RevokeTokenAsync(
                    new RevokeTokenRequest
                    {
                        ClientId = ClientId,
                        Token = SecureText.Reveal(Token),
                        ClientSecret = secret is null ? null : SecureText.Reveal(secret),
                        RevokeAssociatedSessions = RevokeAssociatedSessions,
                    },
                    StopToken
                )
        );
    }
}
