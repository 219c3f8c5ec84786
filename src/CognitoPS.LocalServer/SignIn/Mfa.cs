using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Users;
using OtpNet;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>Second factors in a sign-in.</summary>
internal static class Mfa
{
    internal const string SoftwareToken = "SOFTWARE_TOKEN_MFA";
    internal const string Setup = "MFA_SETUP";
    private const string Sms = "SMS_MFA";
    private const int TotpStepsKept = 4;
    private const int FirstFactorDigits = 8;
    private const int SecondFactorDigits = 6;
    private const string Email = "EMAIL_OTP";

    /// <summary>Asks for a second factor; false where none is due.</summary>
    internal static bool Ask(SignInStep step)
    {
        string mode = step.Pool.Settings.Text("MfaConfiguration") ?? "OFF";
        if (mode == "OFF")
            return false;
        string[] factors = FactorsOf(step.Pool, step.User);
        if (factors.Length == 0)
        {
            if (mode == "ON")
                AskSetUp(step);
            return mode == "ON";
        }
        string? preferred = step.Record.PreferredMfa;
        if (factors.Length == 1 || Array.IndexOf(factors, preferred) >= 0)
            AskFor(step, factors.Length == 1 ? factors[0] : preferred!);
        else
            AskWhich(step, factors);
        return true;
    }

    /// <summary>Whether the pool has that second factor.</summary>
    internal static bool Has(this UserPool pool, string factor) =>
        factor switch
        {
            SoftwareToken => pool.Mfa.Find("SoftwareTokenMfaConfiguration", "Enabled")?.GetBoolean() is true,
            Email => pool.Mfa.Find("EmailMfaConfiguration") is not null,
            _ => pool.Settings.Find("SmsConfiguration") is not null,
        };

    /// <summary>The time step around now whose code this is, or null.</summary>
    internal static long? TotpStep(byte[] secret, string code, long now) =>
        new Totp(secret).VerifyTotp(
            DateTimeOffset.FromUnixTimeMilliseconds(now).UtcDateTime,
            code,
            out long step,
            new VerificationWindow(previous: 1, future: 1)
        )
            ? step
            : null;

    internal static void CheckCode(SignInStep step)
    {
        string code = step.Required(step.Session.Challenge + "_CODE");
        if (step.Session.User is null || code != step.Session.Code)
        {
            if (step.Session.User is not null)
                step.Event(passed: false);
            throw SignInErrors.WrongCode();
        }
        step.Session.MfaDone = true;
        step.Advance();
    }

    internal static void CheckSoftwareToken(SignInStep step)
    {
        string code = step.Required("SOFTWARE_TOKEN_MFA_CODE");
        if (step.Record.TotpSecret is not { } secret)
            throw new ServiceException("SoftwareTokenMFANotFoundException", "Software Token MFA has not been enabled by the userPool");
        if (TotpStep(secret, code, step.Call.Now) is not { } timeStep)
        {
            step.Event(passed: false);
            throw new ServiceException(SignInErrors.CodeMismatch, "Invalid code received for user");
        }
        if (Array.IndexOf(step.Record.UsedTotpSteps, timeStep) >= 0)
            throw new ServiceException(SignInErrors.ExpiredCode, "Your software token has already been used once.");
        step.Record.UsedTotpSteps = [.. step.Record.UsedTotpSteps.Where(used => used > timeStep - TotpStepsKept), timeStep];
        step.Session.MfaDone = true;
        step.Advance();
    }

    internal static void Select(SignInStep step)
    {
        string choice = step.Required("ANSWER");
        if (Array.IndexOf(step.Session.Choices, choice) < 0)
            throw ServiceException.Invalid("Invalid MFA type selected.");
        AskFor(step, choice);
    }

    /// <summary>The answer to MFA_SETUP: an address for codes, or a software token that VerifySoftwareToken has proven meanwhile.</summary>
    internal static void SetUp(SignInStep step)
    {
        SignInRecord record = step.Record;
        if (step["EMAIL"] is { } address && Array.IndexOf(step.Session.Choices, Email) >= 0)
        {
            step.Pool.SetAttributes(
                step.User,
                UserAttributeRules.Merge(step.Pool, step.User.Attributes, [new("email", address)], isNew: false),
                step.Call.Now
            );
            record.MfaFactors = [.. record.MfaFactors.Union([Email])];
            AskFor(step, Email);
            return;
        }
        if (!step.Session.TotpVerified)
            throw ServiceException.Invalid("Software token MFA is not set up: verify a software token first.");
        step.Session.MfaDone = true;
        step.Advance();
    }

    /// <summary>Sends a code and asks for it. By mail, one that stands for the password is longer than one beside it.</summary>
    internal static void AskForCode(SignInStep step, string challenge, bool isFirst = false)
    {
        string attribute = challenge == Email ? "email" : "phone_number";
        step.Session.IsFirstFactor = isFirst;
        step.Session.Code = step.Call.State.Ids.Code(isFirst && challenge == Email ? FirstFactorDigits : SecondFactorDigits);
        if (step.Session.User is { } user)
            Messages.Send(step.Call, step.Pool, user, attribute, $"Your authentication code is {step.Session.Code}", step.Session.Code);
        step.Ask(
            challenge,
            ("CODE_DELIVERY_DELIVERY_MEDIUM", attribute == "email" ? "EMAIL" : "SMS"),
            ("CODE_DELIVERY_DESTINATION", VerificationCodes.Mask(attribute, step.Session.User?.Attributes[attribute])),
            ("USER_ID_FOR_SRP", step.Session.Username)
        );
    }

    private static void AskFor(SignInStep step, string factor)
    {
        if (factor != SoftwareToken)
            AskForCode(step, factor);
        else if (step.Record.DeviceNameOfToken is { } name)
            step.Ask(SoftwareToken, ("USER_ID_FOR_SRP", step.Session.Username), ("FRIENDLY_DEVICE_NAME", name));
        else
            step.Ask(SoftwareToken, ("USER_ID_FOR_SRP", step.Session.Username));
    }

    private static void AskWhich(SignInStep step, string[] factors)
    {
        step.Session.Choices = factors;
        step.Ask("SELECT_MFA_TYPE", ("MFAS_CAN_CHOOSE", List(factors)), ("USER_ID_FOR_SRP", step.Session.Username));
    }

    private static void AskSetUp(SignInStep step)
    {
        step.Session.Choices = [.. new[] { Sms, SoftwareToken, Email }.Where(step.Pool.Has)];
        step.Ask(Setup, ("MFAS_CAN_SETUP", List(step.Session.Choices)), ("USER_ID_FOR_SRP", step.Session.Username));
    }

    /// <summary>The second factors that the user has; where MFA is required, an address that the pool can send a code to is one.</summary>
    private static string[] FactorsOf(UserPool pool, User user)
    {
        SignInRecord? record = user.SignIn;
        HashSet<string> on = [.. record?.MfaFactors ?? []];
        if (record?.MfaOptions.Length > 0)
            on.Add(Sms);
        if (record?.TotpSecret is null)
            on.Remove(SoftwareToken);
        if (on.Count == 0 && pool.Settings.Text("MfaConfiguration") == "ON")
            on.UnionWith(
                new[] { (Factor: Sms, Attribute: "phone_number"), (Factor: Email, Attribute: "email") }
                    .Where(contact => pool.Has(contact.Factor) && user.Attributes.IsVerified(contact.Attribute))
                    .Select(contact => contact.Factor)
            );
        return [.. new[] { Sms, SoftwareToken, Email }.Where(on.Contains)];
    }

    private static string List(string[] values) => new JsonArray([.. values.Select(value => (JsonNode)value)]).ToJsonString();
}
