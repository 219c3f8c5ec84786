using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Removes passkeys (WebAuthn credentials) of the signed-in user.</summary>
/// <remarks>
/// <para>The service forgets the passkey. The device keeps its part, which no longer works. The cmdlet needs no AWS credentials.</para>
/// <para>Operations: DeleteWebAuthnCredential.</para>
/// </remarks>
/// <example>
/// Remove one passkey.
/// <code>$s | Remove-CognitoWebAuthnCredential -CredentialId $id</code>
/// </example>
/// <example>
/// Remove all passkeys without prompting for confirmation.
/// <code>$s | Get-CognitoWebAuthnCredential | Remove-CognitoWebAuthnCredential -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "CognitoWebAuthnCredential", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveCognitoWebAuthnCredentialCommand : SignedInUserCommand
{
    /// <summary>The ID of the passkey, as returned by Get-CognitoWebAuthnCredential.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string CredentialId { get; set; } = "";

    private protected override async Task ProcessAsync()
    {
        if (ShouldProcess($"{Me}", $"Remove passkey {CredentialId}"))
            await Client.DeleteWebAuthnCredentialAsync(
                new DeleteWebAuthnCredentialRequest { AccessToken = Me.Text, CredentialId = CredentialId },
                StopToken
            );
    }
}
