using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A session of a signed-in user.</summary>
[TableView("SessionId:36", "Username:25", "LastActive:16", "SessionType:12", "ClientId")]
public sealed class UserSession : IActsAsUser
{
    internal UserSession(
        SessionDescriptionType source,
        string? userPoolId,
        string region,
        string? username,
        SecureString? accessToken = null
    )
    {
        UserPoolId = userPoolId;
        Region = region;
        Username = username;
        AccessToken = accessToken;
        SessionId = source.SessionId;
        SessionType = source.SessionType?.Value;
        ClientId = source.ClientId;
        DeviceType = source.DeviceType;
        LastIPAddress = source.LastIPAddress;
        City = source.LastLocation?.City;
        Country = source.LastLocation?.Country;
        OriginSessionId = source.OriginSessionId;
        IsCurrentSession = source.IsCurrentSession;
        Created = Timestamp.Of(source.CreateDate);
        LastActive = Timestamp.Of(source.LastActiveDate);
    }

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The user, as specified in the request.</summary>
    public string? Username { get; }

    /// <summary>
    /// The access token of the signed-in user who read it, which Revoke-CognitoUserSession uses; null if an administrator read it.
    /// </summary>
    public SecureString? AccessToken { get; }

    /// <summary>The session's ID.</summary>
    public string SessionId { get; }

    /// <summary>TOKEN for a session of an application, SSO for a session of managed login.</summary>
    public string? SessionType { get; }

    /// <summary>The app client that the user signed in with.</summary>
    public string? ClientId { get; }

    /// <summary>The type of the device.</summary>
    public string? DeviceType { get; }

    /// <summary>The IP address that it was last used from.</summary>
    public string? LastIPAddress { get; }

    /// <summary>The city of that IP address.</summary>
    public string? City { get; }

    /// <summary>The country of that IP address.</summary>
    public string? Country { get; }

    /// <summary>The session that this one originates from.</summary>
    public string? OriginSessionId { get; }

    /// <summary>Whether this is the session of the access token in the request.</summary>
    public bool? IsCurrentSession { get; }

    /// <summary>When the user signed in, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the session was last used, in local time.</summary>
    public Timestamp? LastActive { get; }

    /// <inheritdoc/>
    public override string ToString() => SessionId;
}
