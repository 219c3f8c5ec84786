using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Completes a forgotten-password reset: sets a new password with the code from Reset-CognitoUserPassword.</summary>
/// <remarks>
/// <para>Requests are unsigned and need no AWS credentials.</para>
/// <para>Operations: ConfirmForgotPassword, DescribeUserPoolClient. The latter runs only to read the client secret.</para>
/// </remarks>
/// <example>
/// Set a password that you type at a prompt.
/// <code>Complete-CognitoPasswordReset -ClientId 4example0client0id0web0000 -Region eu-west-1 -Username anna -ConfirmationCode 123456 -Password (Read-Host -AsSecureString)</code>
/// </example>
/// <example>
/// Run both steps of a forgotten-password reset.
/// <code>$reset = Reset-CognitoUserPassword -ClientId 4example0client0id0web0000 -Username anna -Region eu-west-1
/// $reset | Complete-CognitoPasswordReset -ConfirmationCode (Read-Host 'Code') -Password (Read-Host 'New password' -AsSecureString)</code>
/// </example>
[Cmdlet(VerbsLifecycle.Complete, "CognitoPasswordReset", SupportsShouldProcess = true)]
public sealed class CompleteCognitoPasswordResetCommand : AppClientCommand
{
    /// <summary>The user who resets their password.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Username { get; set; } = "";

    /// <summary>The code that was sent, as a SecureString or as text.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [Alias("Code")]
    [SecretText]
    public SecureString ConfirmationCode { get; set; } = new();

    /// <summary>The new password, as a SecureString or as text. It must meet the password policy.</summary>
    [Parameter(Mandatory = true, Position = 3)]
    [Alias("NewPassword")]
    [SecretText]
    public SecureString Password { get; set; } = new();

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
        if (!ShouldProcess(Target.UserOfAppClient(Username, ClientId), "Set a new password"))
            return;
        await SendAsync(
            (client, app, secret) =>
                client.ConfirmForgotPasswordAsync(
                    new ConfirmForgotPasswordRequest
                    {
                        ClientId = ClientId,
                        SecretHash = app.HashOf(secret, Username),
                        Username = Username,
                        ConfirmationCode = SecureText.Reveal(ConfirmationCode),
                        Password = SecureText.Reveal(Password),
                        ClientMetadata = AttributeValues.Of(ClientMetadata),
                        UserContextData = UserContextData,
                        AnalyticsMetadata = AnalyticsMetadata,
                    },
                    StopToken
                )
        );
    }
}
