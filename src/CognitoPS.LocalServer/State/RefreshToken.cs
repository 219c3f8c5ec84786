namespace CognitoPS.LocalServer.State;

/// <summary>One refresh token of a session; where tokens rotate, a session has had several.</summary>
internal sealed class RefreshToken(UserPoolClient client, User user, Session session)
{
    internal UserPoolClient Client { get; } = client;

    internal User User { get; } = user;

    internal Session Session { get; } = session;

    /// <summary>When another one took its place.</summary>
    internal long? Replaced { get; set; }
}
