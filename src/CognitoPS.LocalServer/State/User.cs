namespace CognitoPS.Local.State;

/// <summary>A user. There can be a million of them: what most users lack stands in <see cref="SignIn"/>.</summary>
internal sealed class User(string? ownName, Guid sub, UserAttributes attributes, UserStatus status, long now)
{
    /// <summary>The username that was given; null where the service made it up, which then is the sub.</summary>
    internal string? OwnName { get; } = ownName;

    internal string Username => OwnName ?? Sub.ToString();

    internal Guid Sub { get; } = sub;

    internal UserAttributes Attributes { get; set; } = attributes;

    internal UserStatus Status { get; set; } = status;

    internal bool Enabled { get; set; } = true;

    internal long Created { get; } = now;

    internal long Modified { get; set; } = now;

    /// <summary>The groups that the user is in.</summary>
    internal Group[] Groups { get; set; } = [];

    /// <summary>Password, second factors, devices, sessions; null until the user has one of them.</summary>
    internal SignInRecord? SignIn { get; set; }
}
