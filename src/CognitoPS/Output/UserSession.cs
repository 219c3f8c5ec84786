using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A session of a user who has signed in.</summary>
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

    /// <summary>The id of the user's pool.</summary>
    public string? UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The user, as asked for.</summary>
    public string? Username { get; }

    /// <summary>
    /// The access token of the user who read it, as whom Revoke-CognitoUserSession goes on; null where an administrator did.
    /// </summary>
    public SecureString? AccessToken { get; }

    /// <summary>The session's id.</summary>
    public string SessionId { get; }

    /// <summary>TOKEN for an application's, SSO for managed login's.</summary>
    public string? SessionType { get; }

    /// <summary>The app client that the user signed in with.</summary>
    public string? ClientId { get; }

    /// <summary>The kind of device.</summary>
    public string? DeviceType { get; }

    /// <summary>The address it was last used from.</summary>
    public string? LastIPAddress { get; }

    /// <summary>The city of that address.</summary>
    public string? City { get; }

    /// <summary>The country of that address.</summary>
    public string? Country { get; }

    /// <summary>The session that this one came out of.</summary>
    public string? OriginSessionId { get; }

    /// <summary>Whether it is the session of the token that asked.</summary>
    public bool? IsCurrentSession { get; }

    /// <summary>When the user signed in, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When it was last used, in local time.</summary>
    public Timestamp? LastActive { get; }

    /// <inheritdoc/>
    public override string ToString() => SessionId;
}
