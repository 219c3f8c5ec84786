namespace CognitoPS.Jwt;

internal static class TokenReasonId
{
    public const string Malformed = "Malformed";
    public const string AlgorithmNotAllowed = "AlgorithmNotAllowed";
    public const string UnknownKey = "UnknownKey";
    public const string KeysUnavailable = "KeysUnavailable";
    public const string BadSignature = "BadSignature";
    public const string WrongIssuer = "WrongIssuer";
    public const string WrongClient = "WrongClient";
    public const string WrongUse = "WrongUse";
    public const string Expired = "Expired";
    public const string NotYetValid = "NotYetValid";
}
