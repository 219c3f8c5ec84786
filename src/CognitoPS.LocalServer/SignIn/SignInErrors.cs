using CognitoPS.LocalServer.Errors;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>The errors of more than one step, as the service words them.</summary>
internal static class SignInErrors
{
    internal const string CodeMismatch = "CodeMismatchException";
    internal const string ExpiredCode = "ExpiredCodeException";

    internal static ServiceException WrongPassword() => ServiceException.NotAuthorized("Incorrect username or password.");

    internal static ServiceException InvalidSession(string why = ".") =>
        ServiceException.NotAuthorized("Invalid session for the user" + why);

    internal static ServiceException WrongCode() => new(CodeMismatch, "Invalid code or auth state for the user.");
}
