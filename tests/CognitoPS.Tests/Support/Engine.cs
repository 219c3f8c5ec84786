using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CognitoPS.LocalServer;
using Xunit;

namespace CognitoPS.Tests.Support;

/// <summary>
/// A runspace of the real PowerShell engine with the module imported by its manifest, and a local server of its own to
/// which the session is connected. The module stands in its own load context, so its objects are read by property name.
/// </summary>
internal sealed class Engine : IDisposable
{
    private static readonly string Manifest = Path.Combine(Repository.Module, "CognitoPS.psd1");

    private readonly Runspace _runspace;

    /// <param name="sample">Fill the server with the sample company.</param>
    /// <param name="connect">Connect the session to the server.</param>
    /// <param name="options">How the server starts.</param>
    public Engine(bool sample = false, bool connect = true, CognitoServerOptions? options = null)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        Run("Import-Module $args[0] -ErrorAction Stop", Manifest).Succeeded();
        Server = CognitoServer.Start(options ?? new CognitoServerOptions { Seed = 1 });
        if (sample)
            Server.LoadSample();
        if (connect)
            Run("Connect-Cognito -EndpointUrl $args[0] -Region eu-west-1 -AccessKey test -SecretKey test", Server.Endpoint).Succeeded();
    }

    public CognitoServer Server { get; }

    /// <summary>Runs a script to its end and gives everything that it wrote. <c>$args</c> holds the arguments.</summary>
    public Outcome Run(string script, params object?[] arguments)
    {
        using PowerShell shell = Prepare(script, arguments);
        var output = new PSDataCollection<PSObject>();
        Exception? terminating = null;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException exception)
        {
            terminating = exception;
        }

        return new Outcome(shell, [.. output], terminating);
    }

    /// <summary>A shell that has the script and has not been started, for tests that stop it on the way.</summary>
    public PowerShell Prepare(string script, params object?[] arguments)
    {
        var shell = PowerShell.Create();
        shell.Runspace = _runspace;
        shell.AddScript(script);
        foreach (object? argument in arguments)
            shell.AddArgument(argument);
        return shell;
    }

    public void Dispose()
    {
        _runspace.Dispose();
        Server.Dispose();
    }
}

/// <summary>What a script wrote to each stream.</summary>
internal sealed class Outcome
{
    public Outcome(PowerShell shell, IReadOnlyList<PSObject> output, Exception? terminating)
    {
        Output = output;
        Terminating = terminating;
        Errors = [.. shell.Streams.Error];
        Warnings = [.. shell.Streams.Warning.Select(record => record.Message)];
        Verbose = [.. shell.Streams.Verbose.Select(record => record.Message)];
        Progress = [.. shell.Streams.Progress];
        Everything = string.Join(
            '\n',
            [
                .. Output.Select(item => item?.ToString()),
                .. Warnings,
                .. Verbose,
                .. shell.Streams.Debug.Select(record => record.Message),
                .. shell.Streams.Information.Select(record => record.ToString()),
                .. Progress.Select(record => $"{record.Activity} {record.StatusDescription} {record.CurrentOperation}"),
                .. Errors.Select(record => $"{record} {record.ErrorDetails} {record.TargetObject} {record.Exception}"),
                terminating?.ToString(),
            ]
        );
    }

    public IReadOnlyList<PSObject> Output { get; }

    public IReadOnlyList<ErrorRecord> Errors { get; }

    public IReadOnlyList<string> Warnings { get; }

    public IReadOnlyList<string> Verbose { get; }

    public IReadOnlyList<ProgressRecord> Progress { get; }

    /// <summary>What ended the script, or null.</summary>
    public Exception? Terminating { get; }

    /// <summary>All text of all streams, to be searched for secrets.</summary>
    public string Everything { get; }

    /// <summary>The ids of the errors, without the command's name.</summary>
    public IEnumerable<string> ErrorIds => Errors.Select(record => record.FullyQualifiedErrorId.Split(',')[0]);

    /// <summary>What went wrong, each with the line that it went wrong in.</summary>
    public IEnumerable<string> Failures =>
        Errors
            .Concat(Terminating is IContainsErrorRecord { ErrorRecord: { } record } ? [record] : [])
            .Select(error => $"{error.InvocationInfo?.Line.Trim()} -> {error.FullyQualifiedErrorId.Split(',')[0]}: {error}");

    /// <summary>This outcome, after a check that nothing went wrong.</summary>
    public Outcome Succeeded()
    {
        Assert.Null(Terminating);
        Assert.Empty(Errors.Select(error => $"{error.FullyQualifiedErrorId}: {error}"));
        return this;
    }

    /// <summary>A property of the only object written.</summary>
    public object? this[string property] => ValueOf(Assert.Single(Output), property);

    /// <summary>A property of each object written.</summary>
    public IEnumerable<object?> All(string property) => Output.Select(item => ValueOf(item, property));

    private static object? ValueOf(PSObject item, string property) =>
        item.Properties[property]?.Value is PSObject { BaseObject: not PSCustomObject } wrapped
            ? wrapped.BaseObject
            : item.Properties[property]?.Value;
}
