using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The log streaming configuration of a user pool.</summary>
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

    /// <summary>The ID of the user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The level and destination for each event source.</summary>
    public IReadOnlyList<SettingObject> LogConfigurations { get; }

    /// <summary>The event sources that are logged.</summary>
    public IReadOnlyList<string> EventSources { get; }

    /// <inheritdoc/>
    public override string ToString() => UserPoolId;
}
