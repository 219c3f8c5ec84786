using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Pipeline;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.Users;

/// <summary>
/// Acting on a user through an app client, as its application does: not signed, and with the client's secret where it has one.
/// </summary>
/// <param name="ClientId">The app client.</param>
/// <param name="ClientSecret">Its secret, where it was given.</param>
internal sealed record AppClientAccess(string ClientId, SecureString? ClientSecret)
{
    /// <summary>The parameter set of such a call.</summary>
    public const string ParameterSet = "AppClient";

    /// <summary>
    /// A piped app client says through which application it is done, and is not just another thing with a UserPoolId; null: it is none.
    /// </summary>
    public static AppClientAccess? Of(PSObject? piped) =>
        piped?.Properties["Username"] is null && piped?.Properties["ClientId"]?.Value is string id
            ? new AppClientAccess(id, piped.Properties["ClientSecret"]?.Value as SecureString)
            : null;

    /// <summary>The user, as the application knows them.</summary>
    public UserSubject Subject(object target, string username, IAmazonCognitoIdentityProvider open) =>
        new(target, $"{ClientId}/{username}", Target.UserOfAppClient(username, ClientId), open, ReadAsync: null);

    /// <summary>Sends a request with the hash that shows the client's secret, which is read when the service asks for it.</summary>
    /// <param name="username">Whom the request is about.</param>
    /// <param name="userPoolId">The pool, where it is known.</param>
    /// <param name="administrator">May read the client's settings; null where nobody may.</param>
    /// <param name="send">The request, given the hash.</param>
    /// <param name="cancellationToken">Ends it.</param>
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
