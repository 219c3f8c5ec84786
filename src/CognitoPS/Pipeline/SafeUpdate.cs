using CognitoPS.Settings;

namespace CognitoPS.Pipeline;

/// <summary>
/// Changes what was named and keeps everything else, because the service resets what an update leaves out: reads the
/// object, merges, checks, shows the difference, and writes the whole. When somebody else changed the object in between,
/// it merges into the newer one and warns.
/// </summary>
internal static class SafeUpdate
{
    /// <summary>Runs one change for the cmdlet that was asked for it.</summary>
    /// <param name="cmdlet">Whose bound parameters name the changes.</param>
    /// <param name="update">How the object is read and written.</param>
    /// <param name="clear">Paths of settings to take back to their default.</param>
    /// <param name="replace">Send only what was given.</param>
    /// <param name="passThru">Write the changed object.</param>
    public static async Task RunAsync<TDescribed, TRequest>(
        AsyncCommand cmdlet,
        Update<TDescribed, TRequest> update,
        string[] clear,
        bool replace,
        bool passThru
    )
        where TDescribed : class
        where TRequest : class, new()
    {
        if (replace && (clear.Length > 0 || BoundSettings.Marked<ListEditAttribute>(cmdlet).Any()))
            throw BoundSettings.Contradiction("-Replace sends only what is given; -Clear, -Add… and -Remove… change what there is.");
        Array.ForEach(clear, update.Rules.CheckWritable);
        Check(Plan(null).After, null, null);
        TDescribed? current = replace ? null : await update.Read();
        (TRequest before, TRequest after) = Plan(current);
        Check(after, before, current);
        // Whoever is shown what -Replace does must see what it takes away, which is in the object only.
        IReadOnlyList<SettingChange> changes = SettingTree.Compare(
            replace && cmdlet.TellsBeforeActing ? Plan(await update.Read()).Before : before,
            after
        );
        if (changes.Count == 0 && !replace)
            cmdlet.WriteVerbose($"{update.Target(current)} is already as asked.");
        else if (!ShouldChange(cmdlet, update.Target(current), changes))
            return;
        else
            await update.Write(current is null ? after : await PlanOnNewestAsync() ?? after);
        if (passThru)
            cmdlet.WriteObject(update.Output(await update.Read()));

        (TRequest Before, TRequest After) Plan(TDescribed? described)
        {
            TRequest unchanged = described is null ? new TRequest() : SettingTree.Project<TRequest>(described, update.Rules.Renamed);
            update.Identify(unchanged);
            update.Rules.Normalize(unchanged);
            var changed = (TRequest)SettingTree.Copy(unchanged)!;
            BoundSettings.Apply(cmdlet, changed);
            update.Adjust?.Invoke(changed);
            foreach (string path in clear)
                update.Rules.Clear(changed, path);
            update.Rules.Resolve(unchanged, changed);
            return (unchanged, changed);
        }

        // Twice: what is wrong with the parameters alone needs no request to be found.
        void Check(TRequest request, TRequest? unchanged, TDescribed? described)
        {
            SettingCheck.Check(request, missing: unchanged is not null, described is null ? null : unchanged);
            if (described is not null || replace)
                update.Check?.Invoke(described, request);
        }

        // The change merged into what is there now, when that is not what was read before; else null.
        async Task<TRequest?> PlanOnNewestAsync()
        {
            TDescribed newest = await update.Read();
            (TRequest now, TRequest changed) = Plan(newest);
            IReadOnlyList<SettingChange> moved = SettingTree.Compare(before, now);
            if (moved.Count == 0)
                return null;
            Check(changed, now, newest);
            HashSet<string> ours = [.. changes.Select(change => change.Path)];
            cmdlet.WriteWarning(
                $"{update.Target(newest)} was changed by somebody else in the meantime.{Part("Kept", moved.Where(change => !ours.Contains(change.Path)))}{Part("Overwritten", moved.Where(change => ours.Contains(change.Path)))}"
            );
            return changed;
        }
    }

    private static string Part(string fate, IEnumerable<SettingChange> changes) =>
        changes.Any() ? $" {fate}: {string.Join("; ", changes)}." : "";

    private static bool ShouldChange(AsyncCommand cmdlet, string target, IReadOnlyList<SettingChange> changes)
    {
        string text = $"Set {target}:{string.Concat(changes.Select(change => $"{Environment.NewLine}  {change}"))}";
        return cmdlet.ShouldProcess(text, $"{text}{Environment.NewLine}Continue?", cmdlet.MyInvocation.MyCommand.Name);
    }
}
