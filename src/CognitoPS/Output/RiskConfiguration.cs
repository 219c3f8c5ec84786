using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The threat protection settings for risky sign-ins, of a user pool or one of its app clients.</summary>
[TableView("UserPoolId:24", "ClientId:26", "CompromisedCredentials")]
public sealed class RiskConfiguration
{
    internal RiskConfiguration(RiskConfigurationType source, string userPoolId, string region)
    {
        UserPoolId = source.UserPoolId ?? userPoolId;
        ClientId = source.ClientId;
        Region = region;
        CompromisedCredentialsRiskConfiguration = SettingObject.Of(source.CompromisedCredentialsRiskConfiguration);
        AccountTakeoverRiskConfiguration = SettingObject.Of(source.AccountTakeoverRiskConfiguration);
        RiskExceptionConfiguration = SettingObject.Of(source.RiskExceptionConfiguration);
        CompromisedCredentials = source.CompromisedCredentialsRiskConfiguration?.Actions?.EventAction?.Value;
        AccountTakeover = source.AccountTakeoverRiskConfiguration?.Actions is { } actions
            ? Readable.List(
                new[] { actions.LowAction, actions.MediumAction, actions.HighAction }.Select(action => action?.EventAction?.Value ?? "-")
            )
            : Readable.List<string>(null);
        Modified = Timestamp.Of(source.LastModifiedDate);
    }

    /// <summary>The ID of the user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The app client, or null for the whole user pool.</summary>
    public string? ClientId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The response to compromised credentials.</summary>
    public SettingObject? CompromisedCredentialsRiskConfiguration { get; }

    /// <summary>The responses to low, medium and high risk, and the notifications.</summary>
    public SettingObject? AccountTakeoverRiskConfiguration { get; }

    /// <summary>IP ranges that are always blocked or always allowed.</summary>
    public SettingObject? RiskExceptionConfiguration { get; }

    /// <summary>A summary of the response to compromised credentials.</summary>
    public string? CompromisedCredentials { get; }

    /// <summary>A summary of the responses to low, medium and high risk.</summary>
    public IReadOnlyList<string> AccountTakeover { get; }

    /// <summary>When the configuration was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => ClientId ?? UserPoolId;
}
