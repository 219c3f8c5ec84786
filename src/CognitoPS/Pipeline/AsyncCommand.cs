using System.Collections;
using System.Management.Automation;
using System.Reflection;
using CognitoPS.Errors;
using CognitoPS.Settings;
using CognitoPS.Threading;

namespace CognitoPS.Pipeline;

/// <summary>
/// A cmdlet whose steps are asynchronous. The steps run on the pipeline thread and come back to it after each
/// <c>await</c>; Ctrl+C cancels <see cref="StopToken"/> and ends the step within a second.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private HashSet<string> _given = [];

    /// <summary>Cancelled when the pipeline stops and when the cmdlet has ended.</summary>
    internal CancellationToken StopToken => _stop.Token;

    /// <summary>Before the first item.</summary>
    private protected virtual Task BeginAsync() => Task.CompletedTask;

    /// <summary>Once for each item, before it: what was given in place of an id becomes one.</summary>
    private protected virtual Task ResolveAsync() => Task.CompletedTask;

    /// <summary>Once for each item.</summary>
    private protected virtual Task ProcessAsync() => Task.CompletedTask;

    /// <summary>After the last item.</summary>
    private protected virtual Task EndAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _given = [.. MyInvocation.BoundParameters.Keys];
        Run(RefuseAsync);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if ((MissingValue() ?? Unrelated()) is { } refusal)
            WriteError(ErrorTable.ToRecord(refusal, null));
        else
            Run(() => TryAsync(CurrentTarget, ResolveAndProcessAsync));
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(() => TryAsync(CurrentTarget, EndAsync));

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Ends whatever still runs in the background.</summary>
    public void Dispose()
    {
        try
        {
            OnEnd();
        }
        finally
        {
            _stop.Cancel();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The parameters that are bound for the current item, for engines, which know no cmdlet.</summary>
    private protected BoundSettings Bound
    {
        get
        {
            var bound = new Dictionary<string, object>(MyInvocation.BoundParameters);
            foreach (KeyValuePair<string, object> completed in Completed)
                bound[completed.Key] = completed.Value;
            return new(bound, GetType());
        }
    }

    /// <summary>
    /// What stands for parameters of the current item whose values had to be completed first, such as the names of attributes.
    /// </summary>
    private protected Dictionary<string, object> Completed { get; } = [];

    /// <summary>Whether the first error ends the run: -ErrorAction Stop.</summary>
    internal bool StopsAtError =>
        $"{(MyInvocation.BoundParameters.TryGetValue("ErrorAction", out object? given) ? given : GetVariableValue("ErrorActionPreference"))}"
        == nameof(ActionPreference.Stop);

    /// <summary>Whether a parameter was given with the command, and not by what is piped in.</summary>
    private protected bool IsGiven(string parameter) => _given.Contains(parameter);

    /// <summary>Whether the item that is piped in brings a parameter.</summary>
    private protected bool IsPiped(string parameter) => !IsGiven(parameter) && MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Whether a name is one to be matched: what is piped in is a name as it stands.</summary>
    private protected bool IsPattern(string parameter, string name) =>
        !IsPiped(parameter) && WildcardPattern.ContainsWildcardCharacters(name);

    /// <summary>The name that is meant, which somebody who gives it writes with its brackets escaped.</summary>
    private protected string NameIn(string parameter, string name) => IsPiped(parameter) ? name : WildcardPattern.Unescape(name);

    /// <summary>When the cmdlet has ended, or was cut short, before what still runs in the background is cancelled.</summary>
    private protected virtual void OnEnd() { }

    private async Task ResolveAndProcessAsync()
    {
        await ResolveAsync();
        await ProcessAsync();
    }

    private void Run(Func<Task> step)
    {
        try
        {
            PipelineLoop.Run(step, StopToken);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>What is wrong before the first item is wrong with all of them: the cmdlet ends.</summary>
    private async Task RefuseAsync()
    {
        try
        {
            if (MissingValue() is { } missing)
                throw missing;
            await BeginAsync();
        }
        catch (Exception exception) when (ErrorTable.IsReportable(exception) && !StopToken.IsCancellationRequested)
        {
            ErrorRecord record = ErrorTable.ToRecord(exception, null);
            using (PipelineLoop.Outside())
                ThrowTerminatingError(record);
        }
    }

    /// <summary>What is wrong with an item that has nothing to do with the cmdlet; null for nothing.</summary>
    private protected virtual CognitoException? Unrelated() => null;

    /// <summary>
    /// A list or a setting that is $null, most likely a variable that is not set, is none; and to read none by name is not to read all.
    /// </summary>
    private CognitoException? MissingValue()
    {
        bool reads = MyInvocation.MyCommand is CmdletInfo { Verb: VerbsCommon.Get };
        foreach (KeyValuePair<string, object?> bound in MyInvocation.BoundParameters)
        {
            if (
                bound.Value is not (null or "" or Array { Length: 0 })
                || BoundSettings.PropertyOf(GetType(), bound.Key) is not { } parameter
            )
                continue;
            bool isList = parameter.PropertyType.IsArray;
            bool isMissing =
                bound.Value is null && isList
                || bound.Value is null or "" && IsGiven(bound.Key) && MustHaveValue(parameter)
                || bound.Value is Array && reads;
            if (isMissing)
            {
                return new CognitoException(
                    isList ? "MissingList" : "MissingSetting",
                    ErrorCategory.InvalidArgument,
                    $"-{bound.Key} is {(bound.Value is null ? "$null" : "empty")}.",
                    "If you want no value, leave the parameter out. Otherwise, check the variable or command that supplies the value."
                );
            }
        }

        return null;
    }

    /// <summary>Whether a parameter that is given without a value is most likely a mistake.</summary>
    private protected virtual bool MustHaveValue(PropertyInfo parameter) =>
        parameter.IsDefined(typeof(SettingsAttribute)) || typeof(IDictionary).IsAssignableFrom(parameter.PropertyType);

    /// <summary>Acts for one item: what goes wrong is an error for <paramref name="target"/>, and the next item's turn comes.</summary>
    internal async Task TryAsync(object? target, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (ErrorTable.IsReportable(exception) && !StopToken.IsCancellationRequested)
        {
            WriteError(ErrorTable.ToRecord(exception, target));
        }
    }

    /// <summary>What the user passed for the current item: the target of its errors.</summary>
    private protected virtual object? CurrentTarget => null;

    internal new void WriteObject(object? value)
    {
        using (PipelineLoop.Outside())
            base.WriteObject(value);
    }

    /// <summary>Writes each of <paramref name="values"/>, in one call: that costs less than a call for each.</summary>
    internal void WriteObjects(IEnumerable<object> values)
    {
        using (PipelineLoop.Outside())
            base.WriteObject(values, enumerateCollection: true);
    }

    /// <summary>Writes what a request gave: nothing, an object, each object of a list, and a warning that goes with it.</summary>
    internal void WriteResult(object? result)
    {
        switch (result)
        {
            case null:
                break;
            case ResultWithWarning warned:
                WriteWarning(warned.Warning);
                WriteResult(warned.Result);
                break;
            case List<object> many:
                many.ForEach(WriteObject);
                break;
            default:
                WriteObject(result);
                break;
        }
    }

    internal new void WriteError(ErrorRecord record)
    {
        using (PipelineLoop.Outside())
            base.WriteError(record);
    }

    internal new void WriteWarning(string text)
    {
        using (PipelineLoop.Outside())
            base.WriteWarning(text);
    }

    internal new void WriteVerbose(string text)
    {
        using (PipelineLoop.Outside())
            base.WriteVerbose(text);
    }

    internal new void WriteProgress(ProgressRecord record)
    {
        using (PipelineLoop.Outside())
            base.WriteProgress(record);
    }

    /// <summary>-WhatIf or -Confirm: the user is shown what will be done before it is.</summary>
    internal bool TellsBeforeActing => IsOn("WhatIf", "WhatIfPreference") || IsOn("Confirm", null);

    private bool IsOn(string parameter, string? preference) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out object? given)
            ? LanguagePrimitives.IsTrue(given)
            : preference is not null && LanguagePrimitives.IsTrue(GetVariableValue(preference));

    internal new bool ShouldProcess(string target, string action)
    {
        using (PipelineLoop.Outside())
            return base.ShouldProcess(target, action);
    }

    internal new bool ShouldProcess(string description, string warning, string caption)
    {
        using (PipelineLoop.Outside())
            return base.ShouldProcess(description, warning, caption);
    }

    internal new bool ShouldContinue(string query, string caption)
    {
        using (PipelineLoop.Outside())
            return base.ShouldContinue(query, caption);
    }
}

/// <summary>What a request gave, and what has to be said about it.</summary>
/// <param name="Warning">The warning.</param>
/// <param name="Result">What is written after it.</param>
internal sealed record ResultWithWarning(string Warning, object? Result);
