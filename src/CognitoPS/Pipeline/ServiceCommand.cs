using System.Management.Automation;
using System.Reflection;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Output;
using CognitoPS.Paging;
using CognitoPS.Resources;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that talks to the service: where to ask, as whom, and the client for a region.</summary>
public abstract class ServiceCommand : AsyncCommand, IDynamicParameters
{
    /// <summary>The parameter set in which what the thing is part of, a pool or an app client, is named before it.</summary>
    private protected const string Named = "Named";

    /// <summary>
    /// The parameter set in which that is piped, so that the thing itself stands first. What stands first says which of the two is meant:
    /// see <see cref="PositionalIdAttribute"/>.
    /// </summary>
    private protected const string Piped = "Piped";

    private static readonly string[] PoolParameters = ["UserPoolId", "LikeUserPoolId"];

    private readonly Dictionary<string, string> _poolIds = new(StringComparer.Ordinal);
    private ListWindow? _window;
    private LimitParameter? _limit;

    /// <summary>
    /// The profile in the shared AWS config and credentials files to use: static keys, an assumed role, single sign-on, web identity or a
    /// credential process. Default: the setting of Connect-Cognito.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The AWS access key ID. Use it together with -SecretKey.</summary>
    [Parameter]
    public string? AccessKey { get; set; }

    /// <summary>The AWS secret access key, as a SecureString or as text. Use it together with -AccessKey.</summary>
    [Parameter]
    [SecretText]
    public SecureString? SecretKey { get; set; }

    /// <summary>The session token of temporary AWS keys, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    public SecureString? SessionToken { get; set; }

    /// <summary>
    /// The AWS credentials: a PSCredential with access key and secret key, or any object with a GetCredentials() method, such as those
    /// created by AWS.Tools (any version).
    /// </summary>
    [Parameter]
    public object? Credential { get; set; }

    /// <summary>
    /// The AWS Region. Default: the Region in the user pool ID. Without a pool: the Region of Connect-Cognito, $StoredAWSRegion,
    /// AWS_REGION, AWS_DEFAULT_REGION or the profile.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>
    /// The endpoint URL to use instead of the Region's own, such as http://127.0.0.1:9229. Default: the setting of Connect-Cognito, then
    /// AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER and AWS_ENDPOINT_URL, then the Region's own.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Endpoint")]
    public Uri? EndpointUrl { get; set; }

    /// <summary>
    /// What holds for this item: a pool that was written with the command is asked where it is, not where the piped object is from.
    /// </summary>
    private ConnectionSettings Asked =>
        IsGiven("UserPoolId")
            ? Given with
            {
                Region = IsPiped(nameof(Region)) ? null : Given.Region,
                EndpointUrl = IsPiped(nameof(EndpointUrl)) ? null : Given.EndpointUrl,
            }
            : Given;

    // Where to ask and as whom: a variable that is not set must not mean the account that a rehearsal was to spare.
    private protected override bool MustHaveValue(PropertyInfo parameter) =>
        base.MustHaveValue(parameter) || parameter.DeclaringType == typeof(ServiceCommand);

    /// <summary>Whether a piped region alone says what the cmdlet is about.</summary>
    private protected virtual bool IsAboutRegion => false;

    /// <summary>Whether the piped object is taken as it is, without a parameter that it brings.</summary>
    private protected virtual bool IsTakenWhole => false;

    private protected sealed override CognitoException? Unrelated() =>
        !MyInvocation.ExpectingInput
        || IsTakenWhole
        || MyInvocation.BoundParameters.Keys.Any(name =>
            IsPiped(name) && (name is not (nameof(Region) or nameof(EndpointUrl) or "InputObject") || IsAboutRegion)
        )
            ? null
            : new CognitoException(
                "UnrelatedInput",
                ErrorCategory.InvalidArgument,
                $"{MyInvocation.MyCommand.Name} cannot use the object that was piped to it.",
                BoundSettings.PropertyOf(GetType(), "LikeUserPoolId") is null
                    ? "Pipe an object that identifies the target and leave the parameter for it out, or run the command without a pipe."
                    : "To copy the settings of another pool, use -LikeUserPoolId. To create one pool for each object, use ForEach-Object."
            );

    /// <summary>Where a cmdlet lists, what other tools call -First.</summary>
    object? IDynamicParameters.GetDynamicParameters() =>
        GetType().GetCustomAttribute<CmdletAttribute>() is { SupportsPaging: true } ? _limit ??= new LimitParameter() : null;

    /// <summary>A pool's name, where only one has it, stands for its id.</summary>
    private protected override async Task ResolveAsync()
    {
        foreach (string name in PoolParameters)
        {
            if (!MyInvocation.BoundParameters.ContainsKey(name) || BoundSettings.PropertyOf(GetType(), name) is not { } parameter)
                continue;
            object? given = parameter.GetValue(this);
            for (int i = 0; given is string[] many && i < many.Length; i++)
                many[i] = await PoolIdAsync(many[i]);
            if (given is string text)
            {
                string id = await PoolIdAsync(text);
                if (id == text)
                    continue;
                parameter.SetValue(this, id);
                // What engines see of the parameters.
                MyInvocation.BoundParameters[name] = id;
            }
        }
    }

    private async Task<string> PoolIdAsync(string text)
    {
        if (text.Length == 0 || Regions.IsPoolId(Regions.PoolIdOf(text)))
            return text;
        string region = RegionFor(null);
        string key = $"{region}/{text}";
        if (!_poolIds.TryGetValue(key, out string? id))
            _poolIds[key] = id = await PoolReader.IdAsync(ClientIn(region), text, region, StopToken);
        return id;
    }

    /// <summary>What the parameters say about where to ask and as whom.</summary>
    private protected virtual ConnectionSettings Given =>
        new()
        {
            ProfileName = ProfileName,
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
            Credential = Credential,
            Region = Region,
            EndpointUrl = EndpointUrl,
        };

    /// <summary>What AWS.Tools keeps of the session.</summary>
    private protected StoredSession Stored => StoredSession.Of(SessionState);

    /// <summary>-First and -Skip, counted over everything that the cmdlet lists.</summary>
    private protected ListWindow Window =>
        _window ??= new ListWindow(
            IsGiven("First") ? PagingParameters.First : _limit?.Limit ?? ulong.MaxValue,
            IsGiven("Skip") ? PagingParameters.Skip : 0
        );

    /// <summary>The region for requests about <paramref name="userPoolId"/>, or for those about none.</summary>
    private protected string RegionFor(string? userPoolId) =>
        ClientFactory.RegionFor(Asked, RunspaceState.Current.Default, Stored.Region, userPoolId);

    /// <summary>The regions whose pools are wanted: those that are named, all, or the connection's.</summary>
    private protected string[] RegionsAsked(string[] named, bool all) =>
        all ? [.. Regions.Known.Where(region => region.PartitionName == "aws").Select(region => region.SystemName)]
        : named.Length > 0 ? [.. named.Distinct(StringComparer.Ordinal)]
        : [RegionFor(null)];

    /// <summary>The client of a region.</summary>
    private protected IAmazonCognitoIdentityProvider ClientIn(string region) =>
        RunspaceState.Current.Client(Asked, Stored.Credentials, region);

    /// <summary>
    /// The client of a region for the operations of users and applications, which are not signed: it asks for no AWS credentials.
    /// </summary>
    private protected IAmazonCognitoIdentityProvider PublicClientIn(string region) => RunspaceState.Current.PublicClient(Asked, region);

    /// <summary>
    /// The client that may read an app client's settings for a request which itself is not signed; null where there are no AWS credentials,
    /// or where the default ones cannot be used.
    /// </summary>
    private protected IAmazonCognitoIdentityProvider? AdministratorIn(string region)
    {
        if (!Connection.Credentials.AreNamed(Given.Or(RunspaceState.Current.Default), Stored.Credentials))
            return null;
        try
        {
            return ClientIn(region);
        }
        catch (CognitoException unusable) when (!Given.NamesIdentity)
        {
            WriteVerbose($"Cannot read the settings of the app client: {unusable.Message}");
            return null;
        }
    }

    /// <summary>What the piped object carries beside its own members, which -PassThru keeps.</summary>
    private protected IReadOnlyList<PSPropertyInfo> PipedNotes =>
        NoteProperties.Of(MyInvocation.BoundParameters.TryGetValue("InputObject", out object? piped) ? piped : null);

    /// <summary>Writes what a list gives, page by page, within -First and -Skip.</summary>
    /// <param name="pages">The list.</param>
    /// <param name="select">The output object of an item; null leaves it out.</param>
    private protected async Task WriteListAsync<TItem>(IAsyncEnumerable<IReadOnlyList<TItem>> pages, Func<TItem, object?> select)
    {
        await foreach (IEnumerable<object> page in Window.SelectAsync(pages, select))
            WriteObjects(page);
    }

    /// <summary>Acts on what a list gives, item by item, within -First and -Skip.</summary>
    /// <param name="pages">The list.</param>
    /// <param name="keep">Whether an item counts.</param>
    /// <param name="act">What to do with it.</param>
    private protected async Task ForEachAsync<TItem>(
        IAsyncEnumerable<IReadOnlyList<TItem>> pages,
        Predicate<TItem> keep,
        Func<TItem, Task> act
    )
        where TItem : class
    {
        await foreach (IEnumerable<TItem> page in Window.SelectAsync(pages, item => keep(item) ? item : null))
        {
            foreach (TItem item in page)
                await act(item);
        }
    }

    /// <summary>Checks a request that creates something, shows it under -Verbose as it would be sent, and asks.</summary>
    /// <param name="target">What is to be created, in words.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="further">What is sent after it.</param>
    /// <exception cref="CognitoException">InvalidSetting.</exception>
    private protected bool ShouldCreate(string target, object request, params object[] further)
    {
        SettingCheck.Check(request);
        foreach (object one in further.Prepend(request))
            WriteVerbose(RequestText.Of(one));
        return ShouldProcess(target, "Create");
    }

    /// <summary>
    /// Plans a change of one object, shows the difference and asks: see <see cref="SafeUpdate{TDescribed,TRequest}"/>. Gives what makes
    /// the change; null where there is nothing to do.
    /// </summary>
    private protected async Task<Func<CancellationToken, Task<object?>>?> PlanAsync<TDescribed, TRequest>(
        Update<TDescribed, TRequest> update,
        string[] clear,
        bool replace,
        bool passThru
    )
        where TDescribed : class
        where TRequest : class, new()
    {
        var change = new SafeUpdate<TDescribed, TRequest>(update, Bound, clear, replace);
        IReadOnlyList<SettingChange> changes = await change.PlanAsync(TellsBeforeActing, StopToken);
        if (change.Caution is { } caution)
            WriteWarning(caution);
        if (changes.Count == 0 && !replace)
        {
            WriteVerbose($"{change.Target} already has these settings. Nothing to change.");
            if (passThru)
                WriteObject(NoteProperties.Renew(update.Output(await update.Read(StopToken)), PipedNotes));
            return null;
        }

        IReadOnlyList<PSPropertyInfo> notes = PipedNotes;
        string text = $"Set {change.Target}:{string.Concat(changes.Select(one => $"{Environment.NewLine}  {one}"))}";
        if (!ShouldProcess(text, $"{text}{Environment.NewLine}Continue?", MyInvocation.MyCommand.Name))
            return null;
        return async token =>
        {
            (TDescribed written, string? warning) = await change.ApplyAsync(token).ConfigureAwait(false);
            object? output = passThru ? NoteProperties.Renew(update.Output(written), notes) : null;
            return warning is null ? output : new ResultWithWarning(warning, output);
        };
    }
}
