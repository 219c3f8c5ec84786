using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Jwt;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.Users;

/// <summary>A cmdlet that an administrator runs on users, and signed-in users on themselves.</summary>
public abstract class SelfServiceCommand : UserCommand
{
    private protected const string AsUser = "AsUser";

    /// <summary>
    /// The access token of a signed-in user, as a SecureString or as text. The call is made as that user, without AWS credentials. Sessions
    /// from Connect-CognitoUser are also accepted from the pipeline.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? AccessToken { get; set; }

    // What a user was given, a session or what was read with it, acts as that user, unless the pool was named: then it only says who is
    // meant.
    private SecureString? OwnToken => AccessToken ?? (IsPoolNamed ? null : ActingUser.TokenOf(InputObject));

    private protected override async Task ProcessAsync()
    {
        if (OwnToken is not { } token)
        {
            await base.ProcessAsync();
            return;
        }

        var user = new SignedInUser(token);
        await TryAsync(InputObject ?? (object?)user.Username, () => StartAsync(user));
    }

    /// <summary>Starts what the signed-in user does.</summary>
    private protected abstract Task StartAsync(SignedInUser user);

    /// <summary>The client for the signed-in user's own operations.</summary>
    private protected IAmazonCognitoIdentityProvider ClientOf(SignedInUser user) => PublicClientIn(RegionFor(user.UserPoolId));

    /// <summary>Prompts, and makes a change as the signed-in user.</summary>
    private protected Task ChangeAsync(SignedInUser user, UserChange change)
    {
        (string region, var client) = (RegionFor(user.UserPoolId), ClientOf(user));
        return ChangeAsync(
            new UserSubject(
                InputObject ?? (object?)user.Username ?? "",
                user.Text,
                $"{user}",
                client,
                (_, token) => UserReader.ReadAsync(client, user, region, token)
            ),
            change
        );
    }
}
