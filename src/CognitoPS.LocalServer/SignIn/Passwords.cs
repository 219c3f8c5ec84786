using System.Globalization;
using System.Text;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Srp;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>Signing in by password: as it is, or by SRP, which only proves it.</summary>
internal static class Passwords
{
    private const string TimestampFormat = "ddd MMM d HH:mm:ss 'UTC' yyyy";
    private const long DayMilliseconds = 24 * 60 * 60 * 1000;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);
    private static readonly byte[] FakeSaltKey = SrpGroup.RandomBytes(32);

    /// <summary>PASSWORD, as it is.</summary>
    internal static void Check(SignInStep step)
    {
        string password = step.Required("PASSWORD");
        Prove(step, record => record.Password == password);
    }

    /// <summary>SRP_A: answers with the server's half. The plain SRP flow has no session: its secret block stands for it.</summary>
    internal static void StartSrp(SignInStep step, bool withSession = true)
    {
        AuthSession session = step.Session;
        session.SrpA = step.Required("SRP_A");
        if (!IsPublicValue(session.SrpA))
            throw ServiceException.Invalid("SRP_A is not a valid number.");
        SrpVerifier verifier = session.User?.SignIn?.Verifier(step.Pool, session.User) ?? Fake(step.Pool, session.Username);
        session.Srp = verifier.Challenge();
        session.SecretBlock = Convert.ToBase64String(SrpGroup.RandomBytes(256));
        session.Id = withSession ? "" : session.SecretBlock;
        step.Ask(
            "PASSWORD_VERIFIER",
            ("SALT", verifier.SaltHex),
            ("SECRET_BLOCK", session.SecretBlock),
            ("SRP_B", session.Srp.PublicValue),
            ("USERNAME", session.Username),
            ("USER_ID_FOR_SRP", session.Username)
        );
    }

    /// <summary>The proof that the client knows the password.</summary>
    internal static void CheckSrp(SignInStep step) => Prove(step, _ => IsProven(step, step.Pool.SrpName, step.Session.Username));

    /// <summary>Whether the claim fits the open SRP exchange: ours, of now, and proving the password.</summary>
    internal static bool IsProven(SignInStep step, string group, string user)
    {
        SrpClaim claim = new(
            step.Required("PASSWORD_CLAIM_SIGNATURE"),
            step.Required("PASSWORD_CLAIM_SECRET_BLOCK"),
            step.Required("TIMESTAMP")
        );
        if (
            !DateTime.TryParseExact(
                claim.Timestamp,
                TimestampFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out DateTime time
            )
        )
            throw ServiceException.Invalid("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
        DateTime now = DateTimeOffset.FromUnixTimeMilliseconds(step.Call.Now).UtcDateTime;
        return (now - time).Duration() <= ClockTolerance
            && claim.SecretBlock == step.Session.SecretBlock
            && step.Session.Srp!.Accepts(step.Session.SrpA, group, user, claim);
    }

    private static void Prove(SignInStep step, Func<SignInRecord, bool> isRight)
    {
        User user = step.User;
        SignInRecord record = step.Record;
        long now = step.Call.Now;
        if (now < record.LockedUntil)
            throw ServiceException.NotAuthorized("Password attempts exceeded");
        if (record.Password is null || !isRight(record))
        {
            record.Failed(now);
            step.Event(passed: false);
            throw SignInErrors.WrongPassword();
        }
        int days = PasswordPolicy.Of(step.Pool).Find("TemporaryPasswordValidityDays")?.GetInt32() ?? 7;
        if (user.Status == UserStatus.FORCE_CHANGE_PASSWORD && now > record.PasswordSet + (days * DayMilliseconds))
            throw ServiceException.NotAuthorized("Temporary password has expired and must be reset by an administrator.");
        step.Advance();
    }

    private static bool IsPublicValue(string hex)
    {
        try
        {
            return !SrpGroup.IsZeroModN(SrpGroup.ParseHex(hex));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>What an unknown user has for a verifier: always the same salt, so that nobody can tell.</summary>
    private static SrpVerifier Fake(UserPool pool, string username)
    {
        byte[] hash = SrpGroup.Hmac(FakeSaltKey, Encoding.UTF8.GetBytes(pool.Id + username.ToUpperInvariant()));
        return new SrpVerifier(SrpGroup.ToNumber([.. hash.Take(16)]), SrpGroup.ToNumber(hash));
    }
}
