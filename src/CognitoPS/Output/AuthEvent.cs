using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>An authentication event that threat protection recorded, such as a sign-in, sign-up or password change.</summary>
[TableView("Created:16", "Username:20", "EventType:14", "EventResponse:13", "RiskDecision:15", "RiskLevel:10", "IpAddress")]
public sealed class AuthEvent
{
    internal AuthEvent(AuthEventType source, string userPoolId, string region, string username)
    {
        UserPoolId = userPoolId;
        Region = region;
        Username = username;
        EventId = source.EventId;
        EventType = source.EventType?.Value;
        EventResponse = source.EventResponse?.Value;
        RiskDecision = source.EventRisk?.RiskDecision?.Value;
        RiskLevel = source.EventRisk?.RiskLevel?.Value;
        CompromisedCredentialsDetected = source.EventRisk?.CompromisedCredentialsDetected;
        Challenges = Readable.List(
            source.ChallengeResponses?.Select(challenge => $"{challenge.ChallengeName?.Value}: {challenge.ChallengeResponse?.Value}")
        );
        IpAddress = source.EventContextData?.IpAddress;
        DeviceName = source.EventContextData?.DeviceName;
        City = source.EventContextData?.City;
        Country = source.EventContextData?.Country;
        FeedbackValue = source.EventFeedback?.FeedbackValue?.Value;
        FeedbackDate = Timestamp.Of(source.EventFeedback?.FeedbackDate);
        Created = Timestamp.Of(source.CreationDate);
    }

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The user, as specified in the request.</summary>
    public string Username { get; }

    /// <summary>The event's ID.</summary>
    public string EventId { get; }

    /// <summary>SignIn, SignUp, ForgotPassword, PasswordChange or ResendCode.</summary>
    public string? EventType { get; }

    /// <summary>Pass, Fail or InProgress.</summary>
    public string? EventResponse { get; }

    /// <summary>NoRisk, AccountTakeover or Block.</summary>
    public string? RiskDecision { get; }

    /// <summary>Low, Medium or High.</summary>
    public string? RiskLevel { get; }

    /// <summary>Whether the password is known to be compromised.</summary>
    public bool? CompromisedCredentialsDetected { get; }

    /// <summary>The challenges and their results, such as "Password: Success".</summary>
    public IReadOnlyList<string> Challenges { get; }

    /// <summary>The IP address of the user.</summary>
    public string? IpAddress { get; }

    /// <summary>The name that the device reports.</summary>
    public string? DeviceName { get; }

    /// <summary>The city of the IP address.</summary>
    public string? City { get; }

    /// <summary>The country of the IP address.</summary>
    public string? Country { get; }

    /// <summary>The feedback, if any: Valid or Invalid.</summary>
    public string? FeedbackValue { get; }

    /// <summary>When the feedback was given, in local time.</summary>
    public Timestamp? FeedbackDate { get; }

    /// <summary>When the event occurred, in local time.</summary>
    public Timestamp? Created { get; }

    /// <inheritdoc/>
    public override string ToString() => EventId;
}
