using System.Management.Automation;
using System.Security;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Resumes a sign-in: answers its challenge and returns the tokens or the next challenge.</summary>
/// <remarks>
/// <para>The session's Wants lists the parameters that its challenge accepts. Earlier values such as the password, device and client secret
/// are remembered. If an answer is wrong, the session stays as it was, so you can try again until it expires. That takes 3 minutes unless
/// the app client sets another duration.</para>
/// <para>Operations: RespondToAuthChallenge, AdminRespondToAuthChallenge, AssociateSoftwareToken, VerifySoftwareToken, ConfirmDevice. A
/// session that started with -Admin uses the administrator operation.</para>
/// </remarks>
/// <example>
/// Answer with a code from an SMS message.
/// <code>$s = $s | Resume-CognitoSignIn -Code (Read-Host 'Code')</code>
/// </example>
/// <example>
/// Complete the first sign-in of a new user.
/// <code>$s | Resume-CognitoSignIn -NewPassword (Read-Host -AsSecureString) -Attribute @{ name = 'Anna' }</code>
/// </example>
[Cmdlet(VerbsLifecycle.Resume, "CognitoSignIn")]
[OutputType(typeof(SignInSession))]
public sealed class ResumeCognitoSignInCommand : SignInCommand
{
    /// <summary>The session to continue, from Connect-CognitoUser or from this cmdlet.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public SignInSession? SignIn { get; set; }

    /// <summary>The password, if the challenge requires it, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    public SecureString? Password { get; set; }

    private protected override object? CurrentTarget => SignIn;

    private protected override ConnectionSettings Given =>
        base.Given with
        {
            EndpointUrl = EndpointUrl ?? SignIn?.EndpointUrl,
            Region = Region ?? SignIn?.Region,
        };

    private protected override async Task ProcessAsync()
    {
        SignInSession session = SignIn!;
        if (session.Challenge is not { } challenge)
            throw new CognitoException(
                "AlreadySignedIn",
                ErrorCategory.InvalidOperation,
                $"{session.Username} is already signed in.",
                "To renew the tokens, use Update-CognitoToken."
            );
        var service = new AuthService(
            PublicClientIn(session.Region),
            session.IsAdministrators ? ClientIn(session.Region) : null,
            session.ClientId,
            session.UserPoolId,
            Context,
            challenge.Reply
        );
        SignInResult result = await new SignInEngine(service).ResumeAsync(challenge, AnswersWith(Password), StopToken);
        WriteObject(Describe(result, session.ClientId, session.ClientSecret, session.UserPoolId, session.Region, session.IsAdministrators));
    }
}
