namespace CognitoPS.Local.SignIn;

/// <summary>What was sent is no credential.</summary>
internal sealed class WebAuthnFormatException : Exception { }
