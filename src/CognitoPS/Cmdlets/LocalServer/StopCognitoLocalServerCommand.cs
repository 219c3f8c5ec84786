using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.LocalServer;

/// <summary>Stops local servers; what they held is gone.</summary>
/// <remarks>
/// <para>A session that is connected to a stopped server is disconnected.</para>
/// </remarks>
/// <example>
/// All of this process.
/// <code>Stop-CognitoLocalServer</code>
/// </example>
/// <example>
/// One of them.
/// <code>Get-CognitoLocalServer | Where-Object RequestCount -eq 0 | Stop-CognitoLocalServer</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "CognitoLocalServer", SupportsShouldProcess = true)]
public sealed class StopCognitoLocalServerCommand : AsyncCommand
{
    /// <summary>The ports of the servers to stop. Default: all of this process.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public int[]? Port { get; set; }

    private protected override object? CurrentTarget => Port;

    private protected override Task ProcessAsync()
    {
        IReadOnlyList<LocalServerInfo> running = LocalServers.All;
        foreach (int port in Port ?? [.. running.Select(server => server.Port)])
        {
            if (running.FirstOrDefault(server => server.Port == port) is not { } server)
            {
                WriteError(
                    ErrorTable.ToRecord(
                        new CognitoException(
                            "LocalServerNotFound",
                            ErrorCategory.ObjectNotFound,
                            $"No local server of this process listens on port {port}.",
                            "Get-CognitoLocalServer lists them."
                        ),
                        port
                    )
                );
            }
            else if (ShouldProcess(server.Endpoint.AbsoluteUri, "Stop the local server"))
            {
                LocalServers.Stop(server);
                if (RunspaceState.Current.Default.EndpointUrl == server.Endpoint)
                    RunspaceState.Current.Connect(ConnectionSettings.None);
            }
        }

        return Task.CompletedTask;
    }
}
