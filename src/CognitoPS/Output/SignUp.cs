using System.Security;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>
/// A user who has just signed up, or confirmed it. Pipe it to Confirm-CognitoUser, or to Connect-CognitoUser once confirmed.
/// </summary>
[TableView("Username:32", "UserConfirmed:13", "DeliveryMedium:14", "DeliveryDestination:24:Sent to", "ClientId")]
public sealed class SignUp
{
    internal SignUp(string username, string clientId, string region) => (Username, ClientId, Region) = (username, clientId, region);

    /// <summary>The user name.</summary>
    public string Username { get; }

    /// <summary>The id that never changes; known after Register-CognitoUser.</summary>
    public string? Sub { get; internal init; }

    /// <summary>Whether the user may sign in already; when not, a code was sent that Confirm-CognitoUser takes.</summary>
    public bool UserConfirmed { get; internal init; }

    /// <summary>How the code was sent: SMS or EMAIL.</summary>
    public string? DeliveryMedium { get; internal init; }

    /// <summary>Where the code was sent, masked by the service.</summary>
    public string? DeliveryDestination { get; internal init; }

    /// <summary>The app client.</summary>
    public string ClientId { get; }

    /// <summary>The app client's secret, where it was given.</summary>
    public SecureString? ClientSecret { get; internal init; }

    /// <summary>The id of the user pool, where it was given.</summary>
    public string? UserPoolId { get; internal init; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>Signs the new user in without asking again: Connect-CognitoUser -AuthFlow USER_AUTH takes it.</summary>
    public SecureString? Session { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Username;
}
