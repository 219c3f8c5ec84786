using System.Security;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>
/// A user who has just signed up or confirmed their sign-up. Pipe it to Confirm-CognitoUser, or to Connect-CognitoUser after confirmation.
/// </summary>
[TableView("Username:32", "UserConfirmed:13", "DeliveryMedium:14", "DeliveryDestination:24:Sent to", "ClientId")]
public sealed class SignUp
{
    internal SignUp(string username, string clientId, string region) => (Username, ClientId, Region) = (username, clientId, region);

    /// <summary>The username.</summary>
    public string Username { get; }

    /// <summary>The ID that never changes. Known after Register-CognitoUser.</summary>
    public string? Sub { get; internal init; }

    /// <summary>Whether the user can already sign in. If not, pass the code that was sent to Confirm-CognitoUser.</summary>
    public bool UserConfirmed { get; internal init; }

    /// <summary>The delivery medium of the code: SMS or EMAIL.</summary>
    public string? DeliveryMedium { get; internal init; }

    /// <summary>The destination of the code, masked by the service.</summary>
    public string? DeliveryDestination { get; internal init; }

    /// <summary>The app client.</summary>
    public string ClientId { get; }

    /// <summary>The client secret, if specified.</summary>
    public SecureString? ClientSecret { get; internal init; }

    /// <summary>The ID of the user pool, if specified.</summary>
    public string? UserPoolId { get; internal init; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>Signs the new user in without another prompt; pass it to Connect-CognitoUser -AuthFlow USER_AUTH.</summary>
    public SecureString? Session { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Username;
}
