using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Cmdlets.SignIn;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Resets the passwords of users by sending them a code to set a new one (forgot password).</summary>
/// <remarks>
/// <para>As an administrator, you also invalidate the old password, and the user's status becomes RESET_REQUIRED. With -ClientId, the
/// cmdlet does what an application does for a forgotten password. It needs no AWS credentials, and the old password works until
/// Complete-CognitoPasswordReset sets a new one.</para>
/// <para>The user must have a verified email address or phone number. To set a password yourself, use Set-CognitoUserPassword.</para>
/// <para>Operations: AdminResetUserPassword, ForgotPassword. Several run at a time, 30 per second by default. Each one sends a
/// message.</para>
/// </remarks>
/// <example>
/// Reset the password of one user.
/// <code>Reset-CognitoUserPassword -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Request a code for a forgotten password, as the user.
/// <code>Reset-CognitoUserPassword -ClientId 4example0client0id0web0000 -Region eu-west-1 -Username anna</code>
/// </example>
/// <example>
/// Reset the passwords of a group's members.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Reset-CognitoUserPassword</code>
/// </example>
[Cmdlet(VerbsCommon.Reset, "CognitoUserPassword", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User), typeof(CodeDelivery))]
public sealed class ResetCognitoUserPasswordCommand : UserCommand
{
    private const string Action = "Reset the password";

    /// <summary>
    /// The user pool: its ID (eu-west-1_AbCdEf123), its ARN, or an object from Get-CognitoUserPool. It is optional with -ClientId, where it
    /// lets the cmdlet read the client secret.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = AppClientAccess.ParameterSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public override string UserPoolId
    {
        get => base.UserPoolId;
        set => base.UserPoolId = value;
    }

    /// <inheritdoc cref="UserCommand.Username"/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Admin, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true,
        Position = 1,
        ParameterSetName = AppClientAccess.ParameterSet,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Username]
    [Alias("Identity")]
    public override string[] Username
    {
        get => base.Username;
        set => base.Username = value;
    }

    /// <summary>The ID of the app client. The request is unsigned and made the way the app client's application makes it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AppClientAccess.ParameterSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <inheritdoc cref="AppClientCommand.ClientSecret"/>
    [Parameter(ParameterSetName = AppClientAccess.ParameterSet, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? ClientSecret { get; set; }

    /// <inheritdoc cref="RegisterCognitoUserCommand.ClientMetadata"/>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <inheritdoc cref="RegisterCognitoUserCommand.UserContextData"/>
    [Parameter(ParameterSetName = AppClientAccess.ParameterSet)]
    [Settings(typeof(UserContextDataType))]
    public UserContextDataType? UserContextData { get; set; }

    /// <inheritdoc cref="RegisterCognitoUserCommand.AnalyticsMetadata"/>
    [Parameter(ParameterSetName = AppClientAccess.ParameterSet)]
    [Settings(typeof(AnalyticsMetadataType))]
    public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

    /// <inheritdoc cref="EnableCognitoUserCommand.PassThru"/>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private AppClientAccess? App =>
        ParameterSetName == AppClientAccess.ParameterSet ? new AppClientAccess(ClientId, ClientSecret)
        : IsPoolNamed ? null
        : AppClientAccess.Of(InputObject);

    private string? NamedPool => UserPoolId.Length > 0 ? UserPoolId : null;

    private protected override Task StartAsync(string username)
    {
        if (App is { } app)
            return StartAsync(username, app);
        var request = new AdminResetUserPasswordRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            ClientMetadata = AttributeValues.Of(ClientMetadata),
        };
        return ChangeAsync(
            username,
            UserChange.Of(Action, (client, token) => client.AdminResetUserPasswordAsync(request, token), PassThru)
        );
    }

    private Task StartAsync(string username, AppClientAccess app)
    {
        (string? pool, string region) = (NamedPool, RegionFor(NamedPool));
        var administrator = pool is not null && app.ClientSecret is null ? AdministratorIn(region) : null;
        var request = new ForgotPasswordRequest
        {
            ClientId = app.ClientId,
            Username = username,
            ClientMetadata = AttributeValues.Of(ClientMetadata),
            UserContextData = UserContextData,
            AnalyticsMetadata = AnalyticsMetadata,
        };
        return ChangeAsync(app.Subject(TargetOf(username), username, PublicClientIn(region)), new UserChange(Action, SendAsync));

        async Task<object?> SendAsync(IAmazonCognitoIdentityProvider client, CancellationToken token)
        {
            ForgotPasswordResponse reply = await app.SendAsync(
                username,
                pool,
                administrator,
                hash =>
                {
                    request.SecretHash = hash;
                    return client.ForgotPasswordAsync(request, token);
                },
                token
            );
            return new CodeDelivery(reply.CodeDeliveryDetails, username, region) { ClientId = app.ClientId, UserPoolId = pool };
        }
    }
}
