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

/// <summary>Confirms users who signed up: as an administrator without a code, or as the user with the confirmation code.</summary>
/// <remarks>
/// <para>The user's status becomes CONFIRMED. The email address and phone number don't become verified; use Set-CognitoUser -Attribute @{
/// email_verified = $true } for that.</para>
/// <para>Operations: AdminConfirmSignUp, ConfirmSignUp. Several run at a time.</para>
/// </remarks>
/// <example>
/// Confirm one user as an administrator.
/// <code>Confirm-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Confirm a sign-up with the code, as the user and without AWS credentials.
/// <code>Confirm-CognitoUser -ClientId 4example0client0id0web0000 -Region eu-west-1 -Username anna -ConfirmationCode 123456</code>
/// </example>
/// <example>
/// Confirm every unconfirmed user.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Status UNCONFIRMED | Confirm-CognitoUser</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User), typeof(SignUp))]
public sealed class ConfirmCognitoUserCommand : UserCommand
{
    private const string Action = "Confirm the sign-up";

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

    /// <summary>
    /// The confirmation code that was sent, as a SecureString or as text. The user confirms through -ClientId, without AWS credentials.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AppClientAccess.ParameterSet)]
    [Alias("Code")]
    [SecretText]
    public SecureString ConfirmationCode { get; set; } = new();

    /// <summary>Moves an email or phone-number alias from another user to this one.</summary>
    [Parameter(ParameterSetName = AppClientAccess.ParameterSet)]
    public SwitchParameter ForceAliasCreation { get; set; }

    /// <summary>The session of the sign-up, as returned by Register-CognitoUser. The result can then sign the user in.</summary>
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
