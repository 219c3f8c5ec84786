using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Sends (resends) the confirmation code of a sign-up.</summary>
/// <remarks>
/// <para>The previous code becomes invalid. Requests are unsigned and need no AWS credentials.</para>
/// <para>Operations: ResendConfirmationCode, DescribeUserPoolClient. The latter runs only to read the client secret.</para>
/// </remarks>
/// <example>
/// Resend the code to one user.
/// <code>Send-CognitoConfirmationCode -ClientId 4example0client0id0web0000 -Username anna -Region eu-west-1</code>
/// </example>
/// <example>
/// Resend the code to every unconfirmed user.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Status UNCONFIRMED | Send-CognitoConfirmationCode -ClientId 4example0client0id0web0000</code>
/// </example>
[Cmdlet(VerbsCommunications.Send, "CognitoConfirmationCode", SupportsShouldProcess = true)]
[OutputType(typeof(CodeDelivery))]
public sealed class SendCognitoConfirmationCodeCommand : AppClientCommand
{
    /// <summary>The user who signed up.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Username { get; set; } = "";

    /// <inheritdoc cref="RegisterCognitoUserCommand.ClientMetadata"/>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <inheritdoc cref="RegisterCognitoUserCommand.UserContextData"/>
    [Parameter]
    [Settings(typeof(UserContextDataType))]
    public UserContextDataType? UserContextData { get; set; }

    /// <inheritdoc cref="RegisterCognitoUserCommand.AnalyticsMetadata"/>
    [Parameter]
    [Settings(typeof(AnalyticsMetadataType))]
    public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

    private protected override object? CurrentTarget => Username;

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess(Target.UserOfAppClient(Username, ClientId), "Send the confirmation code again"))
            return;
        ResendConfirmationCodeResponse reply = await SendAsync(
            (client, app, secret) =>
                client.ResendConfirmationCodeAsync(
                    new ResendConfirmationCodeRequest
                    {
                        ClientId = ClientId,
                        SecretHash = app.HashOf(secret, Username),
                        Username = Username,
                        ClientMetadata = AttributeValues.Of(ClientMetadata),
                        UserContextData = UserContextData,
                        AnalyticsMetadata = AnalyticsMetadata,
                    },
                    StopToken
                )
        );
        WriteObject(new CodeDelivery(reply.CodeDeliveryDetails, Username, ClientRegion) { ClientId = ClientId, UserPoolId = UserPoolId });
    }
}
