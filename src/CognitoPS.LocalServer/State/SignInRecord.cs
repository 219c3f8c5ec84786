namespace CognitoPS.Local.State;

/// <summary>What signing in needs of a user. The server is for trying things out: passwords stand in memory as they are.</summary>
internal sealed class SignInRecord
{
    internal string? Password { get; set; }

    internal long PasswordSet { get; set; }

    /// <summary>Passwords before this one, newest first, as many as the pool's policy remembers.</summary>
    internal string[] FormerPasswords { get; set; } = [];

    /// <summary>The code that was sent to set a new password.</summary>
    internal string? ResetCode { get; set; }

    internal long ResetCodeSent { get; set; }

    /// <summary>Tokens issued before this moment are void.</summary>
    internal long SignedOut { get; set; }
}
