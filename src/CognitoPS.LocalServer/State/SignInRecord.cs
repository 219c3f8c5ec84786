namespace CognitoPS.Local.State;

/// <summary>What signing in needs of a user. The server is for trying things out: passwords stand in memory as they are.</summary>
internal sealed partial class SignInRecord
{
    internal string? Password { get; set; }

    /// <summary>A hash that came with an import, which no sign-in can use.</summary>
    internal string? ImportedHash { get; set; }

    internal long PasswordSet { get; set; }

    /// <summary>Passwords before this one, newest first, as many as the pool's policy remembers.</summary>
    internal string[] FormerPasswords { get; set; } = [];

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

/// <summary>A device that a user has signed in from.</summary>
internal sealed class Device(string key, long now)
{
    internal string Key { get; } = key;

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

/// <summary>A sign-in that lasts.</summary>
internal sealed partial class Session(string id, string clientId, long now)
{
    internal string Id { get; } = id;

    internal string ClientId { get; } = clientId;

    /// <summary>TOKEN or SSO.</summary>
    internal string Type { get; set; } = "TOKEN";

    internal string? OriginId { get; set; }

    internal string? LastAddress { get; set; }

    internal long Created { get; } = now;

    internal long LastActive { get; set; } = now;
}

/// <summary>An attempt to sign in, as threat protection records it.</summary>
internal sealed class AuthEvent(string id, string type, bool passed, long now)
{
    internal string Id { get; } = id;

    /// <summary>SignIn, SignUp, ForgotPassword, PasswordChange, ResendCode.</summary>
    internal string Type { get; } = type;

    internal bool Passed { get; } = passed;

    internal string? Address { get; set; }

    internal long Created { get; } = now;

    internal string FeedbackToken { get; set; } = id;

    internal (string Value, string Provider, long Time)? Feedback { get; set; }
}

/// <summary>A user of an identity provider who signs in as this user.</summary>
internal sealed record LinkedIdentity(string Provider, string ProviderType, string Id, long Created);
