namespace CognitoPS.SignIn;

internal static class TokenKind
{
    public const string Id = "Id";
    public const string Access = "Access";
    public const string Refresh = "Refresh";
    public const string Other = "Other";
}
