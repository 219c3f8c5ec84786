using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;
using CognitoPS.Playground.Host;
using Microsoft.PowerShell;

namespace CognitoPS.Playground;

/// <summary>A runspace of the engine with the conveniences and the module, and with the sample server that it is connected to.</summary>
internal sealed class Session : IDisposable
{
    private readonly Runspace _runspace;
    private volatile PowerShell? _running;

    public Session()
    {
        Host = new PlaygroundHost(new ConsoleInterface());
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Format-Table", typeof(FormatTableCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Format-List", typeof(FormatListCommand), null));
        // Elsewhere there is no such policy, and it may not be set.
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.RemoteSigned;
        _runspace = RunspaceFactory.CreateRunspace(Host, state);
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
        Ready =
            Run(Conveniences())
            && Run($"Import-Module '{CodeGeneration.EscapeSingleQuotedStringContent(Manifest)}'; Start-CognitoLocalServer -Sample");
    }

    /// <summary>The module's manifest, where the build left it.</summary>
    public static string Manifest { get; } =
        Assembly
            .GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(item => item.Key == "ModuleManifest")
            .Value!;

    public PlaygroundHost Host { get; }

    /// <summary>Whether the module and the server came up.</summary>
    public bool Ready { get; }

    /// <summary>Runs a script and shows what it writes. False when an error was shown.</summary>
    public bool Run(string script)
    {
        Host.Console.ErrorShown = false;
        using PowerShell shell = Shell(script).AddCommand("Out-Default");
        Guarded(shell, () => shell.Invoke());
        return !Host.Console.ErrorShown;
    }

    /// <summary>Runs a script and gives the objects and errors that it wrote; a terminating error is the last of them.</summary>
    public IReadOnlyList<PSObject> Collect(string script)
    {
        PSDataCollection<PSObject> output = [];
        using PowerShell shell = Shell(script);
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException exception)
        {
            output.Add(EngineInternals.AsError(exception.ErrorRecord));
        }

        return [.. output];
    }

    /// <summary>Shows objects as the engine does at the end of a pipeline.</summary>
    public void Show(IEnumerable<PSObject> objects)
    {
        using PowerShell shell = PowerShell.Create(_runspace).AddCommand("Out-Default");
        Guarded(shell, () => shell.Invoke(objects));
    }

    /// <summary>Stops the command that is running.</summary>
    public void Stop() => _running?.BeginStop(null, null);

    public CommandCompletion Complete(string text, int cursor)
    {
        using var shell = PowerShell.Create(_runspace);
        return CommandCompletion.CompleteInput(text, cursor, null, shell);
    }

    /// <summary>What the session's <c>prompt</c> function says.</summary>
    public string Prompt() => Collect("prompt") is [.., { BaseObject: string text }] ? text : "PS> ";

    public void Dispose()
    {
        Collect("Stop-CognitoLocalServer");
        _runspace.Dispose();
    }

    private static string Conveniences()
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("conveniences.ps1")!);
        return reader.ReadToEnd();
    }

    private PowerShell Shell(string script)
    {
        PowerShell shell = PowerShell.Create(_runspace).AddScript(script);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        return shell;
    }

    private void Guarded(PowerShell shell, Action invoke)
    {
        _running = shell;
        try
        {
            invoke();
        }
        catch (PipelineStoppedException)
        {
            Host.Console.ErrorShown = true;
        }
        catch (RuntimeException exception)
        {
            Show([EngineInternals.AsError(exception.ErrorRecord)]);
        }
        finally
        {
            _running = null;
            Host.Console.RemoveProgress();
        }
    }
}
