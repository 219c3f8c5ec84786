namespace CognitoPS.Local.State;

internal sealed record ClientSecret(string Id, string Value, long Created);
