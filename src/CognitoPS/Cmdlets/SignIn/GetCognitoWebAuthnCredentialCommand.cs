using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Lists the passkeys of the signed-in user.</summary>
/// <remarks>
/// <para>No AWS credentials are needed.</para>
/// <para>Operations: ListWebAuthnCredentials.</para>
/// </remarks>
/// <example>
/// All of them.
/// <code>$s | Get-CognitoWebAuthnCredential</code>
/// </example>
/// <example>
/// Those of a former domain, removed.
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
