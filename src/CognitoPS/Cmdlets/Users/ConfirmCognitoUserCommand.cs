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

/// <summary>Confirms users who signed up by themselves: without a code, or as the user by the code.</summary>
/// <remarks>
/// <para>The user becomes CONFIRMED; e-mail address and phone number do not become verified by it: Set-CognitoUser -Attribute @{
/// email_verified = $true } does that.</para>
/// <para>Operations: AdminConfirmSignUp, ConfirmSignUp. Several at once.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Confirm-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// By the code, as the user, without AWS credentials.
/// <code>Confirm-CognitoUser -ClientId 4example0client0id0web0000 -Region eu-west-1 -Username anna -ConfirmationCode 123456</code>
/// </example>
/// <example>
/// Everybody who has not confirmed.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Status UNCONFIRMED | Confirm-CognitoUser</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User), typeof(SignUp))]
public sealed class ConfirmCognitoUserCommand : UserCommand
{
    private const string Action = "Confirm the sign-up";

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

    /// <summary>
    /// The code that was sent, as a SecureString or as text: the user confirms by it, through -ClientId, without AWS credentials.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AppClientAccess.ParameterSet)]
    [Alias("Code")]
    [SecretText]
    public SecureString ConfirmationCode { get; set; } = new();

    /// <summary>Takes an e-mail address or phone number away from the user who has it as an alias until now.</summary>
    [Parameter(ParameterSetName = AppClientAccess.ParameterSet)]
    public SwitchParameter ForceAliasCreation { get; set; }

    /// <summary>The session of the sign-up, as Register-CognitoUser gives it: the user can then be signed in by what comes out.</summary>
    [Parameter(ParameterSetName = AppClientAccess.ParameterSet, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? Session { get; set; }

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
        var request = new AdminConfirmSignUpRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            ClientMetadata = AttributeValues.Of(ClientMetadata),
        };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminConfirmSignUpAsync(request, token), PassThru));
    }

    private Task StartAsync(string username, AppClientAccess app)
    {
        (string? pool, string region) = (NamedPool, RegionFor(NamedPool));
        var administrator = pool is not null && app.ClientSecret is null ? AdministratorIn(region) : null;
        var request = new ConfirmSignUpRequest
        {
            ClientId = app.ClientId,
            Username = username,
            ConfirmationCode = SecureText.Reveal(ConfirmationCode),
            ForceAliasCreation = ForceAliasCreation ? true : null,
            Session = Session is null ? null : SecureText.Reveal(Session),
            ClientMetadata = AttributeValues.Of(ClientMetadata),
            UserContextData = UserContextData,
            AnalyticsMetadata = AnalyticsMetadata,
        };
        return ChangeAsync(app.Subject(TargetOf(username), username, PublicClientIn(region)), new UserChange(Action, SendAsync));

        async Task<object?> SendAsync(IAmazonCognitoIdentityProvider client, CancellationToken token)
        {
            ConfirmSignUpResponse reply = await app.SendAsync(
                username,
                pool,
                administrator,
                hash =>
                {
                    request.SecretHash = hash;
                    return client.ConfirmSignUpAsync(request, token);
                },
                token
            );
            return reply.Session is not { } session
                ? null
                : new SignUp(username, app.ClientId, region)
                {
                    UserConfirmed = true,
                    ClientSecret = app.ClientSecret,
                    UserPoolId = pool,
                    Session = SecureText.Hide(session),
                };
        }
    }
}
