using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A sign-in, sign-up or change of password that threat protection has recorded.</summary>
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

    /// <summary>The id of the user's pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The user, as asked for.</summary>
    public string Username { get; }

    /// <summary>The event's id.</summary>
    public string EventId { get; }

    /// <summary>SignIn, SignUp, ForgotPassword, PasswordChange or ResendCode.</summary>
    public string? EventType { get; }

    /// <summary>Pass, Fail or InProgress.</summary>
    public string? EventResponse { get; }

    /// <summary>NoRisk, AccountTakeover or Block.</summary>
    public string? RiskDecision { get; }

    /// <summary>Low, Medium or High.</summary>
    public string? RiskLevel { get; }

    /// <summary>Whether the password is known to have leaked elsewhere.</summary>
    public bool? CompromisedCredentialsDetected { get; }

    /// <summary>The challenges and how they ended, as "Password: Success".</summary>
    public IReadOnlyList<string> Challenges { get; }

    /// <summary>The address that the user came from.</summary>
    public string? IpAddress { get; }

    /// <summary>What the device calls itself.</summary>
    public string? DeviceName { get; }

    /// <summary>The city of the address.</summary>
    public string? City { get; }

    /// <summary>The country of the address.</summary>
    public string? Country { get; }

    /// <summary>Valid or Invalid, where somebody has said so.</summary>
    public string? FeedbackValue { get; }

    /// <summary>When that was said, in local time.</summary>
    public Timestamp? FeedbackDate { get; }

    /// <summary>When it happened, in local time.</summary>
    public Timestamp? Created { get; }

    /// <inheritdoc/>
    public override string ToString() => EventId;
}
