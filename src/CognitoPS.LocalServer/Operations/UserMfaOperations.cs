using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.Operations;

/// <summary>A user's second factors and settings.</summary>
internal static class UserMfaOperations
{
    private const string SoftwareToken = "SOFTWARE_TOKEN_MFA";

    // request member, factor, and what the user must have for it
    private static readonly (string Member, string Factor, Func<User, bool> Ready)[] Factors =
    [
        ("SMSMfaSettings", "SMS_MFA", user => user.Attributes["phone_number"] is not null),
        ("SoftwareTokenMfaSettings", SoftwareToken, user => user.SignIn?.TotpSecret is not null),
        ("EmailMfaSettings", "EMAIL_OTP", user => user.Attributes["email"] is not null),
        ("WebAuthnMfaSettings", "WEB_AUTHN", _ => true),
    ];

    internal static void AddTo(OperationTable table)
    {
        table.Add("AdminSetUserMFAPreference", (Call call, UserPool _, User user) => SetPreference(call, user));
        table.Add("AdminSetUserSettings", (Call call, UserPool _, User user) => SetSettings(call, user));
        table.Add("AdminGetUserAuthFactors", (Call call, UserPool pool, User user) => WriteAuthFactors(call, pool, user));
        table.Add("AdminDeleteSoftwareToken", DeleteSoftwareToken);
    }

    /// <summary>Turns factors on and off; those that are not named stay as they are.</summary>
    internal static void SetPreference(Call call, User user)
    {
        SignInRecord record = user.SignIn ??= new SignInRecord();
        List<string> on = [.. record.MfaFactors];
        string? preferred = record.PreferredMfa;
        List<string> asked = [];
        foreach ((string member, string factor, Func<User, bool> ready) in Factors)
        {
            if (call.Find(member) is not { } setting)
                continue;
            bool enabled = setting.Find("Enabled")?.GetBoolean() is true;
            bool prefers = setting.Find("PreferredMfa")?.GetBoolean() is true;
            if (enabled && !ready(user))
                throw ServiceException.Invalid($"User does not have delivery config set to turn on {factor}");
            if (prefers && !enabled)
                throw ServiceException.Invalid($"{factor} cannot be preferred while it is off.");
            on.Remove(factor);
            if (enabled)
                on.Add(factor);
            if (prefers)
                asked.Add(factor);
            else if (preferred == factor)
                preferred = null;
        }
        if (asked.Count > 1)
            throw ServiceException.Invalid("Only one factor can be preferred.");
        record.MfaFactors = [.. on];
        record.PreferredMfa = asked.Count == 1 ? asked[0] : preferred;
        user.Modified = call.Now;
    }

    internal static void SetSettings(Call call, User user)
    {
        SignInRecord record = user.SignIn ??= new SignInRecord();
        record.MfaOptions = [.. call.Items("MFAOptions").Select(option => option.Text("AttributeName") ?? "phone_number")];
        user.Modified = call.Now;
    }

    /// <summary>How the user could begin to sign in, of what the pool allows.</summary>
    internal static void WriteAuthFactors(Call call, UserPool pool, User user)
    {
        string[] allowed = pool.Settings.Strings("Policies", "SignInPolicy", "AllowedFirstAuthFactors");
        call.Json.WriteString("Username", user.Username);
        UserWriter.WriteFactors(call.Json, user);
        call.Json.WriteStrings(
            "ConfiguredUserAuthFactors",
            allowed.Where(factor =>
                factor switch
                {
                    "PASSWORD" => user.SignIn?.Password is not null,
                    "EMAIL_OTP" => user.Attributes.IsVerified("email"),
                    "SMS_OTP" => user.Attributes.IsVerified("phone_number"),
                    "SOFTWARE_TOKEN" => user.SignIn?.TotpSecret is not null,
                    _ => user.SignIn?.Passkeys.Length > 0,
                }
            )
        );
    }

    private static void DeleteSoftwareToken(Call call, UserPool pool, User user)
    {
        if (user.SignIn is not { TotpSecret: not null } record)
            throw new ServiceException("SoftwareTokenMFANotFoundException", "User has no software token.");
        record.TotpSecret = null;
        record.MfaFactors = Array.FindAll(record.MfaFactors, factor => factor != SoftwareToken);
        record.PreferredMfa = record.PreferredMfa == SoftwareToken ? null : record.PreferredMfa;
        user.Modified = call.Now;
    }
}
