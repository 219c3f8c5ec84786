using System.Security;

namespace CognitoPS.SignIn;

/// <summary>Who signs in, where and how; with whatever answers are known beforehand.</summary>
internal sealed class SignInRequest
{
    public required string ClientId { get; init; }

    public SecureString? ClientSecret { get; init; }

    /// <summary>SRP needs it; the other flows do not.</summary>
    public string? UserPoolId { get; init; }

    public string Flow { get; init; } = AuthFlow.UserSrp;

    /// <summary>Also for a refresh of a client with a secret: the name or sub that SECRET_HASH is made of.</summary>
    public string? Username { get; init; }

    /// <summary>USER_AUTH: the factor to begin with, instead of being asked.</summary>
    public string? PreferredChallenge { get; init; }

    /// <summary>CUSTOM_AUTH: whether the password is proven first.</summary>
    public bool PasswordFirst { get; init; }

    public SecureString? RefreshToken { get; init; }

    /// <summary>USER_AUTH: the session of a sign-up that was just confirmed.</summary>
    public string? Session { get; init; }

    public SignInAnswers Answers { get; init; } = new();
}
