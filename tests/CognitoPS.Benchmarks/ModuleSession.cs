using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CognitoPS.Benchmarks;

/// <summary>The module in the real engine, connected to an endpoint.</summary>
internal sealed class ModuleSession : IDisposable
{
    private readonly Runspace _runspace;

    public ModuleSession(Uri endpoint)
    {
        _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        _runspace.Open();
        Run(
            "Import-Module $args[0] -ErrorAction Stop; Connect-Cognito -EndpointUrl $args[1] -Region eu-west-1 -AccessKey a -SecretKey b",
            Manifest,
            endpoint
        );
    }

    public static string Manifest { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "out", "CognitoPS", "CognitoPS.psd1"));

    public IList Run(string script, params object[] arguments)
    {
        using var shell = PowerShell.Create();
        shell.Runspace = _runspace;
        shell.AddScript(script);
        foreach (object argument in arguments)
            shell.AddArgument(argument);
        IList output = shell.Invoke();
        return shell.HadErrors ? throw new InvalidOperationException(string.Join("; ", shell.Streams.Error)) : output;
    }

    public void Dispose() => _runspace.Dispose();
}
