namespace CognitoPS.LocalServer.Errors;

/// <summary>An answer of the service that is an error: its code, its message, its HTTP status.</summary>
internal sealed class ServiceException(string code, string message, int status = 400) : Exception(message)
{
    internal const string InvalidParameter = "InvalidParameterException";

    internal string Code { get; } = code;

    internal int Status { get; } = status;

    internal static ServiceException Invalid(string message) => new(InvalidParameter, message);

    internal static ServiceException NotFound(string message) => new("ResourceNotFoundException", message);

    internal static ServiceException UserNotFound() => new("UserNotFoundException", "User does not exist.");

    internal static ServiceException NotAuthorized(string message) => new("NotAuthorizedException", message);

    internal static ServiceException LimitExceeded(string message) => new("LimitExceededException", message);
}
