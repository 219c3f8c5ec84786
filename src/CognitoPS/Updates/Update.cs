namespace CognitoPS.Updates;

/// <summary>
/// How one object is changed: what <see cref="SafeUpdate{TDescribed,TRequest}"/> needs to know of it. Nothing here may look at the cmdlet,
/// which may be at its next item when the change is made.
/// </summary>
/// <typeparam name="TDescribed">What the service describes.</typeparam>
/// <typeparam name="TRequest">The request that changes it.</typeparam>
internal sealed class Update<TDescribed, TRequest>
    where TDescribed : class
    where TRequest : class, new()
{
    /// <summary>The object in words, its name and id; null where it was not read.</summary>
    public required Func<TDescribed?, string> Target { get; init; }

    /// <summary>Reads the object.</summary>
    public required Func<CancellationToken, Task<TDescribed>> Read { get; init; }

    /// <summary>Puts the keys into the request.</summary>
    public required Action<TRequest> Identify { get; init; }

    /// <summary>Sends the change, and gives what the service answered with; null where it does not answer with the whole object.</summary>
    public required Func<TRequest, CancellationToken, Task<TDescribed?>> Write { get; init; }

    /// <summary>The output object of what was read.</summary>
    public required Func<TDescribed, object> Output { get; init; }

    /// <summary>Which described members the update takes.</summary>
    public UpdateRules Rules { get; init; } = UpdateRules.None;

    /// <summary>
    /// Changes that the parameters' names alone do not say, given the request that changes nothing and the one that does.
    /// </summary>
    public Action<TRequest, TRequest>? Adjust { get; init; }

    /// <summary>
    /// What has to be said before the change is made, given what was read (null where nothing was) and the whole request; null for nothing.
    /// </summary>
    public Func<TDescribed?, TRequest, string?>? Caution { get; init; }

    /// <summary>
    /// Refuses what the service would refuse, before anything is sent: given what was read (null where nothing was) and the whole request.
    /// </summary>
    public Action<TDescribed?, TRequest>? Check { get; init; }
}
