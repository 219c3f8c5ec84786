using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Signs a new user up, as the user would.</summary>
/// <remarks>
/// <para>Nothing is signed: no AWS credentials are needed. The service sends a code to the address or number that the pool verifies;
/// Confirm-CognitoUser takes it. An administrator creates users with New-CognitoUser.</para>
/// <para>Operations: SignUp, DescribeUserPoolClient. The latter only where the app client's secret has to be read.</para>
/// </remarks>
/// <example>
/// A user with an address.
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
    /// <summary>The new user's name; an e-mail address or a phone number where the pool signs users in by those.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Username { get; set; } = "";

    /// <summary>
    /// The password, as a SecureString or as text: as the pool's policy asks. Pools whose users sign in without one need none.
    /// </summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? Password { get; set; }

    /// <summary>
    /// The user's attributes, as @{ email = 'anna@example.com'; 'custom:plan' = 'free' }. Custom ones carry their prefix.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttribute")]
    [HashtableOrObject]
    public IDictionary? Attribute { get; set; }

    /// <summary>What the pre sign-up trigger is told to check, as @{ invitation = 'A7' }. It is not kept.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ValidationData { get; set; }

    /// <summary>What the pool's Lambda triggers are told, as @{ source = 'script' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>Where the user is, for threat protection, as @{ IpAddress = '192.0.2.7'; EncodedData = '…' }.</summary>
    [Parameter]
    [Settings(typeof(UserContextDataType))]
    public UserContextDataType? UserContextData { get; set; }

    /// <summary>The Amazon Pinpoint endpoint that it is counted for, as @{ AnalyticsEndpointId = '…' }.</summary>
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
