using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Output;
using CognitoPS.Paging;
using CognitoPS.Pipeline;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>A cmdlet about users by name, each with its own request, many at a time.</summary>
public abstract class UserCommand : PoolCommand
{
    private protected const string Admin = "Admin";

    private readonly ReadCost _cost = new();

    /// <inheritdoc cref="PoolCommand.UserPoolId"/>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
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
    /// The users, by username, sub or, if the user pool has them, alias. Names and objects with a Username are also accepted from the
    /// pipeline.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Admin, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Username]
    [Alias("Identity")]
    public virtual string[] Username { get; set; } = [];

    /// <summary>The piped object, which is the target of its errors.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentTarget =>
        InputObject?.BaseObject is null or string ? Username.FirstOrDefault() : (object)InputObject!;

    private protected override int? KnownTotal => InputObject is null ? Username.Length : null;

    /// <summary>Whether the user pool was specified, not only piped along with another object.</summary>
    private protected bool IsPoolNamed => IsGiven(nameof(UserPoolId));

    private protected override async Task ProcessAsync()
    {
        foreach (string name in Username)
            await TryAsync(TargetOf(name), () => StartAsync(Usernames.Checked(name)));
    }

    /// <summary>Starts the work for one user.</summary>
    private protected abstract Task StartAsync(string username);

    /// <summary>Prompts, and changes a user as an administrator.</summary>
    private protected Task ChangeAsync(string username, UserChange change)
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        return ChangeAsync(
            new UserSubject(
                TargetOf(username),
                KeyOf(username),
                Target.User(username, pool),
                client,
                (columns, token) => UserReader.ReadAsync(client, pool, region, username, columns, token)
            )
            {
                Columns = UserColumnsAsync,
            },
            change
        );
    }

    /// <summary>Prompts, and starts a change.</summary>
    private protected async Task ChangeAsync(UserSubject subject, UserChange change)
    {
        if (!ShouldProcess(subject.Words, change.Action))
            return;
        if (change.BeforeSending is { } before)
            await before();
        IReadOnlyList<string> columns = change.ReadsBack && subject.Columns is { } known ? await known() : [];
        IReadOnlyList<PSPropertyInfo> notes = change.ReadsBack ? NoteProperties.Of(subject.Target) : [];
        await StartAsync(
            subject.Target,
            subject.Key,
            async token =>
            {
                object? written = await change.Send(subject.Client, token);
                return written is null && change.ReadsBack && subject.ReadAsync is { } read
                    ? NoteProperties.Renew(await read(columns, token), notes)
                    : written;
            }
        );
    }

    /// <summary>Starts a request that reads something of a user.</summary>
    private protected Task ReadAsync(string username, Func<IAmazonCognitoIdentityProvider, CancellationToken, Task<object?>> read)
    {
        _cost.Count(this);
        var client = Client;
        return StartAsync(TargetOf(username), KeyOf(username), token => read(client, token));
    }

    /// <summary>Starts a list of something of a user.</summary>
    private protected Task ListAsync<TRequest, TResponse, TItem>(
        string username,
        PagedOperation<TRequest, TResponse, TItem> operation,
        TRequest request,
        Func<TItem, object> select
    )
    {
        _cost.Count(this);
        return StartListAsync(TargetOf(username), KeyOf(username), Client, operation, request, select);
    }

    /// <summary>The value passed for <paramref name="username"/>: the piped object, or the name.</summary>
    private protected object TargetOf(string username) =>
        Username.Length == 1 && InputObject is { BaseObject: not string } piped ? piped : (object)username;

    /// <summary>The key that must not be in flight twice.</summary>
    private protected string KeyOf(string username) => $"{UserPoolId}/{username}";
}
