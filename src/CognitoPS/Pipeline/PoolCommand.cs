using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Paging;
using CognitoPS.Resources;
using CognitoPS.Settings;
using CognitoPS.Updates;
using CognitoPS.Users;

namespace CognitoPS.Pipeline;

/// <summary>
/// A cmdlet about something in user pools: each item is a request of its own, several under way at once, results in order.
/// </summary>
public abstract class PoolCommand : ServiceCommand
{
    private readonly HashSet<string> _undescribed = new(StringComparer.Ordinal);
    private UserColumns? _columns;
    private BulkRun? _run;
    private (string Id, string Name) _named;

    /// <summary>
    /// The user pool: its ID, such as eu-west-1_AbCdEf123, its ARN, its name if only one pool in the Region has it, or an object from
    /// Get-CognitoUserPool. You can also pipe pools in.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public virtual string UserPoolId { get; set; } = "";

    /// <summary>
    /// The maximum number of requests in progress at the same time: 1 to 256. Default: 10. Requests always stay below the service's rate
    /// for their category. Two changes of the same resource never run at the same time.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 10;

    /// <summary>The region that objects of this pool are marked with.</summary>
    private protected string PoolRegion =>
        UserPoolId.Length > 0
            ? RegionFor(UserPoolId)
            : throw new CognitoException(
                "InvalidUserPoolId",
                ErrorCategory.InvalidArgument,
                "No user pool was specified: the first argument is not a user pool ID.",
                "A user pool ID looks like eu-west-1_AbCdEf123. Get-CognitoUserPool lists the IDs. You can also use the ARN of the pool."
            );

    /// <summary>The client of the pool's region.</summary>
    private protected IAmazonCognitoIdentityProvider Client => ClientIn(PoolRegion);

    private protected override object? CurrentTarget => UserPoolId;

    /// <summary>What is read of the pools' own settings.</summary>
    private protected PoolDescriptions Descriptions { get; } = new();

    /// <summary>How many items there will be, where that is known.</summary>
    private protected virtual int? KnownTotal => null;

    private BulkRun Run => _run ??= new BulkRun(this, ThrottleLimit, KnownTotal);

    /// <summary>
    /// Starts the request for one item. Its result, if any, is written; its error is an error for <paramref name="target"/>.
    /// </summary>
    /// <param name="target">What the user passed.</param>
    /// <param name="key">What must not be in flight twice.</param>
    /// <param name="act">The request. A <see cref="List{T}"/> of objects is written one by one.</param>
    private protected Task StartAsync(object target, string key, Func<CancellationToken, Task<object?>> act) =>
        Run.AddAsync(target, key, act);

    /// <summary>Starts a request for one item that gives nothing to write.</summary>
    private protected Task StartAsync(object target, string key, Func<CancellationToken, Task> act) =>
        StartAsync(
            target,
            key,
            async token =>
            {
                await act(token).ConfigureAwait(false);
                return (object?)null;
            }
        );

    /// <summary>
    /// Starts the list of one item, side by side with those of others; one after another where -First or -Skip count across them.
    /// </summary>
    private protected Task StartListAsync<TRequest, TResponse, TItem>(
        object target,
        string key,
        IAmazonCognitoIdentityProvider client,
        PagedOperation<TRequest, TResponse, TItem> operation,
        TRequest request,
        Func<TItem, object> select
    )
    {
        if (Window.IsLimited)
        {
            return TryAsync(
                target,
                () => WriteListAsync(Pager.PagesAsync(client, operation, request, Window.Demand(filters: false), StopToken), select)
            );
        }

        return StartAsync(
            target,
            key,
            async token =>
            {
                var all = new List<object>();
                await foreach (
                    IReadOnlyList<TItem> page in Pager
                        .PagesAsync(client, operation, request, cancellationToken: token)
                        .ConfigureAwait(false)
                )
                    all.AddRange(page.Select(select));
                return all;
            }
        );
    }

    /// <summary>Asks, and starts the request when the answer is yes.</summary>
    /// <param name="key">The thing's key in its pool, as the user gave it.</param>
    /// <param name="target">The thing in words.</param>
    /// <param name="remove">The request.</param>
    private protected async Task RemoveAsync(string key, string target, Func<CancellationToken, Task> remove)
    {
        if (ShouldProcess(target, "Remove"))
            await StartAsync(key, $"{UserPoolId}/{key}", remove);
    }

    /// <summary>
    /// Changes what was named of one object and keeps everything else; see <see cref="SafeUpdate{TDescribed,TRequest}"/>. Changes in one
    /// pool wait for each other, because the service refuses some that meet.
    /// </summary>
    private protected async Task UpdateAsync<TDescribed, TRequest>(
        Update<TDescribed, TRequest> update,
        string[] clear,
        bool replace,
        bool passThru
    )
        where TDescribed : class
        where TRequest : class, new()
    {
        (object target, string pool) = (CurrentTarget!, UserPoolId);
        await Run.WhenFreeAsync(pool);
        if (await PlanAsync(update, clear, replace, passThru) is { } apply)
            await StartAsync(target, pool, apply);
    }

    /// <summary>
    /// Completes the names of attributes that parameters hold, as values or as keys: custom ones may be written without their prefix.
    /// </summary>
    /// <param name="parameters">The parameters' names.</param>
    /// <exception cref="CognitoException">UnknownAttribute.</exception>
    private protected async Task CompleteAttributesAsync(params string[] parameters)
    {
        Completed.Clear();
        BoundSettings bound = Bound;
        foreach (string parameter in parameters)
        {
            if (bound[parameter] is string[] names)
            {
                Completed[parameter] = (await Descriptions.NamesAsync(Client, UserPoolId, names, StopToken)).ToArray();
            }
            else if (bound[parameter] is IDictionary table)
            {
                string[] keys = [.. table.Keys.Cast<object>().Select(key => $"{key}")];
                IReadOnlyList<string> full = await Descriptions.NamesAsync(Client, UserPoolId, keys, StopToken);
                Completed[parameter] = keys.Select((key, i) => (Key: full[i], Value: table[key]))
                    .ToDictionary(pair => pair.Key, pair => pair.Value);
            }
        }
    }

    /// <summary>The attributes that every user of the pool shows; none where the pool may not be described.</summary>
    private protected async Task<IReadOnlyList<string>> UserColumnsAsync()
    {
        _columns ??= new UserColumns(Descriptions);
        if (await _columns.OfAsync(Client, UserPoolId, StopToken) is { } columns)
            return columns;
        if (_undescribed.Add(UserPoolId))
            WriteVerbose($"You have no permission to describe {UserPoolId}, so each user shows only the custom attributes that they have.");
        return [];
    }

    private protected override Task EndAsync() => _run?.CompleteAsync() ?? Task.CompletedTask;

    /// <summary>When a run of changes is cut short, it says what became of those under way.</summary>
    private protected override void OnEnd()
    {
        _run?.End();
        base.OnEnd();
    }

    /// <summary>The pool in words, for questions: its name, which takes a request, and its id.</summary>
    private protected async Task<string> DescribePoolAsync()
    {
        if (_named.Id != UserPoolId)
            _named = (UserPoolId, await PoolReader.NameAsync(Client, UserPoolId, StopToken));
        return Target.UserPool(_named.Name, UserPoolId);
    }
}
