namespace CognitoPS.Local.Operations;

internal static class Passkeys
{
    internal static void Ask(SignInStep step) => throw ServiceException.Invalid("x");

    internal static void Check(SignInStep step) => throw ServiceException.Invalid("x");
}
