namespace CognitoPS.Errors;

/// <summary>
/// A sign-in that cannot go on for a reason of its own, not the service's. Its id becomes the error's id; its text holds no secret.
/// </summary>
internal sealed class SignInException(string id, string message) : Exception(message)
{
    public string Id { get; } = id;
}

/// <summary>The ids of <see cref="SignInException"/>.</summary>
internal static class SignInError
{
    public const string BadSrpValue = "SignInBadSrpValue";
    public const string BadTotpSecret = "SignInBadTotpSecret";
    public const string FlowUnknown = "SignInFlowUnknown";
    public const string ParameterMissing = "SignInParameterMissing";
    public const string ReplyIncomplete = "SignInReplyIncomplete";
}
