namespace CognitoPS.SignIn;

internal static class AuthFlow
{
    public const string UserSrp = "USER_SRP_AUTH";
    public const string UserPassword = "USER_PASSWORD_AUTH";
    public const string User = "USER_AUTH";
    public const string Custom = "CUSTOM_AUTH";
    public const string RefreshToken = "REFRESH_TOKEN_AUTH";
    public const string AdminUserPassword = "ADMIN_USER_PASSWORD_AUTH";
}
