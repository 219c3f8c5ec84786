using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Jwt;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>A cmdlet that only works as the signed-in user.</summary>
public abstract class SignedInUserCommand : ServiceCommand
{
    private SignedInUser? _user;

    /// <summary>
    /// The user's access token, as a SecureString or as text. Sessions from Connect-CognitoUser are also accepted from the pipeline.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString AccessToken { get; set; } = new();

    private protected override object? CurrentTarget => Me.Username;

    /// <summary>The owner of the token.</summary>
    private protected SignedInUser Me =>
        _user is not null && ReferenceEquals(_user.AccessToken, AccessToken) ? _user : _user = new SignedInUser(AccessToken);

    /// <summary>The Region that requests go to.</summary>
    private protected string UserRegion => RegionFor(Me.UserPoolId);

    /// <summary>The client for the user's own operations, which are unsigned.</summary>
    private protected IAmazonCognitoIdentityProvider Client => PublicClientIn(UserRegion);
}
