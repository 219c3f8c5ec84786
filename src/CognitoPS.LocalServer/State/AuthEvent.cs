namespace CognitoPS.LocalServer.State;

/// <summary>An attempt to sign in, as threat protection records it.</summary>
internal sealed class AuthEvent(string id, string type, bool passed, long sequence, long now)
{
    internal string Id { get; } = id;

    internal long Sequence { get; } = sequence;

    /// <summary>SignIn, SignUp, ForgotPassword, PasswordChange, ResendCode.</summary>
    internal string Type { get; } = type;

    internal bool Passed { get; } = passed;

    internal string? Address { get; set; }

    internal long Created { get; } = now;

    internal string FeedbackToken { get; set; } = id;

    internal (string Value, string Provider, long Time)? Feedback { get; set; }
}
