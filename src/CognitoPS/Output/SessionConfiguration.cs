using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>How sessions are kept: of a user pool, or of one of its app clients.</summary>
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

    /// <summary>The pool's id.</summary>
    public string UserPoolId { get; }

    /// <summary>The client's id, where it is a client's configuration.</summary>
    public string? ClientId { get; }

    /// <summary>The pool's region.</summary>
    public string Region { get; }

    /// <summary>Whether the pool keeps track of its users' sessions: ENABLED or DISABLED.</summary>
    public string? UserSessionTracking { get; }

    /// <summary>How many token sessions a user of the pool can have at once.</summary>
    public int? MaxPerUser { get; }

    /// <summary>Minutes that a single sign-on session of the client lasts at most.</summary>
    public int? MaxValidityMinutes { get; }
}
