using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Pipeline;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.Users;

/// <summary>
/// Acts on a user through an app client, as its application does: unsigned, and with the client secret if the app client has one.
/// </summary>
/// <param name="ClientId">The app client.</param>
/// <param name="ClientSecret">The client secret, if specified.</param>
internal sealed record AppClientAccess(string ClientId, SecureString? ClientSecret)
{
    /// <summary>The parameter set of such a call.</summary>
    public const string ParameterSet = "AppClient";

    /// <summary>
    /// A piped app client makes the call as its application, and is not just another object with a UserPoolId; null if there is none.
    /// </summary>
    public static AppClientAccess? Of(PSObject? piped) =>
        piped?.Properties["Username"] is null && piped?.Properties["ClientId"]?.Value is string id
            ? new AppClientAccess(id, piped.Properties["ClientSecret"]?.Value as SecureString)
            : null;

    /// <summary>The username that the application uses.</summary>
    public UserSubject Subject(object target, string username, IAmazonCognitoIdentityProvider open) =>
        new(target, $"{ClientId}/{username}", Target.UserOfAppClient(username, ClientId), open, ReadAsync: null);

    /// <summary>Sends a request with the secret hash. The client secret is read when the service asks for it.</summary>
    /// <param name="username">The user that the request is about.</param>
    /// <param name="userPoolId">The user pool, if known.</param>
    /// <param name="administrator">Can read the app client's settings; null if no one can.</param>
    /// <param name="send">The request, given the hash.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<T> SendAsync<T>(
        string username,
        string? userPoolId,
        IAmazonCognitoIdentityProvider? administrator,
        Func<string?, Task<T>> send,
        CancellationToken cancellationToken
    )
    {
        var app = new AppClient(ClientId, ClientSecret, userPoolId, administrator);
        return app.SendAsync(secret => send(app.HashOf(secret, username)), cancellationToken);
    }
}
