using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The session configuration of a user pool or one of its app clients.</summary>
[TableView("UserPoolId:24", "ClientId:26", "UserSessionTracking:27", "MaxPerUser:11", "MaxValidityMinutes")]
public sealed class SessionConfiguration
{
    internal SessionConfiguration(GetUserPoolSessionConfigurationResponse source, string userPoolId, string region)
    {
        UserPoolId = userPoolId;
        Region = region;
        UserSessionTracking = source.UserSessionTracking?.Value;
        MaxPerUser = source.TokenSession?.MaxPerUser;
    }

    internal SessionConfiguration(GetUserPoolClientSessionConfigurationResponse source, string userPoolId, string clientId, string region)
    {
        UserPoolId = userPoolId;
        ClientId = clientId;
        Region = region;
        MaxValidityMinutes = source.SSOSession?.MaxValidityMinutes;
    }

    /// <summary>The pool's ID.</summary>
    public string UserPoolId { get; }

    /// <summary>The app client's ID, if it is the configuration of an app client.</summary>
    public string? ClientId { get; }

    /// <summary>The pool's Region.</summary>
    public string Region { get; }

    /// <summary>Whether the user pool tracks its users' sessions: ENABLED or DISABLED.</summary>
    public string? UserSessionTracking { get; }

    /// <summary>The maximum number of token sessions that a user can have at a time.</summary>
    public int? MaxPerUser { get; }

    /// <summary>The maximum length of the app client's single sign-on sessions, in minutes.</summary>
    public int? MaxValidityMinutes { get; }
}
