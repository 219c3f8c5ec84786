using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Confirms (verifies) the signed-in user's email address or phone number with the code that was sent.</summary>
/// <remarks>
/// <para>Administrators can verify without a code: Set-CognitoUser -Attribute @{ email_verified = $true }. This cmdlet needs no AWS
/// credentials.</para>
/// <para>Operations: VerifyUserAttribute.</para>
/// </remarks>
/// <example>
/// Verify the email address.
/// <code>$s | Confirm-CognitoUserAttribute -AttributeName email -Code 123456</code>
/// </example>
/// <example>
/// Verify a phone number with only an access token.
/// <code>Confirm-CognitoUserAttribute -AccessToken $accessToken -AttributeName email -Code (Read-Host 'Code')</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoUserAttribute", SupportsShouldProcess = true)]
public sealed class ConfirmCognitoUserAttributeCommand : SignedInUserCommand
{
    /// <summary>The attribute to verify: email or phone_number.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string AttributeName { get; set; } = "";

    /// <summary>The code that was sent, as a SecureString or as text.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [SecretText]
    public SecureString Code { get; set; } = new();

    private protected override async Task ProcessAsync()
    {
        if (ShouldProcess($"{Me}", $"Verify {AttributeName}"))
            await Client.VerifyUserAttributeAsync(
                new VerifyUserAttributeRequest
                {
                    AccessToken = Me.Text,
                    AttributeName = AttributeName,
                    Code = SecureText.Reveal(Code),
                },
                StopToken
            );
    }
}
