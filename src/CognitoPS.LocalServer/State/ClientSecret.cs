namespace CognitoPS.LocalServer.State;

internal sealed record ClientSecret(string Id, string Value, long Created);
