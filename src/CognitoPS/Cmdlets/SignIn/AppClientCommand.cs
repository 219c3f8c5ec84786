using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>A cmdlet that works through an app client, as an application does.</summary>
public abstract class AppClientCommand : ServiceCommand
{
    /// <summary>The ID of the app client.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ClientId(isOnlyId: true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>
    /// The client secret, as a SecureString or as text. By default, the cmdlet reads it when the service asks for it, if you specify
    /// -UserPoolId and your AWS credentials allow it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? ClientSecret { get; set; }

    /// <summary>
    /// The user pool: its ID, its ARN, or an object that carries one. It determines the Region and lets the cmdlet read the client secret.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string? UserPoolId { get; set; }

    private protected override object? CurrentTarget => ClientId;

    /// <summary>The Region that the request goes to.</summary>
    private protected string ClientRegion => RegionFor(UserPoolId);

    /// <summary>Sends an unsigned request, with the client secret if the app client has one.</summary>
    private protected Task<T> SendAsync<T>(Func<IAmazonCognitoIdentityProvider, AppClient, SecureString?, Task<T>> send)
    {
        string region = ClientRegion;
        var open = PublicClientIn(region);
        var app = new AppClient(
            ClientId,
            ClientSecret,
            UserPoolId,
            UserPoolId is not null && ClientSecret is null ? AdministratorIn(region) : null
        );
        return app.SendAsync(secret => send(open, app, secret), StopToken);
    }
}
