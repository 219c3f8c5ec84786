using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Registers (signs up) a new user, as the user would.</summary>
/// <remarks>
/// <para>Requests are unsigned and need no AWS credentials. The service sends a code to the address or number that the user pool verifies;
/// pass it to Confirm-CognitoUser. Administrators create users with New-CognitoUser.</para>
/// <para>Operations: SignUp, DescribeUserPoolClient. The latter runs only to read the client secret.</para>
/// </remarks>
/// <example>
/// Sign up a user with an email address.
/// <code>Register-CognitoUser -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Username anna -Password (Read-Host -AsSecureString) -Attribute @{ email = 'anna@example.com' }</code>
/// </example>
/// <example>
/// Sign up, confirm with the code, and sign in.
/// <code>$c = Get-Credential anna
/// $signUp = Register-CognitoUser 4example0client0id0web0000 -Region eu-west-1 -Username $c.UserName -Password $c.Password -Attribute @{ email = 'anna@example.com' }
/// $signUp | Confirm-CognitoUser -ConfirmationCode (Read-Host 'Code')
/// Connect-CognitoUser 4example0client0id0web0000 $c -UserPoolId eu-west-1_Customers</code>
/// </example>
[Cmdlet(VerbsLifecycle.Register, "CognitoUser", SupportsShouldProcess = true)]
[OutputType(typeof(SignUp))]
public sealed class RegisterCognitoUserCommand : AppClientCommand
{
    /// <summary>The new username, or an email address or phone number if users of the user pool sign in with those.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Username { get; set; } = "";

    /// <summary>
    /// The password, as a SecureString or as text. It must meet the password policy. User pools with passwordless sign-in don't require
    /// one.
    /// </summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? Password { get; set; }

    /// <summary>
    /// The user's attributes, such as @{ email = 'anna@example.com'; 'custom:plan' = 'free' }. Custom attributes need their prefix.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttribute")]
    [HashtableOrObject]
    public IDictionary? Attribute { get; set; }

    /// <summary>Data passed to the pool's pre sign-up Lambda trigger, such as @{ invitation = 'A7' }. It is not stored.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ValidationData { get; set; }

    /// <summary>Data passed to the pool's Lambda triggers, such as @{ source = 'script' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>The user's location and device, for threat protection, such as @{ IpAddress = '192.0.2.7'; EncodedData = '…' }.</summary>
    [Parameter]
    [Settings(typeof(UserContextDataType))]
    public UserContextDataType? UserContextData { get; set; }

    /// <summary>The Amazon Pinpoint endpoint for analytics, such as @{ AnalyticsEndpointId = '…' }.</summary>
    [Parameter]
    [Settings(typeof(AnalyticsMetadataType))]
    public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

    private protected override object? CurrentTarget => Username;

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess(Target.UserOfAppClient(Username, ClientId), "Sign up"))
            return;
        SecureString? used = null;
        SignUpResponse reply = await SendAsync(
            (client, app, secret) =>
                client.SignUpAsync(
                    new SignUpRequest
                    {
                        ClientId = ClientId,
                        SecretHash = app.HashOf(used = secret, Username),
                        Username = Username,
                        Password = Password is null ? null : SecureText.Reveal(Password),
                        UserAttributes = AttributeValues.ToAttributes(Attribute),
                        ValidationData = AttributeValues.ToAttributes(ValidationData),
                        ClientMetadata = AttributeValues.Of(ClientMetadata),
                        UserContextData = UserContextData,
                        AnalyticsMetadata = AnalyticsMetadata,
                    },
                    StopToken
                )
        );
        WriteObject(
            new SignUp(Username, ClientId, ClientRegion)
            {
                Sub = reply.UserSub,
                UserConfirmed = reply.UserConfirmed is true,
                DeliveryMedium = reply.CodeDeliveryDetails?.DeliveryMedium?.Value,
                DeliveryDestination = reply.CodeDeliveryDetails?.Destination,
                ClientSecret = used,
                UserPoolId = UserPoolId,
                Session = reply.Session is null ? null : SecureText.Hide(reply.Session),
            }
        );
    }
}
