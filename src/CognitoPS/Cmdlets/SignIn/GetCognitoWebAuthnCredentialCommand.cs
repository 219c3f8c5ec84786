using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Gets the passkeys (WebAuthn credentials) of the signed-in user.</summary>
/// <remarks>
/// <para>The cmdlet needs no AWS credentials.</para>
/// <para>Operations: ListWebAuthnCredentials.</para>
/// </remarks>
/// <example>
/// List all passkeys.
/// <code>$s | Get-CognitoWebAuthnCredential</code>
/// </example>
/// <example>
/// Remove the passkeys of a former domain.
/// <code>$s | Get-CognitoWebAuthnCredential | Where-Object RelyingPartyId -eq old.example.com | Remove-CognitoWebAuthnCredential</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoWebAuthnCredential", SupportsPaging = true)]
[OutputType(typeof(WebAuthnCredential))]
public sealed class GetCognitoWebAuthnCredentialCommand : SignedInUserCommand
{
    private protected override Task ProcessAsync()
    {
        (string? username, string? pool, string region, var token) = (Me.Username, Me.UserPoolId, UserRegion, AccessToken);
        return WriteListAsync(
            Pager.PagesAsync(
                Client,
                ListOperations.WebAuthnCredentials,
                new ListWebAuthnCredentialsRequest { AccessToken = Me.Text },
                Window.Demand(filters: false),
                StopToken
            ),
            credential => new WebAuthnCredential(credential, username, pool, region, token)
        );
    }
}
