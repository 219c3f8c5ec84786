namespace CognitoPS.LocalServer.State;

/// <summary>A user of an identity provider who signs in as this user.</summary>
internal sealed record LinkedIdentity(string Provider, string ProviderType, string Id, long Created);
