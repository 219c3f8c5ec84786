namespace CognitoPS.LocalServer.Http;

/// <summary>Who signed a request for which region. The signature itself is not verified: any key will do.</summary>
internal readonly record struct RequestSignature(string AccessKey, string Region)
{
    internal static RequestSignature? Read(string? authorization)
    {
        const string Start = "Credential=";
        int begin = authorization?.IndexOf(Start, StringComparison.Ordinal) ?? -1;
        if (begin < 0)
            return null;
        string[] scope = authorization!.Substring(begin + Start.Length).Split([',', ' '], 2)[0].Split('/');
        return scope.Length >= 5 ? new RequestSignature(scope[0], scope[scope.Length - 3]) : null;
    }
}
