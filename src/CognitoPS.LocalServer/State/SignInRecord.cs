using CognitoPS.LocalServer.Srp;

namespace CognitoPS.LocalServer.State;

/// <summary>What signing in needs of a user. The server is for trying things out: passwords stand in memory as they are.</summary>
internal sealed class SignInRecord
{
    private const int FreeAttempts = 5;
    private const long Second = 1000;
    private const long LongestLock = 15 * 60 * Second;
    private const int EventsKept = 100;

    private (string Password, SrpVerifier Verifier)? _srp;

    internal string? Password { get; set; }

    /// <summary>A hash that came with an import, which no sign-in can use.</summary>
    internal string? ImportedHash { get; set; }

    internal long PasswordSet { get; set; }

    /// <summary>Passwords before this one, newest first, as many as the pool's policy remembers.</summary>
    internal string[] FormerPasswords { get; set; } = [];

    /// <summary>Tokens issued before this moment are void.</summary>
    internal long SignedOut { get; set; }

    internal byte[]? TotpSecret { get; set; }

    /// <summary>The time steps whose codes of the software token were taken: each is taken once.</summary>
    internal long[] UsedTotpSteps { get; set; } = [];

    /// <summary>The second factors that are on: SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA, WEB_AUTHN.</summary>
    internal string[] MfaFactors { get; set; } = [];

    internal string? PreferredMfa { get; set; }

    /// <summary>The older way of turning SMS on: attribute names.</summary>
    internal string[] MfaOptions { get; set; } = [];

    internal Device[] Devices { get; set; } = [];

    internal Session[] Sessions { get; set; } = [];

    /// <summary>Newest first.</summary>
    internal AuthEvent[] AuthEvents { get; set; } = [];

    internal LinkedIdentity[] Identities { get; set; } = [];

    /// <summary>The codes that were sent and not used yet.</summary>
    internal OneTimeCode[] Codes { get; set; } = [];

    internal int Failures { get; private set; }

    /// <summary>Until then, no attempt counts.</summary>
    internal long LockedUntil { get; private set; }

    /// <summary>The software token's secret that was given out and not proven yet.</summary>
    internal byte[]? NewTotpSecret { get; set; }

    internal string? DeviceNameOfToken { get; set; }

    /// <summary>The challenge of a passkey's registration.</summary>
    internal byte[]? PasskeyChallenge { get; set; }

    internal Passkey[] Passkeys { get; set; } = [];

    /// <summary>What an SRP exchange needs in place of the password; made when it is first asked for.</summary>
    internal SrpVerifier? Verifier(UserPool pool, User user)
    {
        if (Password is { } password && _srp?.Password != password)
            _srp = (password, SrpVerifier.Create(pool.SrpName, user.Username, password.ToCharArray()));
        return Password is null ? null : _srp?.Verifier;
    }

    /// <summary>The fifth failure locks for a second, and each one after it for twice as long.</summary>
    internal void Failed(long now)
    {
        if (++Failures >= FreeAttempts)
            LockedUntil = now + Math.Min(LongestLock, Second << Math.Min(Failures - FreeAttempts, 20));
    }

    /// <summary>Ends all sessions: the tokens that were issued until now are void.</summary>
    internal void SignOut(long now)
    {
        SignedOut = now;
        Sessions = [];
    }

    internal void Succeeded() => (Failures, LockedUntil) = (0, 0);

    internal void Add(AuthEvent authEvent) => AuthEvents = [authEvent, .. AuthEvents.Take(EventsKept - 1)];

    /// <summary>Starts a session and forgets those that have run out.</summary>
    internal void Add(Session session) => Sessions = [.. Sessions.Where(known => known.Expires > session.Created), session];

    internal Session? FindSession(string? id) => Array.Find(Sessions, session => session.Id == id);

    internal Device? FindDevice(string? key) => Array.Find(Devices, device => device.Key == key);
}
