using System.Text.Json;
using CognitoPS.Local.Operations;

namespace CognitoPS.Local.State;

/// <summary>What a pool asks of a password.</summary>
internal static class PasswordPolicy
{
    private const string Symbols = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`=+ ";

    private static readonly (string Setting, string Missing, Func<char, bool> Counts)[] Rules =
    [
        ("RequireLowercase", "Password must have lowercase characters", c => c is >= 'a' and <= 'z'),
        ("RequireUppercase", "Password must have uppercase characters", c => c is >= 'A' and <= 'Z'),
        ("RequireNumbers", "Password must have numeric characters", c => c is >= '0' and <= '9'),
        ("RequireSymbols", "Password must have symbol characters", c => Symbols.IndexOf(c) >= 0),
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

    private static ServiceException Broken(string rule) => new("InvalidPasswordException", $"Password did not conform with policy: {rule}");
}
