using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Revokes a refresh token and the access tokens issued with it.</summary>
/// <remarks>
/// <para>The service then rejects those access tokens. APIs that only check signatures accept them until they expire. Requests are unsigned
/// and need no AWS credentials.</para>
/// <para>Operations: RevokeToken, DescribeUserPoolClient. The latter runs only to read the client secret.</para>
/// </remarks>
/// <example>
/// Revoke the refresh token of a session.
/// <code>$s | Revoke-CognitoToken</code>
/// </example>
/// <example>
/// Revoke a single refresh token.
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

    /// <summary>LINKED also ends the sessions that originate from this one. Default: NONE, which doesn't.</summary>
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
