using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>Which logs a user pool writes, and where to.</summary>
[TableView("UserPoolId:24", "Region:16", "EventSources")]
public sealed class LogDelivery
{
    internal LogDelivery(LogDeliveryConfigurationType source, string userPoolId, string region)
    {
        UserPoolId = source.UserPoolId ?? userPoolId;
        Region = region;
        LogConfigurations = SettingObject.List(source.LogConfigurations);
        EventSources = Readable.List(source.LogConfigurations?.Select(log => log.EventSource?.Value ?? ""));
    }

    /// <summary>The id of the pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>One for each kind of event: level and destination.</summary>
    public IReadOnlyList<SettingObject> LogConfigurations { get; }

    /// <summary>The kinds of event that are logged.</summary>
    public IReadOnlyList<string> EventSources { get; }

    /// <inheritdoc/>
    public override string ToString() => UserPoolId;
}
