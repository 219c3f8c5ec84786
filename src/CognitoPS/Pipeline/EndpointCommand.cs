using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Connection;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that talks to the service: where to, and the clients for a region.</summary>
public abstract class EndpointCommand : AsyncCommand
{
    internal const string StoredCredentialsVariable = "StoredAWSCredentials";

    private ulong? _first;
    private ulong? _skip;
    private ulong _skipped;
    private ulong _written;

    /// <summary>
    /// The endpoint to ask instead of the region's own, as http://127.0.0.1:9229. Default: what Connect-Cognito set, then
    /// AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER and AWS_ENDPOINT_URL, then the region's own.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Uri? EndpointUrl { get; set; }

    /// <summary>What the parameters say about where to ask and as whom.</summary>
    private protected virtual ConnectionSettings Given => new() { EndpointUrl = EndpointUrl };

    /// <summary>The region for requests about <paramref name="userPoolId"/>, or for those about none.</summary>
    private protected string RegionFor(string? userPoolId) =>
        ClientFactory.RegionFor(Given, RunspaceState.Current.Default, StoredRegion, userPoolId);

    /// <summary>The client for requests about <paramref name="userPoolId"/>, or for those about none.</summary>
    private protected IAmazonCognitoIdentityProvider ClientFor(string? userPoolId) => ClientIn(RegionFor(userPoolId));

    /// <summary>The client of a region.</summary>
    private protected IAmazonCognitoIdentityProvider ClientIn(string region) =>
        RunspaceState.Current.Client(Given, StoredCredentials, region);

    /// <summary>
    /// The client of a region for the operations of users and applications, which are not signed: it asks for no AWS credentials.
    /// </summary>
    private protected IAmazonCognitoIdentityProvider PublicClientIn(string region) => RunspaceState.Current.PublicClient(Given, region);

    /// <summary>What AWS.Tools keeps as the session's credentials.</summary>
    private protected object? StoredCredentials => SessionState.PSVariable.GetValue(StoredCredentialsVariable);

    private protected string? StoredRegion => StoredRegionOf(SessionState);

    /// <summary>What AWS.Tools keeps as the session's region.</summary>
    internal static string? StoredRegionOf(SessionState session) =>
        session.PSVariable.GetValue("StoredAWSRegion") is { } stored
            ? PSObject.AsPSObject(stored).Properties["Region"]?.Value as string ?? stored.ToString()
            : null;

    /// <summary>Writes what a list gives, page by page; -First and -Skip are kept to.</summary>
    /// <param name="pages">The list.</param>
    /// <param name="select">The output object of an item; null leaves it out.</param>
    private protected async Task WriteListAsync<TItem>(IAsyncEnumerable<IReadOnlyList<TItem>> pages, Func<TItem, object?> select)
    {
        if (IsSatisfied)
            return;
        await foreach (IReadOnlyList<TItem> page in pages)
        {
            WriteObjects(Admitted(page, select));
            if (IsSatisfied)
                return;
        }
    }

    /// <summary>What is to be written of a page.</summary>
    private IEnumerable<object> Admitted<TItem>(IReadOnlyList<TItem> page, Func<TItem, object?> select)
    {
        foreach (TItem item in page)
        {
            if (select(item) is { } output && IsAdmitted())
                yield return output;
            if (IsSatisfied)
                yield break;
        }
    }

    /// <summary>Acts on what a list gives, page by page; -First and -Skip are kept to.</summary>
    /// <param name="pages">The list.</param>
    /// <param name="keep">Whether an item counts.</param>
    /// <param name="act">What to do with it.</param>
    private protected async Task ForEachAsync<TItem>(
        IAsyncEnumerable<IReadOnlyList<TItem>> pages,
        Predicate<TItem> keep,
        Func<TItem, Task> act
    )
    {
        if (IsSatisfied)
            return;
        await foreach (IReadOnlyList<TItem> page in pages)
        {
            foreach (TItem item in page)
            {
                if (keep(item) && IsAdmitted())
                    await act(item);
                if (IsSatisfied)
                    return;
            }
        }
    }

    /// <summary>Counts an item against -Skip and -First, before it costs a request of its own; false: it is to be left out.</summary>
    private protected bool IsAdmitted()
    {
        if (IsSatisfied)
            return false;
        if (_skipped < Skip)
        {
            _skipped++;
            return false;
        }

        _written++;
        return true;
    }

    /// <summary>
    /// How much of a list is still wanted, for the pager; where some items will be left out here, nobody knows beforehand.
    /// </summary>
    private protected Demand Wanted(bool filters) =>
        First == ulong.MaxValue ? default
        : filters ? new Demand(null, MayEndAnywhere: true)
        : new Demand((long)Math.Min(long.MaxValue, First - _written + (Skip - _skipped)));

    /// <summary>Whether -First has been reached, so that no further list need be asked.</summary>
    private protected bool IsSatisfied => _written >= First;

    /// <summary>Whether -First or -Skip was given.</summary>
    private protected bool CountsItems => First != ulong.MaxValue || Skip > 0;

    private ulong First => _first ??= IsGiven("First") ? PagingParameters.First : ulong.MaxValue;

    private ulong Skip => _skip ??= IsGiven("Skip") ? PagingParameters.Skip : 0;
}
