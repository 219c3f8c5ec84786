using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>
/// CUSTOM_AUTH, whose challenge is a pool's own code in the service. Here it asks for the answer that the server was told.
/// </summary>
internal static class CustomChallenge
{
    private const int Attempts = 3;

    internal static void Begin(SignInStep step)
    {
        if (step.Call.State.CustomChallengeAnswer is null)
            throw ServiceException.Invalid("Custom auth lambda trigger is not configured for the user pool.");
        step.Session.CustomPending = true;
        if (step["CHALLENGE_NAME"] == "SRP_A")
            Passwords.StartSrp(step);
        else
            Ask(step);
    }

    internal static void Ask(SignInStep step) =>
        step.Ask("CUSTOM_CHALLENGE", ("USERNAME", step.Session.Username), ("question", "What is the answer?"));

    internal static void Check(SignInStep step)
    {
        AuthSession session = step.Session;
        if (step.Required("ANSWER") != step.Call.State.CustomChallengeAnswer || session.User is null)
        {
            if (++session.CustomFailures >= Attempts)
                throw SignInErrors.WrongPassword();
            Ask(step);
            return;
        }
        session.CustomPending = false;
        session.MfaDone = true;
        step.Advance();
    }
}
