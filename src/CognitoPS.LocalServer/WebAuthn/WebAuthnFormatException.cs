namespace CognitoPS.LocalServer.WebAuthn;

/// <summary>What was sent is no credential.</summary>
internal sealed class WebAuthnFormatException : Exception { }
