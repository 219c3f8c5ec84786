using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>USER_AUTH: the user chooses what to sign in with.</summary>
internal static class FirstFactors
{
    private const string Password = "PASSWORD";
    private const string PasswordSrp = "PASSWORD_SRP";
    private const string Email = "EMAIL_OTP";
    private const string Sms = "SMS_OTP";
    private const string Passkey = "WEB_AUTHN";

    /// <summary>
    /// Goes straight to the preferred challenge where the user has it; otherwise lets the user choose. Who has just confirmed a sign-up is
    /// in.
    /// </summary>
    internal static void Begin(SignInStep step)
    {
        if (step.Call.Text("Session") is { } id)
        {
            AuthSession confirmed = Challenges.TakeSession(step.Call, id);
            if (confirmed.Challenge != AuthSession.ConfirmedSignUp || confirmed.User != step.User || confirmed.Client != step.Client)
                throw SignInErrors.InvalidSession();
            step.Session.MfaDone = true;
            step.Advance();
            return;
        }
        step.Session.Choices = Of(step.Pool, step.Session.User);
        if (step["PREFERRED_CHALLENGE"] is { } preferred && Array.IndexOf(step.Session.Choices, preferred) >= 0)
            Go(step, preferred);
        else
            AskWhich(step);
    }

    internal static void Select(SignInStep step)
    {
        string choice = step.Required("ANSWER");
        if (Array.IndexOf(step.Session.Choices, choice) < 0)
            throw ServiceException.Invalid("Invalid challenge selected.");
        Go(step, choice);
    }

    /// <summary>
    /// How a user can begin to sign in. One who is hidden has what the pool allows, one with a temporary password nothing but that.
    /// </summary>
    internal static string[] Of(UserPool pool, User? user)
    {
        string[] allowed = pool.Settings.Strings("Policies", "SignInPolicy", "AllowedFirstAuthFactors");
        List<string> factors = [];
        bool onlyPassword = user?.Status == UserStatus.FORCE_CHANGE_PASSWORD;
        if (allowed.Contains(Password) && (user is null || user.SignIn?.Password is not null))
            factors.AddRange([PasswordSrp, Password]);
        if (onlyPassword)
            return [.. factors];
        if (allowed.Contains(Email) && (user is null || user.Attributes.IsVerified("email")))
            factors.Add(Email);
        if (allowed.Contains(Sms) && (user is null || user.Attributes.IsVerified("phone_number")))
            factors.Add(Sms);
        if (allowed.Contains(Passkey) && user?.SignIn?.Passkeys.Length > 0)
            factors.Add(Passkey);
        return [.. factors];
    }

    private static void Go(SignInStep step, string choice)
    {
        switch (choice)
        {
            case Password when step["PASSWORD"] is not null:
                Passwords.Check(step);
                break;
            case PasswordSrp when step["SRP_A"] is not null:
                Passwords.StartSrp(step);
                break;
            case Password or PasswordSrp:
                step.Ask(choice, ("USERNAME", step.Session.Username));
                break;
            case Passkey:
                PasskeyChallenge.Ask(step);
                break;
            default:
                step.Call.Json.WriteStrings("AvailableChallenges", [choice]);
                Mfa.AskForCode(step, choice, isFirst: true);
                break;
        }
    }

    private static void AskWhich(SignInStep step)
    {
        step.Call.Json.WriteStrings("AvailableChallenges", step.Session.Choices);
        step.Ask("SELECT_CHALLENGE", ("USERNAME", step.Session.Username));
    }
}
