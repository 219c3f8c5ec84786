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

/// <summary>Sends users a code with which to set a new password; an administrator makes the old one invalid too.</summary>
/// <remarks>
/// <para>With -ClientId it is what an application does for somebody who forgot the password: no AWS credentials are needed, and the old
/// password stays good until Complete-CognitoPasswordReset sets another.</para>
/// <para>It needs a verified e-mail address or phone number; the user becomes RESET_REQUIRED. To set a password yourself use
/// Set-CognitoUserPassword.</para>
/// <para>Operations: AdminResetUserPassword, ForgotPassword. Several at once, 30 a second by default. Each sends a message.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Reset-CognitoUserPassword -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// As somebody who forgot the password.
/// <code>Reset-CognitoUserPassword -ClientId 4example0client0id0web0000 -Region eu-west-1 -Username anna</code>
/// </example>
/// <example>
/// The members of a group.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Reset-CognitoUserPassword</code>
/// </example>
[Cmdlet(VerbsCommon.Reset, "CognitoUserPassword", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User), typeof(CodeDelivery))]
public sealed class ResetCognitoUserPasswordCommand : UserCommand
{
    private const string Action = "Reset the password";

    /// <summary>
    /// The user pool: its id (eu-west-1_AbCdEf123), its ARN, or an object of Get-CognitoUserPool. With -ClientId it may be left out; it
    /// says where the app client's secret can be read.
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

    /// <summary>The id of the app client: the request is made as its application makes it, unsigned.</summary>
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
