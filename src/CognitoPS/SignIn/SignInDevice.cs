using System.Security;

namespace CognitoPS.SignIn;

/// <summary>A device that the service knows: who has the password may skip MFA.</summary>
internal sealed class SignInDevice
{
    public required string Key { get; init; }

    public required string GroupKey { get; init; }

    public required SecureString Password { get; init; }
}
