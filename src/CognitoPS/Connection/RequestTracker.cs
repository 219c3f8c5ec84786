namespace CognitoPS.Connection;

/// <summary>
/// One item's requests on their way, seen by the client that sends them: when the run stops no further attempt leaves,
/// and it is known whether one has left whose answer has not come.
/// </summary>
/// <param name="stop">Cancelled when no further attempt is to leave.</param>
internal sealed class RequestTracker(CancellationToken stop)
{
    private static readonly AsyncLocal<RequestTracker?> Ambient = new();

    private volatile bool _isUnderWay;
    private volatile bool _isDoubtful;

    /// <summary>The flight that the current asynchronous flow belongs to, if any.</summary>
    public static RequestTracker? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public CancellationToken Stop => stop;

    /// <summary>A request has left whose effect is not known yet.</summary>
    public bool IsUnderWay => _isUnderWay;

    /// <summary>
    /// An attempt of the request ended without an answer, or with a failure of the service, and may have had its effect all the same.
    /// </summary>
    public bool IsDoubtful => _isDoubtful;

    /// <summary>An attempt is about to leave.</summary>
    /// <exception cref="OperationCanceledException">The run has stopped.</exception>
    public void Depart()
    {
        stop.ThrowIfCancellationRequested();
        _isUnderWay = true;
    }

    /// <summary>A new request begins, whatever became of the one before.</summary>
    public void Begin() => _isDoubtful = false;

    /// <summary>The attempt was refused before it had an effect.</summary>
    public void Refused() => _isUnderWay = false;

    /// <summary>The attempt ended without saying whether it had its effect.</summary>
    public void Doubt() => _isDoubtful = true;

    /// <summary>The request has its answer.</summary>
    public void Answered() => _isUnderWay = false;

    /// <summary>Sends a removal; that there is nothing to remove is what was wanted when an earlier attempt may have removed it.</summary>
    /// <typeparam name="TGone">What the service then answers.</typeparam>
    public static async Task OnceGoneAsync<TGone>(Func<Task> remove)
        where TGone : Exception
    {
        try
        {
            await remove().ConfigureAwait(false);
        }
        catch (TGone) when (Current is { IsDoubtful: true }) { }
    }
}
