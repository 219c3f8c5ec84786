using System.Management.Automation;
using System.Security;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Answers the challenge at which a sign-in stopped, and goes on to the tokens or to the next challenge.</summary>
/// <remarks>
/// <para>The session's Wants names the parameters that its challenge takes. What was given before is remembered: password, device, client
/// secret. A refused answer leaves the session as it was, so that another one can be given while it lasts: 3 minutes unless the app client
/// says otherwise.</para>
/// <para>Operations: RespondToAuthChallenge, AdminRespondToAuthChallenge, AssociateSoftwareToken, VerifySoftwareToken, ConfirmDevice. The
/// administrator's for a session that began so.</para>
/// </remarks>
/// <example>
/// A code that came by text message.
/// <code>$s = $s | Resume-CognitoSignIn -Code (Read-Host 'Code')</code>
/// </example>
/// <example>
/// The first sign-in of a new user.
/// <code>$s | Resume-CognitoSignIn -NewPassword (Read-Host -AsSecureString) -Attribute @{ name = 'Anna' }</code>
/// </example>
[Cmdlet(VerbsLifecycle.Resume, "CognitoSignIn")]
[OutputType(typeof(SignInSession))]
public sealed class ResumeCognitoSignInCommand : SignInCommand
{
    /// <summary>The session to go on with, from Connect-CognitoUser or from this cmdlet.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public SignInSession? SignIn { get; set; }

    /// <summary>The password, where the challenge wants it, as a SecureString or as text.</summary>
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
