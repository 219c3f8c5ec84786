using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Sends the signed-in user a code to verify their email address or phone number.</summary>
/// <remarks>
/// <para>Pass the code to Confirm-CognitoUserAttribute. The cmdlet needs no AWS credentials.</para>
/// <para>Operations: GetUserAttributeVerificationCode.</para>
/// </remarks>
/// <example>
/// Send a code to verify the email address.
/// <code>$s | Send-CognitoAttributeVerificationCode -AttributeName email</code>
/// </example>
/// <example>
/// Send a code and verify a phone number.
/// <code>$s | Send-CognitoAttributeVerificationCode phone_number
/// $s | Confirm-CognitoUserAttribute phone_number (Read-Host 'Code')</code>
/// </example>
[Cmdlet(VerbsCommunications.Send, "CognitoAttributeVerificationCode", SupportsShouldProcess = true)]
[OutputType(typeof(CodeDelivery))]
public sealed class SendCognitoAttributeVerificationCodeCommand : SignedInUserCommand
{
    /// <summary>The attribute to verify: email or phone_number.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string AttributeName { get; set; } = "";

    /// <summary>Data passed to the pool's Lambda triggers, such as @{ source = 'script' }.</summary>
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
