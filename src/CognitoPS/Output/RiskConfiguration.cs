using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>What threat protection does about risky sign-ins, for a pool or one of its app clients.</summary>
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

    /// <summary>The id of the pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The app client, or null for the pool as a whole.</summary>
    public string? ClientId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>What happens when a password is known to have leaked.</summary>
    public SettingObject? CompromisedCredentialsRiskConfiguration { get; }

    /// <summary>What happens at low, medium and high risk, and who is told.</summary>
    public SettingObject? AccountTakeoverRiskConfiguration { get; }

    /// <summary>Addresses that are always or never refused.</summary>
    public SettingObject? RiskExceptionConfiguration { get; }

    /// <summary>What happens with leaked passwords, in a word.</summary>
    public string? CompromisedCredentials { get; }

    /// <summary>What happens at low, medium and high risk, in a word each.</summary>
    public IReadOnlyList<string> AccountTakeover { get; }

    /// <summary>When the configuration was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => ClientId ?? UserPoolId;
}
