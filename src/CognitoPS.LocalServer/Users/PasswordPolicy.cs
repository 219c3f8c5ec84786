using System.Text.Json;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Users;

/// <summary>What a pool asks of a password.</summary>
internal static class PasswordPolicy
{
    private const string Symbols = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`=+ ";

    private static readonly (string Setting, string Missing, Func<char, bool> Counts)[] Rules =
    [
        ("RequireLowercase", "Password must have lowercase characters", character => character is >= 'a' and <= 'z'),
        ("RequireUppercase", "Password must have uppercase characters", character => character is >= 'A' and <= 'Z'),
        ("RequireNumbers", "Password must have numeric characters", character => character is >= '0' and <= '9'),
        ("RequireSymbols", "Password must have symbol characters", character => Symbols.IndexOf(character) >= 0),
    ];

    internal static JsonElement Of(UserPool pool) => pool.Settings.Find("Policies", "PasswordPolicy")!.Value;

    /// <summary>Throws InvalidPasswordException.</summary>
    internal static void Check(UserPool pool, string password)
    {
        JsonElement policy = Of(pool);
        if (password.Length < policy.Find("MinimumLength")?.GetInt32())
            throw Broken("Password not long enough");
        foreach ((string setting, string missing, Func<char, bool> counts) in Rules)
        {
            if (policy.Find(setting)?.GetBoolean() is true && !password.Any(counts))
                throw Broken(missing);
        }
    }

    /// <summary>Sets a user's password, which the policy allows, and remembers the former ones.</summary>
    internal static void Set(UserPool pool, User user, string password, long now)
    {
        Check(pool, password);
        SignInRecord record = user.SignIn ??= new SignInRecord();
        int remembered = Of(pool).Find("PasswordHistorySize")?.GetInt32() ?? 0;
        if (remembered > 0 && (password == record.Password || record.FormerPasswords.Take(remembered).Contains(password)))
            throw new ServiceException("PasswordHistoryPolicyViolationException", "Password has previously been used.");
        if (record.Password is not null)
            record.FormerPasswords = [.. new[] { record.Password }.Concat(record.FormerPasswords).Take(remembered)];
        record.Password = password;
        record.PasswordSet = now;
    }

    /// <summary>A pool whose users can sign in by a code makes them without a password.</summary>
    internal static bool IsOptional(UserPool pool, UserAttributes attributes)
    {
        string[] factors = pool.Settings.Strings("Policies", "SignInPolicy", "AllowedFirstAuthFactors");
        return (factors.Contains("EMAIL_OTP") && attributes["email"] is not null)
            || (factors.Contains("SMS_OTP") && attributes["phone_number"] is not null);
    }

    private static ServiceException Broken(string rule) => new("InvalidPasswordException", $"Password did not conform with policy: {rule}");
}
