using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Verifies the signed-in user's e-mail address or phone number by the code that was sent.</summary>
/// <remarks>
/// <para>An administrator verifies without a code: Set-CognitoUser -Attribute @{ email_verified = $true }. No AWS credentials are needed
/// here.</para>
/// <para>Operations: VerifyUserAttribute.</para>
/// </remarks>
/// <example>
/// The e-mail address.
/// <code>$s | Confirm-CognitoUserAttribute -AttributeName email -Code 123456</code>
/// </example>
/// <example>
/// With a token alone.
/// <code>Confirm-CognitoUserAttribute -AccessToken $accessToken -AttributeName email -Code (Read-Host 'Code')</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoUserAttribute", SupportsShouldProcess = true)]
public sealed class ConfirmCognitoUserAttributeCommand : SignedInUserCommand
{
    /// <summary>email or phone_number.</summary>
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
