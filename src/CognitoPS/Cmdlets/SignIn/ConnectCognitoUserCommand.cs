using System.Management.Automation;
using System.Security;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Signs a user in and returns their tokens, or the challenge that the sign-in stopped at.</summary>
/// <remarks>
/// <para>Here, -Credential is the user's own username and password. AWS credentials come from Connect-Cognito, -ProfileName or -AccessKey,
/// and only -Admin requires them. Without -Admin, requests are unsigned, and the app client's ID and Region are enough. SRP also requires
/// -UserPoolId, because the pool's name is part of the proof.</para>
/// <para>Challenges are answered with what you specify: -NewPassword, -TotpSecret or -Code, -MfaChoice, -FirstFactor, and the device. At
/// the first challenge that requires something else, the cmdlet returns the session. ChallengeName and Wants describe the challenge, and
/// Resume-CognitoSignIn continues the sign-in.</para>
/// <para>Specify the client secret with -ClientSecret. Otherwise, the cmdlet reads it when the service asks for it, if you specify
/// -UserPoolId and your AWS credentials allow it.</para>
/// <para>Operations: InitiateAuth, RespondToAuthChallenge, AdminInitiateAuth, AdminRespondToAuthChallenge, AssociateSoftwareToken,
/// VerifySoftwareToken, ConfirmDevice, DescribeUserPoolClient.</para>
/// </remarks>
/// <example>
/// Sign in with SRP, so that the password never leaves this computer.
/// <code>$s = Connect-CognitoUser -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Credential (Get-Credential anna)</code>
/// </example>
/// <example>
/// Sign in with an authenticator app by computing its code.
/// <code>Connect-CognitoUser -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Credential $c -TotpSecret $totpSecret</code>
/// </example>
/// <example>
/// Sign in as an administrator to test an application's sign-in.
/// <code>Connect-CognitoUser -Admin -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Credential $c</code>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "CognitoUser", DefaultParameterSetName = Named)]
[OutputType(typeof(SignInSession))]
public sealed class ConnectCognitoUserCommand : SignInCommand
{
    /// <summary>The ID of the app client to sign in with.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ClientId]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>
    /// The user's username and password; Get-Credential prompts for them. In this cmdlet, these are never AWS credentials.
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = Named)]
    [Parameter(Position = 0, ParameterSetName = Piped)]
    [UserCredential]
    public new PSCredential? Credential { get; set; }

    /// <summary>
    /// The username, with -Password. On its own, it starts a sign-in with a code, a passkey, a custom challenge or a refresh token.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Username { get; set; }

    /// <summary>The user's password, as a SecureString or as text. Requires -Username.</summary>
    [Parameter]
    [SecretText]
    public SecureString? Password { get; set; }

    /// <summary>The user pool: its ID, its ARN, or an object that carries one. Required for SRP and -Admin.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string? UserPoolId { get; set; }

    /// <summary>
    /// The client secret, as a SecureString or as text. By default, the cmdlet reads it when necessary; see the description.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? ClientSecret { get; set; }

    /// <summary>
    /// The authentication flow: USER_SRP_AUTH (the default), USER_PASSWORD_AUTH, USER_AUTH, CUSTOM_AUTH, REFRESH_TOKEN_AUTH or
    /// ADMIN_USER_PASSWORD_AUTH. The default is ADMIN_USER_PASSWORD_AUTH with -Admin, USER_AUTH with -FirstFactor, and REFRESH_TOKEN_AUTH
    /// with -RefreshToken.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(AuthFlowCompleter))]
    public string? AuthFlow { get; set; }

    /// <summary>Signs in with the administrator operations, which require AWS credentials.</summary>
    [Parameter]
    public SwitchParameter Admin { get; set; }

    /// <summary>For CUSTOM_AUTH: proves the password with SRP before the custom challenges.</summary>
    [Parameter]
    [Alias("PasswordFirst")]
    public SwitchParameter SrpFirst { get; set; }

    /// <summary>The refresh token to sign in with. If the app client rotates refresh tokens, use Update-CognitoToken instead.</summary>
    [Parameter]
    [SecretText]
    public SecureString? RefreshToken { get; set; }

    /// <summary>For USER_AUTH: the session of a sign-up that was just confirmed, as returned by Confirm-CognitoUser.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? Session { get; set; }

    private protected override object? CurrentTarget => Credential?.UserName ?? Username ?? ClientId;

    private bool IsAdministrators => Admin || Flow.StartsWith("ADMIN_", StringComparison.Ordinal);

    private string Flow =>
        AuthFlow
        ?? (
            RefreshToken is not null ? CognitoPS.SignIn.AuthFlow.RefreshToken
            : FirstFactor is not null || Session is not null ? CognitoPS.SignIn.AuthFlow.User
            : Admin ? CognitoPS.SignIn.AuthFlow.AdminUserPassword
            : CognitoPS.SignIn.AuthFlow.UserSrp
        );

    private protected override async Task ProcessAsync()
    {
        if (IsAdministrators && UserPoolId is null)
            throw new CognitoException(
                "UserPoolIdMissing",
                ErrorCategory.InvalidArgument,
                "A sign-in with -Admin needs -UserPoolId.",
                "Specify the ID of the pool, or leave -Admin out."
            );
        if (Credential is not null && (Password is not null || IsGiven(nameof(Username))))
            throw BoundSettings.Contradiction("-Credential contains a username and a password, and so do -Username and -Password.");
        string region = RegionFor(UserPoolId);
        var open = PublicClientIn(region);
        var administrator =
            IsAdministrators ? ClientIn(region)
            : UserPoolId is not null ? AdministratorIn(region)
            : null;
        var engine = new SignInEngine(new AuthService(open, IsAdministrators ? administrator : null, ClientId, UserPoolId, Context));
        SignInAnswers answers = AnswersWith(Credential?.Password ?? Password);
        SecureString? used = null;
        SignInResult result = await new AppClient(ClientId, ClientSecret, UserPoolId, administrator).SendAsync(
            secret =>
                engine.StartAsync(
                    new SignInRequest
                    {
                        ClientId = ClientId,
                        ClientSecret = used = secret,
                        UserPoolId = UserPoolId,
                        Flow = Flow,
                        Username = Credential?.UserName ?? Username,
                        PreferredChallenge = FirstFactor,
                        PasswordFirst = SrpFirst,
                        RefreshToken = RefreshToken,
                        Session = Session is null ? null : SecureText.Reveal(Session),
                        Answers = answers,
                    },
                    StopToken
                ),
            StopToken
        );
        WriteObject(Describe(result, ClientId, used, UserPoolId, region, IsAdministrators));
    }
}
