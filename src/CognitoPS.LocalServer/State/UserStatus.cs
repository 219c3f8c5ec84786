namespace CognitoPS.LocalServer.State;

/// <summary>The states of a user, named as the service writes them.</summary>
internal enum UserStatus : byte
{
    UNCONFIRMED,
    CONFIRMED,
    ARCHIVED,
    COMPROMISED,
    UNKNOWN,
    RESET_REQUIRED,
    FORCE_CHANGE_PASSWORD,
    EXTERNAL_PROVIDER,
}
