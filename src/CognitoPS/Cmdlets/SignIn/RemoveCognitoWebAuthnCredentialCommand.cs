using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Removes a passkey of the signed-in user.</summary>
/// <remarks>
/// <para>The service forgets the passkey; the device that made it keeps its half, which is good for nothing then. No AWS credentials are
/// needed.</para>
/// <para>Operations: DeleteWebAuthnCredential.</para>
/// </remarks>
/// <example>
/// One of them.
/// <code>$s | Remove-CognitoWebAuthnCredential -CredentialId $id</code>
/// </example>
/// <example>
/// All of them, without a question.
/// <code>$s | Get-CognitoWebAuthnCredential | Remove-CognitoWebAuthnCredential -Confirm:$false</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "CognitoWebAuthnCredential", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveCognitoWebAuthnCredentialCommand : SignedInUserCommand
{
    /// <summary>The passkey's id, as Get-CognitoWebAuthnCredential shows it.</summary>
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
