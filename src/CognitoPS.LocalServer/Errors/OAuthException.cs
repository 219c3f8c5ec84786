namespace CognitoPS.LocalServer.Errors;

/// <summary>An error of the token endpoint: the message is its code.</summary>
internal sealed class OAuthException(string code) : Exception(code);
