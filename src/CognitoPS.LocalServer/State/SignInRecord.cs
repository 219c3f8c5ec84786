namespace CognitoPS.Local.State;

/// <summary>What signing in needs of a user. The server is for trying things out: passwords stand in memory as they are.</summary>
internal sealed class SignInRecord
{
    internal string? Password { get; set; }

    /// <summary>A hash that came with an import, which no sign-in can use.</summary>
    internal string? ImportedHash { get; set; }

    internal long PasswordSet { get; set; }

    /// <summary>Passwords before this one, newest first, as many as the pool's policy remembers.</summary>
    internal string[] FormerPasswords { get; set; } = [];

    /// <summary>The code that was sent to set a new password.</summary>
    internal string? ResetCode { get; set; }

    internal long ResetCodeSent { get; set; }

    /// <summary>Tokens issued before this moment are void.</summary>
    internal long SignedOut { get; set; }

    internal byte[]? TotpSecret { get; set; }

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
}
