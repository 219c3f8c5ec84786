using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.Users;

/// <summary>A cmdlet about users by name, each with a request of its own, many at once.</summary>
public abstract class UserBulkCommand : BulkCommand
{
    private protected const string Admin = "Admin";
    private protected const string AsUser = "AsUser";
    private const int LongestName = 128;

    /// <summary>
    /// The user pool: its id (eu-west-1_AbCdEf123), its ARN, or an object of Get-CognitoUserPool. Pools arrive by pipeline too.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public override string UserPoolId
    {
        get => base.UserPoolId;
        set => base.UserPoolId = value ?? "";
    }

    /// <summary>
    /// The users: user name, sub or, where the pool has them, alias. Names and objects with a Username arrive by pipeline too.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Admin, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Username]
    public virtual string[] Username { get; set; } = [];

    /// <summary>The access token of the user who acts; a parameter of those cmdlets that a user can use too.</summary>
    public virtual SecureString? AccessToken { get; set; }

    /// <summary>What was piped, which is then the target of its errors.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentTarget =>
        InputObject?.BaseObject is null or string ? Username.FirstOrDefault() : (object)InputObject!;

    private protected override int? KnownTotal => InputObject is null ? Username.Length : null;

    /// <summary>Whether the pool was named, not only piped along with something else.</summary>
    private protected bool IsPoolNamed => IsGiven(nameof(UserPoolId));

    private protected override async Task ProcessAsync()
    {
        if (OwnToken is { } token)
        {
            var user = new OwnUser(token);
            await TryAsync(InputObject ?? (object?)user.Username, () => StartOwnAsync(user));
            return;
        }

        foreach (string name in Username)
            await TryAsync(TargetOf(name), () => StartUserAsync(Checked(name)));
    }

    /// <summary>Does it as the signed-in user.</summary>
    private protected virtual Task StartOwnAsync(OwnUser user) => throw new NotSupportedException();

    /// <summary>The client for the signed-in user's own operations.</summary>
    private protected IAmazonCognitoIdentityProvider ClientOf(OwnUser user) => PublicClientIn(RegionFor(user.UserPoolId));

    // What a user was given, a session or what was read with it, acts as that user, unless the pool was named: then it only says who is
    // meant.
    private SecureString? OwnToken =>
        AccessToken
        ?? (
            !IsPoolNamed && MyInvocation.MyCommand.Parameters.ContainsKey(nameof(AccessToken)) && InputObject?.BaseObject is IActsAsUser own
                ? own.AccessToken
                : null
        );

    /// <summary>Starts what is to be done about one user.</summary>
    private protected abstract Task StartUserAsync(string username);

    /// <summary>What the user passed for <paramref name="username"/>: the piped object, or the name.</summary>
    private protected object TargetOf(string username) =>
        Username.Length == 1 && InputObject is { BaseObject: not string } piped ? piped : (object)username;

    /// <summary>What must not be in flight twice.</summary>
    private protected string KeyOf(string username) => $"{UserPoolId}/{username}";

    /// <summary>A user in words, for questions.</summary>
    private protected string Describe(string username) => $"user '{username}' of {UserPoolId}";

    /// <exception cref="CognitoException">InvalidUsername.</exception>
    internal static string Checked(string username) =>
        username.Length is > 0 and <= LongestName && !username.Any(char.IsWhiteSpace) && !username.Any(char.IsControl)
            ? username
            : throw new CognitoException(
                "InvalidUsername",
                ErrorCategory.InvalidArgument,
                $"'{username}' cannot be a user's name.",
                $"A name has 1 to {LongestName} characters and no spaces; this one has {username.Length}."
            );
}
