using System.Security;

namespace CognitoPS.SignIn;

/// <summary>Tokens, or the challenge at which the sign-in stopped.</summary>
internal sealed class SignInResult
{
    public AuthTokens? Tokens { get; init; }

    public SignInChallenge? Challenge { get; init; }

    /// <summary>The user's name as the service calls it.</summary>
    public string? Username { get; init; }

    /// <summary>The device that was confirmed, with its password, the only copy; or the known one that the user signed in from.</summary>
    public SignInDevice? Device { get; init; }

    /// <summary>Whether the user has still to agree that the device is remembered.</summary>
    public bool DeviceNeedsConsent { get; init; }

    /// <summary>Why the device could not be confirmed. The tokens are good all the same.</summary>
    public Exception? DeviceError { get; init; }

    /// <summary>The secret of the software token that was enrolled on the way: the only copy.</summary>
    public SecureString? SoftwareTokenSecret { get; init; }
}
