using CognitoPS.Settings;

namespace CognitoPS.Updates;

/// <summary>
/// Changes what was named of one object and keeps everything else, because the service resets what an update leaves out: reads the
/// object, merges, checks, tells the difference, and writes the whole. When somebody else changed the object in between, it merges into
/// the newer one and says so.
/// </summary>
/// <param name="update">How the object is read and written.</param>
/// <param name="bound">The parameters that name the changes.</param>
/// <param name="clear">Paths of settings to take back to their default.</param>
/// <param name="replace">Send only what was given.</param>
internal sealed class SafeUpdate<TDescribed, TRequest>(
    Update<TDescribed, TRequest> update,
    BoundSettings bound,
    string[] clear,
    bool replace
)
    where TDescribed : class
    where TRequest : class, new()
{
    private TDescribed? _current;
    private TRequest _before = new();
    private TRequest _after = new();
    private IReadOnlyList<SettingChange> _changes = [];

    /// <summary>The object in words.</summary>
    public string Target => update.Target(_current);

    /// <summary>What has to be said before the change is made; null for nothing.</summary>
    public string? Caution => update.Caution?.Invoke(_current, _after);

    /// <summary>Reads, merges and checks, on the caller's context, which the update may need; gives what would change.</summary>
    /// <param name="showsReset">Read the object also for a replacement, which then tells what it takes away.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<SettingChange>> PlanAsync(bool showsReset, CancellationToken cancellationToken)
    {
        if (replace && (clear.Length > 0 || bound.Marked<ListEditAttribute>().Any()))
        {
            throw BoundSettings.Contradiction(
                "-Replace sends only the settings you specify, but -Clear, -Add… and -Remove… change the current ones."
            );
        }

        Array.ForEach(clear, update.Rules.CheckWritable);
        // Twice: what is wrong with the parameters alone needs no request to be found.
        Check(Merge(null).After, null, null);
        _current = replace ? null : await update.Read(cancellationToken);
        (_before, _after) = Merge(_current);
        Check(_after, _before, _current);
        TRequest shown = _before;
        if (replace && showsReset)
        {
            shown = Merge(await update.Read(cancellationToken)).Before;
            update.Rules.RemoveStaying(shown, _after);
        }

        return _changes = SettingTree.Compare(shown, _after);
    }

    /// <summary>
    /// Writes what was planned, merged into what is there by now. Gives the object as it is afterwards, and a warning where it was not what
    /// was read before, or is not what was announced.
    /// </summary>
    public async Task<(TDescribed Written, string? Warning)> ApplyAsync(CancellationToken cancellationToken)
    {
        TRequest request = _after;
        string? warning = null;
        if (!replace)
        {
            TDescribed newest = await update.Read(cancellationToken).ConfigureAwait(false);
            (TRequest now, TRequest changed) = Merge(newest);
            if (SettingTree.Compare(_before, now) is { Count: > 0 } moved)
            {
                Check(changed, now, newest);
                (request, warning) = (changed, DescribeMoves(newest, moved));
            }
        }

        TDescribed written =
            await update.Write(request, cancellationToken).ConfigureAwait(false)
            ?? await update.Read(cancellationToken).ConfigureAwait(false);
        return (
            written,
            string.Join(" ", new[] { warning, DescribeMisses(request, written) }.OfType<string>()) is { Length: > 0 } text ? text : null
        );
    }

    private string DescribeMoves(TDescribed newest, IReadOnlyList<SettingChange> moved)
    {
        HashSet<string> ours = [.. _changes.Select(change => change.Path)];
        return $"{update.Target(newest)} was changed by someone else in the meantime."
            + Part("Kept", moved.Where(change => !ours.Contains(change.Path)))
            + Part("Overwritten", moved.Where(change => ours.Contains(change.Path)));
    }

    /// <summary>Where the service did not do what was asked for; null where it did.</summary>
    private string? DescribeMisses(TRequest request, TDescribed written)
    {
        TRequest now = SettingTree.Project<TRequest>(written, update.Rules.Renamed);
        update.Identify(now);
        update.Rules.Normalize(now);
        var announced = _changes.ToDictionary(change => change.Path);
        string[] missed =
        [
            .. SettingTree
                .Compare(request, now)
                .Where(miss => announced.TryGetValue(miss.Path, out SettingChange? change) && IsMissed(miss, change))
                .Select(miss => $"{miss.Path} is {miss.After ?? "(none)"}, not {miss.Before ?? "(none)"}"),
        ];
        return missed.Length == 0
            ? null
            : $"The service did not apply the whole change to {update.Target(written)}: {string.Join("; ", missed)}.";
    }

    /// <summary>What was taken back has the service's default then; only the former value tells that nothing happened.</summary>
    private static bool IsMissed(SettingChange miss, SettingChange announced) =>
        miss.Before is null or "" ? miss.After == announced.Before && miss.After is not (null or "") : miss.After != miss.Before;

    /// <summary>The request that changes nothing, and the one that makes the change.</summary>
    private (TRequest Before, TRequest After) Merge(TDescribed? described)
    {
        TRequest unchanged = described is null ? new TRequest() : SettingTree.Project<TRequest>(described, update.Rules.Renamed);
        update.Identify(unchanged);
        update.Rules.Normalize(unchanged);
        var changed = (TRequest)SettingTree.Copy(unchanged)!;
        HashSet<string> edited = [.. bound.Marked<ListEditAttribute>().Select(edit => edit.Mark.Path)];
        foreach (ImpliedList implied in update.Rules.Implied.Where(implied => described is not null && edited.Contains(implied.Path)))
        {
            if (SettingMembers.IsEmpty(SettingTree.Read(changed, implied.Path)))
                SettingTree.Write(changed, implied.Path, implied.Default());
        }

        bound.Apply(changed);
        update.Adjust?.Invoke(unchanged, changed);
        foreach (string path in clear)
            update.Rules.Clear(changed, path);
        if (replace)
            update.Rules.Reset(changed);
        update.Rules.Resolve(unchanged, changed);
        return (unchanged, changed);
    }

    private void Check(TRequest request, TRequest? unchanged, TDescribed? described)
    {
        SettingCheck.Check(request, missing: unchanged is not null, described is null ? null : unchanged);
        if (described is not null || replace)
            update.Check?.Invoke(described, request);
    }

    private static string Part(string fate, IEnumerable<SettingChange> changes) =>
        changes.Any() ? $" {fate}: {string.Join("; ", changes)}." : "";
}
