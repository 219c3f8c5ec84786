using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Users;

/// <summary>A cmdlet about users by name, each with a request of its own, many at once.</summary>
public abstract class UserBulkCommand : BulkCommand
{
    private protected const string Admin = "Admin";
    private const int LongestName = 128;

    /// <summary>The users: user name, sub or, where the pool has them, alias. Names and objects with a Username arrive by pipeline too.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Admin, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Username]
    public string[] Username { get; set; } = [];

    /// <summary>What was piped, which is then the target of its errors.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentTarget => InputObject?.BaseObject is null or string ? Username.FirstOrDefault() : (object)InputObject!;

    private protected override int? KnownTotal => InputObject is null ? Username.Length : null;

    private protected override async Task ProcessAsync()
    {
        foreach (string name in Username)
            await TryAsync(TargetOf(name), () => StartUserAsync(Checked(name)));
    }

    /// <summary>Starts what is to be done about one user.</summary>
    private protected abstract Task StartUserAsync(string username);

    /// <summary>What the user passed for <paramref name="username"/>: the piped object, or the name.</summary>
    private protected object TargetOf(string username) => Username.Length == 1 && InputObject is { BaseObject: not string } piped ? piped : username;

    /// <summary>What must not be in flight twice.</summary>
    private protected string KeyOf(string username) => $"{UserPoolId}/{username}";

    /// <summary>A user in words, for questions.</summary>
    private protected string Describe(string username) => $"user '{username}' of {UserPoolId}";

    /// <exception cref="CognitoException">InvalidUsername.</exception>
    internal static string Checked(string username) => username.Length is > 0 and <= LongestName && !username.Any(char.IsWhiteSpace) && !username.Any(char.IsControl)
        ? username
        : throw new CognitoException("InvalidUsername", ErrorCategory.InvalidArgument, $"'{username}' cannot be a user's name.",
            $"A name has 1 to {LongestName} characters and no spaces; this one has {username.Length}.");
}
