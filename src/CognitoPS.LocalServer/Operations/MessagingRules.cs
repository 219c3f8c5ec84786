using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Through what e-mail and text messages may go out.</summary>
internal static class MessagingRules
{
    // The same wherever the pool is.
    private static readonly string[] SesRegions = ["eu-west-1", "us-east-1", "us-west-2"];
    private static readonly Regex Address = new(@"^(?:[^<>]*<)?[^@\s<>]+@[^@\s<>]+>?$", RegexOptions.CultureInvariant);

    internal static void CheckEmail(JsonElement? email)
    {
        if (email?.Text("EmailSendingAccount") == "DEVELOPER" && email?.Find("SourceArn") is null)
            throw ServiceException.Invalid("Source ARN is required to use DEVELOPER email sending owner");
        CheckIdentity(email?.Text("SourceArn"));
        if (email?.Text("From") is { Length: > 0 } sender && !Address.IsMatch(sender))
            throw ServiceException.Invalid("Provided From email address is invalid");
    }

    /// <summary>Throws where an e-mail identity is in no region that the service sends from.</summary>
    internal static void CheckIdentity(string? identityArn)
    {
        if (identityArn?.Split(':') is [_, _, "ses", string region, ..] && Array.IndexOf(SesRegions, region) < 0)
            throw ServiceException.Invalid(
                $"Provided SourceArn must be in one of the following SES regions: {string.Join(", ", SesRegions)}."
            );
    }

    internal static void CheckSms(JsonElement? sms, string region)
    {
        if (sms?.Text("SnsRegion") is { } place && place != region)
            throw ServiceException.Invalid($"Invalid snsRegion. Allowed SNS region for {region} is {region}");
        CheckRole(sms?.Text("SnsCallerArn"));
    }

    /// <summary>Throws where a role is another account's.</summary>
    internal static void CheckRole(string? roleArn)
    {
        if (roleArn?.Split(':') is [_, _, "iam", _, string account, ..] && account != ServerState.AccountId)
            throw ServiceException.Invalid("Cross-account pass role is not allowed.");
    }
}
