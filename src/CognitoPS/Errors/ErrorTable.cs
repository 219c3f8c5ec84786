using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace CognitoPS.Errors;

/// <summary>Every error record of the module is made here: id, category, target and advice stand in one table.</summary>
internal static class ErrorTable
{
    private const string SignInAdvice =
        "Run Connect-Cognito with a profile or keys that have this permission. If your credentials have expired, sign in again.";
    private const string RateAdvice = "Send fewer requests at a time: lower -ThrottleLimit, or set Connect-Cognito -RateLimit.";
    private const string LaterAdvice = "The service failed. Try again in a few minutes.";
    private const string EndpointAdvice = "Check the network, the proxy and -EndpointUrl. Get-CognitoConnection shows where requests go.";

    private static readonly bool ShowsAdvice = typeof(ErrorRecord).Assembly.GetName().Version >= new Version(7, 5);

    /// <summary>A whole error code, or the end of one, and what it means. The first row that fits decides.</summary>
    private static readonly (string Code, ErrorCategory Category, string? Advice)[] Table =
    [
        (
            "ResourceNotFoundException",
            ErrorCategory.ObjectNotFound,
            "Check the IDs and the Region. The Get- cmdlets list what exists, and Get-CognitoUserPool -AllRegions lists every pool."
        ),
        (
            "UserNotFoundException",
            ErrorCategory.ObjectNotFound,
            "Check the name. Get-CognitoUser -UserPoolId … -Filter 'email ^= \"…\"' finds users by their attributes."
        ),
        (
            "ScopeDoesNotExistException",
            ErrorCategory.ObjectNotFound,
            "First create the scope with New-CognitoResourceServer or Set-CognitoResourceServer."
        ),
        ("NotFoundException", ErrorCategory.ObjectNotFound, null),
        ("ExpiredTokenException", ErrorCategory.AuthenticationError, SignInAdvice),
        ("ExpiredToken", ErrorCategory.AuthenticationError, SignInAdvice),
        (
            "RequestExpired",
            ErrorCategory.AuthenticationError,
            "Set the clock of this computer. It differs too much from the clock of the service."
        ),
        (
            "InvalidSignatureException",
            ErrorCategory.AuthenticationError,
            "Check the secret key and the clock of this computer, then run Connect-Cognito again."
        ),
        ("UnrecognizedClientException", ErrorCategory.AuthenticationError, SignInAdvice),
        ("InvalidClientTokenId", ErrorCategory.AuthenticationError, SignInAdvice),
        ("MissingAuthenticationTokenException", ErrorCategory.AuthenticationError, SignInAdvice),
        ("IncompleteSignatureException", ErrorCategory.AuthenticationError, SignInAdvice),
        ("PasswordResetRequiredException", ErrorCategory.AuthenticationError, "Set a new password with Complete-CognitoPasswordReset."),
        ("UserNotConfirmedException", ErrorCategory.AuthenticationError, "Confirm the user with Confirm-CognitoUser."),
        ("CodeMismatchException", ErrorCategory.AuthenticationError, null),
        ("ExpiredCodeException", ErrorCategory.AuthenticationError, "Request a new code."),
        (
            "InvalidPasswordException",
            ErrorCategory.InvalidArgument,
            "Check the password policy of the pool: (Get-CognitoUserPool -UserPoolId …).Policies.PasswordPolicy"
        ),
        ("RefreshTokenReuseException", ErrorCategory.AuthenticationError, "Sign in again with Connect-CognitoUser."),
        (
            "NotAuthorizedException",
            ErrorCategory.PermissionDenied,
            "Check the user's status, the token and the settings of the app client. A missing AWS permission has the ID "
                + "AccessDeniedException instead."
        ),
        ("AccessDeniedException", ErrorCategory.PermissionDenied, SignInAdvice),
        (
            "ForbiddenException",
            ErrorCategory.PermissionDenied,
            "An AWS WAF web ACL on the user pool blocks the request. Check its rules and its log."
        ),
        ("UnauthorizedException", ErrorCategory.PermissionDenied, SignInAdvice),
        ("ExistsException", ErrorCategory.ResourceExists, null),
        ("DuplicateProviderException", ErrorCategory.ResourceExists, null),
        (
            "ConcurrentModificationException",
            ErrorCategory.ResourceBusy,
            "Someone else made a change at the same time. Read the resource again, then repeat your change."
        ),
        (
            "UserImportInProgressException",
            ErrorCategory.ResourceBusy,
            "Wait for the import to finish. Get-CognitoUserImportJob shows its progress."
        ),
        ("TooManyRequestsException", ErrorCategory.LimitsExceeded, RateAdvice),
        ("ThrottlingException", ErrorCategory.LimitsExceeded, RateAdvice),
        (
            "LimitExceededException",
            ErrorCategory.LimitsExceeded,
            "This is a quota, not a request rate. Remove something, wait until tomorrow, or request a quota increase."
        ),
        ("TooManyFailedAttemptsException", ErrorCategory.LimitsExceeded, null),
        ("ServiceQuotaExceededException", ErrorCategory.LimitsExceeded, null),
        ("InvalidParameterException", ErrorCategory.InvalidArgument, null),
        (
            "LambdaValidationException",
            ErrorCategory.InvalidOperation,
            "A Lambda trigger rejected the request. (Get-CognitoUserPool -UserPoolId …).LambdaConfig lists the triggers."
        ),
        ("ValidationException", ErrorCategory.InvalidArgument, null),
        ("SerializationException", ErrorCategory.InvalidArgument, null),
        ("InternalErrorException", ErrorCategory.ResourceUnavailable, LaterAdvice),
        ("InternalServerException", ErrorCategory.ResourceUnavailable, LaterAdvice),
        ("ServiceUnavailableException", ErrorCategory.ResourceUnavailable, LaterAdvice),
        ("OperationNotImplementedException", ErrorCategory.NotImplemented, null),
        ("UnknownOperationException", ErrorCategory.NotImplemented, "This endpoint does not support the operation."),
        ("UnsupportedOperationException", ErrorCategory.NotImplemented, null),
        (
            "InvalidLambdaResponseException",
            ErrorCategory.InvalidResult,
            "Check the log of the trigger. (Get-CognitoUserPool -UserPoolId …).LambdaConfig lists the triggers."
        ),
        (
            "LambdaException",
            ErrorCategory.InvalidOperation,
            "Check the log of the trigger. (Get-CognitoUserPool -UserPoolId …).LambdaConfig lists the triggers."
        ),
    ];

    /// <summary>
    /// Errors that the service gives one code and we another each: the code, what the message says, our id, and what it means.
    /// </summary>
    private static readonly (string Code, string Says, string Id, ErrorCategory Category, string Advice)[] Messages =
    [
        (
            "NotAuthorizedException",
            "Incorrect username or password",
            "IncorrectUsernameOrPassword",
            ErrorCategory.AuthenticationError,
            "Check the username and the password. An app client that hides whether users exist gives this answer for unknown users too."
        ),
        (
            "InvalidPasswordException",
            "Invalid password",
            "IncorrectUsernameOrPassword",
            ErrorCategory.AuthenticationError,
            "Check the username and the password."
        ),
        (
            "NotAuthorizedException",
            "User is disabled",
            "UserDisabled",
            ErrorCategory.PermissionDenied,
            "Run Enable-CognitoUser to let the user sign in again."
        ),
        (
            "NotAuthorizedException",
            "Password attempts exceeded",
            "PasswordAttemptsExceeded",
            ErrorCategory.LimitsExceeded,
            "There were too many wrong passwords. Wait up to 15 minutes, then try again."
        ),
        (
            "NotAuthorizedException",
            "Temporary password has expired",
            "TemporaryPasswordExpired",
            ErrorCategory.AuthenticationError,
            "Set a new password with Set-CognitoUserPassword, or send a new one with New-CognitoUser -MessageAction RESEND."
        ),
        (
            "NotAuthorizedException",
            "Invalid session",
            "SignInSessionExpired",
            ErrorCategory.AuthenticationError,
            "Start again with Connect-CognitoUser. A challenge must be answered within the app client's authentication flow "
                + "session duration, 3 minutes by default."
        ),
        (
            "CodeMismatchException",
            "Invalid session",
            "SignInSessionExpired",
            ErrorCategory.AuthenticationError,
            "Start again with Connect-CognitoUser."
        ),
        (
            "NotAuthorizedException",
            "secret but",
            "MissingSecretHash",
            ErrorCategory.InvalidArgument,
            "The app client has a secret. Specify -ClientSecret, or -UserPoolId together with AWS credentials that can describe the client."
        ),
        (
            "NotAuthorizedException",
            "not configured for secret",
            "UnexpectedClientSecret",
            ErrorCategory.InvalidArgument,
            "The app client has no secret. Leave -ClientSecret out."
        ),
        (
            "NotAuthorizedException",
            "Unable to verify secret",
            "WrongClientSecret",
            ErrorCategory.AuthenticationError,
            "Check -ClientSecret. Get-CognitoUserPoolClientSecret lists the secrets of the client."
        ),
        (
            "UnauthorizedException",
            "Invalid client secret",
            "WrongClientSecret",
            ErrorCategory.AuthenticationError,
            "Check -ClientSecret. Get-CognitoUserPoolClientSecret lists the secrets of the client."
        ),
        (
            "NotAuthorizedException",
            "Client authentication failed",
            "WrongClientSecret",
            ErrorCategory.AuthenticationError,
            "Check -ClientSecret. Get-CognitoUserPoolClientSecret lists the secrets of the client."
        ),
        (
            "NotAuthorizedException",
            "client credentials grant",
            "GrantNotEnabled",
            ErrorCategory.InvalidOperation,
            "Run Set-CognitoUserPoolClient -AllowedOAuthFlowsUserPoolClient $true -AllowedOAuthFlows client_credentials, and "
                + "set the scopes with -AllowedOAuthScopes."
        ),
        (
            "NotAuthorizedException",
            "Access Token has expired",
            "AccessTokenExpired",
            ErrorCategory.AuthenticationError,
            "Renew it with Update-CognitoToken."
        ),
        (
            "NotAuthorizedException",
            "Access Token has been revoked",
            "AccessTokenRevoked",
            ErrorCategory.AuthenticationError,
            "Sign in again with Connect-CognitoUser."
        ),
        (
            "NotAuthorizedException",
            "Invalid Access Token",
            "InvalidAccessToken",
            ErrorCategory.AuthenticationError,
            "Use an access token, not an ID token. ConvertFrom-CognitoToken shows which one you have."
        ),
        (
            "NotAuthorizedException",
            "does not have required scopes",
            "AccessTokenLacksScope",
            ErrorCategory.PermissionDenied,
            "Operations of the signed-in user need the scope aws.cognito.signin.user.admin. Tokens from Connect-CognitoUser have it."
        ),
        (
            "NotAuthorizedException",
            "Refresh Token has expired",
            "RefreshTokenExpired",
            ErrorCategory.AuthenticationError,
            "Sign in again with Connect-CognitoUser."
        ),
        (
            "NotAuthorizedException",
            "Refresh Token has been revoked",
            "RefreshTokenRevoked",
            ErrorCategory.AuthenticationError,
            "Sign in again with Connect-CognitoUser."
        ),
        (
            "NotAuthorizedException",
            "Invalid Refresh Token",
            "InvalidRefreshToken",
            ErrorCategory.AuthenticationError,
            "Check the token and the app client that it was issued to. A revoked token is invalid too."
        ),
        (
            "NotAuthorizedException",
            "Current status is CONFIRMED",
            "UserAlreadyConfirmed",
            ErrorCategory.InvalidOperation,
            "There is nothing to do: the user can sign in."
        ),
        (
            "InvalidParameterException",
            "already confirmed",
            "UserAlreadyConfirmed",
            ErrorCategory.InvalidOperation,
            "There is nothing to do: the user can sign in."
        ),
    ];

    /// <summary>Errors about the item, as against flow control, stops, and defects of ours.</summary>
    public static bool IsReportable(Exception exception) =>
        exception
            is CognitoException
                or SignInException
                or AmazonServiceException
                or AmazonClientException
                or HttpRequestException
                or WebException
                or OperationCanceledException
                or TimeoutException
                or IOException
                or UnauthorizedAccessException;

    /// <summary>No answer came in time: nobody else cancels a request whose error is told.</summary>
    public static bool IsTimeout(Exception exception) =>
        Find<OperationCanceledException>(exception) is not null || Find<TimeoutException>(exception) is not null;

    /// <summary>Makes the error record of <paramref name="exception"/> for what the user passed.</summary>
    public static ErrorRecord ToRecord(Exception exception, object? target)
    {
        (string id, ErrorCategory category, string? message, string? advice) = Describe(exception);
        string text = message ?? exception.Message;
        string? name = NameOf(target) is { Length: > 0 } known && !text.Contains(known) ? known : null;
        var record = new ErrorRecord(exception, id, category, target);
        if (message is not null || advice is not null || name is not null)
            record.ErrorDetails = new ErrorDetails(name is null ? text : $"{name}: {text}") { RecommendedAction = advice ?? "" };
        return record;
    }

    /// <summary>What an item is called: itself, or a user's name.</summary>
    public static string? NameOf(object? target) =>
        target switch
        {
            null => null,
            string name => name,
            _ => PSObject.AsPSObject(target) is { BaseObject: string name }
                ? name
                : PSObject.AsPSObject(target).Properties["Username"]?.Value?.ToString(),
        };

    /// <summary>The same error, with what it was part of in front.</summary>
    public static CognitoException Within(Exception exception, string prefix)
    {
        (string id, ErrorCategory category, string? message, string? advice) = Describe(exception);
        return new CognitoException(
            id,
            category,
            prefix + (exception is CognitoException ? exception.Message : message ?? exception.Message),
            advice,
            exception
        );
    }

    private static (string Id, ErrorCategory Category, string? Message, string? Advice) Describe(Exception exception) =>
        exception switch
        {
            SignInException signIn => (signIn.Id, ErrorCategory.InvalidArgument, null, null),
            CognitoException ours => (ours.Id, ours.Category, WithAdvice(ours.Message, ours.Advice), ours.Advice),
            _ when IsTimeout(exception) => TimedOut(),
            _ when Find<HttpRequestException>(exception) is { } refused && !IsAnswered(exception) => Unreachable(refused),
            _ when Find<SocketException>(exception) is { } broken => Unreachable(broken),
            _ when exception.GetType().Name == "HttpIOException" => Unreachable(exception),
            AmazonServiceException service => Service(service),
            AmazonClientException client => ("ClientError", ErrorCategory.NotSpecified, client.Message, null),
            UnauthorizedAccessException denied => ("FileAccessDenied", ErrorCategory.PermissionDenied, denied.Message, null),
            IOException file => ("FileError", ErrorCategory.ReadError, file.Message, null),
            _ => (exception.GetType().Name, ErrorCategory.NotSpecified, null, null),
        };

    private static (string, ErrorCategory, string?, string?) Service(AmazonServiceException exception)
    {
        string code = exception.ErrorCode is { Length: > 0 } given ? given : exception.GetType().Name;
        foreach ((string known, string says, string id, ErrorCategory category, string advice) in Messages)
        {
            if (code == known && exception.Message.Contains(says))
                return (id, category, WithAdvice(exception.Message, advice), advice);
        }

        foreach ((string known, ErrorCategory category, string? advice) in Table)
        {
            if (code.EndsWith(known, StringComparison.Ordinal))
                return (code, category, WithAdvice(exception.Message, advice), advice);
        }

        return exception switch
        {
            _ when exception.InnerException is AmazonUnmarshallingException
                    || exception is AmazonUnmarshallingException
                    || code.StartsWith("Amazon", StringComparison.Ordinal) => NotUnderstood(exception),
            _ when (int)exception.StatusCode >= 500 => (
                code,
                ErrorCategory.ResourceUnavailable,
                WithAdvice(exception.Message, LaterAdvice),
                LaterAdvice
            ),
            _ => (code, ErrorCategory.InvalidOperation, exception.Message, null),
        };
    }

    private static (string, ErrorCategory, string?, string?) NotUnderstood(AmazonServiceException exception)
    {
        const string Advice =
            "Check that -EndpointUrl (or AWS_ENDPOINT_URL) is a Cognito endpoint and not a web page, a proxy or another service.";
        string status = exception.StatusCode == 0 ? "" : $" (HTTP {(int)exception.StatusCode})";
        return (
            (int)exception.StatusCode >= 500 ? "EndpointFailed" : "InvalidAnswer",
            (int)exception.StatusCode >= 500 ? ErrorCategory.ResourceUnavailable : ErrorCategory.InvalidResult,
            WithAdvice($"The response{status} of the endpoint did not come from Amazon Cognito.", Advice),
            Advice
        );
    }

    private static (string, ErrorCategory, string?, string?) Unreachable(Exception exception) =>
        (
            "EndpointUnreachable",
            ErrorCategory.ConnectionError,
            WithAdvice(
                "The endpoint cannot be reached: "
                    + $"{(exception is HttpRequestException { InnerException: SocketException } ? exception : exception.GetBaseException()).Message}",
                EndpointAdvice
            ),
            EndpointAdvice
        );

    private static (string, ErrorCategory, string?, string?) TimedOut() =>
        (
            "EndpointTimeout",
            ErrorCategory.OperationTimeout,
            WithAdvice("The endpoint did not respond in time.", EndpointAdvice),
            EndpointAdvice
        );

    /// <summary>PowerShell shows the recommended action itself since 7.5; before that it stands in the message.</summary>
    private static string WithAdvice(string message, string? advice) => advice is null || ShowsAdvice ? message : $"{message} {advice}";

    private static bool IsAnswered(Exception exception) => exception is AmazonServiceException { StatusCode: not 0 };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
