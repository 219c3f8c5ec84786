using System.Management.Automation;
using System.Security;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Signs a user in and gives the tokens, or the challenge at which the sign-in stopped.</summary>
/// <remarks>
/// <para>-Credential is the user's own name and password here; AWS credentials come by Connect-Cognito, -ProfileName or -AccessKey, and
/// only an administrator's sign-in needs them: without -Admin nothing is signed, and the app client's id and its region are enough. SRP
/// needs -UserPoolId too, because the pool's name is part of what is proven.</para>
/// <para>Challenges are answered with what is given: -NewPassword, -TotpSecret or -Code, -MfaChoice, -FirstFactor, the device. At the first
/// that wants something else the session comes out with ChallengeName and Wants, and Resume-CognitoSignIn goes on.</para>
/// <para>An app client's secret is given by -ClientSecret; without it the secret is read when the service asks for it, if -UserPoolId is
/// given and the AWS credentials allow it.</para>
/// <para>Operations: InitiateAuth, RespondToAuthChallenge, AdminInitiateAuth, AdminRespondToAuthChallenge, AssociateSoftwareToken,
/// VerifySoftwareToken, ConfirmDevice, DescribeUserPoolClient.</para>
/// </remarks>
/// <example>
/// A sign-in by SRP; the password never leaves this machine.
/// <code>$s = Connect-CognitoUser -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Credential (Get-Credential anna)</code>
/// </example>
/// <example>
/// With an authenticator app, whose codes are computed.
/// <code>Connect-CognitoUser -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Credential $c -TotpSecret $totpSecret</code>
/// </example>
/// <example>
/// As an administrator, for a test of an application's sign-in.
/// <code>Connect-CognitoUser -Admin -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -Credential $c</code>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "CognitoUser", DefaultParameterSetName = Named)]
[OutputType(typeof(SignInSession))]
public sealed class ConnectCognitoUserCommand : SignInCommand
{
    /// <summary>The id of the app client to sign in with.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ClientId]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>The user's name and password: Get-Credential asks for them. In this cmdlet it is never AWS credentials.</summary>
    [Parameter(Position = 1, ParameterSetName = Named)]
    [Parameter(Position = 0, ParameterSetName = Piped)]
    [UserCredential]
    public new PSCredential? Credential { get; set; }

    /// <summary>The user's name, with -Password; alone for a code, a passkey, a custom challenge or a refresh.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Username { get; set; }

    /// <summary>The user's password, as a SecureString or as text. Goes with -Username.</summary>
    [Parameter]
    [SecretText]
    public SecureString? Password { get; set; }

    /// <summary>The user pool: its id, its ARN, or an object that carries one. SRP and -Admin need it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string? UserPoolId { get; set; }

    /// <summary>The app client's secret, as a SecureString or as text. Default: read when it is needed, see above.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? ClientSecret { get; set; }

    /// <summary>
    /// USER_SRP_AUTH, USER_PASSWORD_AUTH, USER_AUTH, CUSTOM_AUTH, REFRESH_TOKEN_AUTH or ADMIN_USER_PASSWORD_AUTH. Default USER_SRP_AUTH;
    /// with -Admin ADMIN_USER_PASSWORD_AUTH; with -FirstFactor USER_AUTH; with -RefreshToken REFRESH_TOKEN_AUTH.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(AuthFlowCompleter))]
    public string? AuthFlow { get; set; }

    /// <summary>Signs in by the administrator's operations, with AWS credentials.</summary>
    [Parameter]
    public SwitchParameter Admin { get; set; }

    /// <summary>CUSTOM_AUTH: proves the password by SRP before the custom challenges.</summary>
    [Parameter]
    [Alias("PasswordFirst")]
    public SwitchParameter SrpFirst { get; set; }

    /// <summary>
    /// The refresh token to sign in with; Update-CognitoToken is the other way, and the only one where the client rotates them.
    /// </summary>
    [Parameter]
    [SecretText]
    public SecureString? RefreshToken { get; set; }

    /// <summary>USER_AUTH: the session of a sign-up that was just confirmed, as Confirm-CognitoUser gives it.</summary>
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
            throw BoundSettings.Contradiction("-Credential contains a user name and a password, and so do -Username and -Password.");
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
