using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Tokens;

/// <summary>Who an access token speaks for; the session is null where the client's tokens cannot be revoked.</summary>
internal sealed record SignedInUser(UserPool Pool, UserPoolClient Client, User User, Session? Session);
