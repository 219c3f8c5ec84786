using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>Who an access token speaks for; the session is null where the client's tokens cannot be revoked.</summary>
internal sealed record SignedInUser(UserPool Pool, UserPoolClient Client, User User, Session? Session);
