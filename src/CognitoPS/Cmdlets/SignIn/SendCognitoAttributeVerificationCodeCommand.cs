using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Sends the signed-in user a code with which to verify an e-mail address or phone number.</summary>
/// <remarks>
/// <para>Confirm-CognitoUserAttribute takes the code. No AWS credentials are needed.</para>
/// <para>Operations: GetUserAttributeVerificationCode.</para>
/// </remarks>
/// <example>
/// The e-mail address.
/// <code>$s | Send-CognitoAttributeVerificationCode -AttributeName email</code>
/// </example>
/// <example>
/// Verify a phone number in one go.
/// <code>$s | Send-CognitoAttributeVerificationCode phone_number
/// $s | Confirm-CognitoUserAttribute phone_number (Read-Host 'Code')</code>
/// </example>
[Cmdlet(VerbsCommunications.Send, "CognitoAttributeVerificationCode", SupportsShouldProcess = true)]
[OutputType(typeof(CodeDelivery))]
public sealed class SendCognitoAttributeVerificationCodeCommand : SignedInUserCommand
{
    /// <summary>email or phone_number.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string AttributeName { get; set; } = "";

    /// <summary>What the pool's Lambda triggers are told, as @{ source = 'script' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess($"{Me}", $"Send a code for {AttributeName}"))
            return;
        GetUserAttributeVerificationCodeResponse reply = await Client.GetUserAttributeVerificationCodeAsync(
            new GetUserAttributeVerificationCodeRequest
            {
                AccessToken = Me.Text,
                AttributeName = AttributeName,
                ClientMetadata = AttributeValues.Of(ClientMetadata),
            },
            StopToken
        );
        WriteObject(new CodeDelivery(reply.CodeDeliveryDetails, Me.Username, UserRegion) { UserPoolId = Me.UserPoolId });
    }
}
