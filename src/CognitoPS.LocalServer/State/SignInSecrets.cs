using CognitoPS.Local.SignIn;

namespace CognitoPS.Local.State;

/// <summary>What the sign-in itself keeps of a user.</summary>
internal sealed partial class SignInRecord
{
    private const int FreeAttempts = 5;
    private const long Second = 1000;
    private const long LongestLock = 15 * 60 * Second;
    private const int EventsKept = 100;

    private (string Password, SrpVerifier Verifier)? _srp;

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
        return Password == null ? null : _srp?.Verifier;
    }

    /// <summary>The fifth failure locks for a second, and each one after it for twice as long.</summary>
    internal void Failed(long now)
    {
        if (++Failures >= FreeAttempts)
            LockedUntil = now + Math.Min(LongestLock, Second << Math.Min(Failures - FreeAttempts, 20));
    }

    internal void Succeeded() => (Failures, LockedUntil) = (0, 0);

    internal void Add(AuthEvent authEvent) => AuthEvents = [authEvent, .. AuthEvents.Take(EventsKept - 1)];

    /// <summary>Starts a session and forgets those that have run out.</summary>
    internal void Add(Session session) => Sessions = [.. Sessions.Where(s => s.Expires > session.Created), session];

    internal Session? FindSession(string? id) => Array.Find(Sessions, s => s.Id == id);

    internal Device? FindDevice(string? key) => Array.Find(Devices, d => d.Key == key);
}

internal sealed partial class Session
{
    /// <summary>When its refresh tokens run out.</summary>
    internal long Expires { get; init; }

    /// <summary>The known device that it was started from.</summary>
    internal string? DeviceKey { get; set; }

    /// <summary>The device that was offered to be remembered.</summary>
    internal Device? NewDevice { get; set; }
}

/// <summary>A code that was sent to a user.</summary>
internal sealed class OneTimeCode(string purpose, string text, string attribute, long sent, long expires)
{
    /// <summary>What it is for; a user has one code for each purpose.</summary>
    internal string Purpose { get; } = purpose;

    internal string Text { get; } = text;

    /// <summary>email or phone_number: where it went.</summary>
    internal string Attribute { get; } = attribute;

    internal long Sent { get; } = sent;

    internal long Expires { get; } = expires;

    internal int Failures { get; set; }

    /// <summary>How many such codes were sent within the hour.</summary>
    internal int Count { get; init; } = 1;
}

/// <summary>A credential that an authenticator made: its public key as COSE has it.</summary>
internal sealed class Passkey(string id, byte[] publicKey, string relyingPartyId, long now)
{
    internal string Id { get; } = id;

    internal byte[] PublicKey { get; } = publicKey;

    internal string RelyingPartyId { get; } = relyingPartyId;

    internal long Created { get; } = now;

    internal string[] Transports { get; init; } = [];

    internal string? Attachment { get; init; }

    /// <summary>How often the authenticator says that it has signed; 0 where it does not count.</summary>
    internal uint Counter { get; set; }
}
