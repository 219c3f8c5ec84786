using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.SignIn;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Updates (refreshes) access tokens and ID tokens with a refresh token.</summary>
/// <remarks>
/// <para>If the app client rotates refresh tokens, the returned session contains a new one. Keep it: the old one is invalid, and using it
/// again ends the sign-in. Requests are unsigned and need no AWS credentials.</para>
/// <para>Operations: GetTokensFromRefreshToken, DescribeUserPoolClient. The latter runs only to read the client secret.</para>
/// </remarks>
/// <example>
/// Refresh the tokens of a session that is about to expire.
/// <code>$s = $s | Update-CognitoToken</code>
/// </example>
/// <example>
/// Get tokens with only a refresh token.
/// <code>Update-CognitoToken -ClientId 4example0client0id0web0000 -RefreshToken $refreshToken -Region eu-west-1</code>
/// </example>
[Cmdlet(VerbsData.Update, "CognitoToken")]
[OutputType(typeof(SignInSession))]
public sealed class UpdateCognitoTokenCommand : AppClientCommand
{
    /// <summary>The refresh token, as a SecureString or as text.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString RefreshToken { get; set; } = new();

    /// <summary>The key of the device that the user signed in from, if the user pool tracks devices.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DeviceKey { get; set; }

    /// <summary>Data passed to the pool's Lambda triggers, such as @{ source = 'script' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>The piped session; the new one keeps its device information.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override async Task ProcessAsync()
    {
        SecureString? used = null;
        GetTokensFromRefreshTokenResponse reply = await SendAsync(
            (client, _, secret) =>
            {
                used = secret;
                return client.GetTokensFromRefreshTokenAsync(
                    new GetTokensFromRefreshTokenRequest
                    {
                        ClientId = ClientId,
                        RefreshToken = SecureText.Reveal(RefreshToken),
                        ClientSecret = secret is null ? null : SecureText.Reveal(secret),
                        DeviceKey = DeviceKey,
                        ClientMetadata = AttributeValues.Of(ClientMetadata),
                    },
                    StopToken
                );
            }
        );
        WriteObject(
            SignInSessions.Of(
                AuthService.TokensOf(reply.AuthenticationResult),
                ClientId,
                used,
                UserPoolId,
                ClientRegion,
                EndpointUrl,
                former: Former
            )
        );
    }

    /// <summary>The earlier session, as far as it is known.</summary>
    private SignInSession Former =>
        new(ClientId, ClientRegion)
        {
            RefreshToken = RefreshToken,
            DeviceKey = DeviceKey,
            DeviceGroupKey = PipedSession?.DeviceGroupKey,
            DevicePassword = PipedSession?.DevicePassword,
        };

    private SignInSession? PipedSession => InputObject?.BaseObject as SignInSession;
}
