namespace CognitoPS.LocalServer.State;

/// <summary>A device that a user has signed in from.</summary>
internal sealed class Device(string key, long sequence, long now)
{
    internal string Key { get; } = key;

    internal long Sequence { get; } = sequence;

    internal string? Name { get; set; }

    internal bool Remembered { get; set; }

    internal string? LastAddress { get; set; }

    internal long Created { get; } = now;

    internal long Modified { get; set; } = now;

    internal long LastAuthenticated { get; set; } = now;

    internal string? PasswordVerifier { get; set; }

    internal string? Salt { get; set; }

    internal string? GroupKey { get; set; }
}
