using System.Globalization;
using System.Management.Automation.Host;
using System.Reflection;

namespace CognitoPS.Playground.Host;

/// <summary>The host of the engine: a console.</summary>
internal sealed class PlaygroundHost(ConsoleInterface console) : PSHost
{
    /// <summary>The code that <c>exit</c> was called with, or null.</summary>
    public int? ExitCode { get; set; }

    public ConsoleInterface Console { get; } = console;

    public override string Name => "CognitoPS.Playground";

    public override Version Version { get; } = Assembly.GetExecutingAssembly().GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => Console;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => Console.WriteWarningLine("The playground has no nested prompt.");

    public override void ExitNestedPrompt() { }

    public override void NotifyBeginApplication() { }

    public override void NotifyEndApplication() { }
}
