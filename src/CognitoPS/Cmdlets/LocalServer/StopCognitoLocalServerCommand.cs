using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.LocalServer;

/// <summary>Stops local servers and discards their data.</summary>
/// <remarks>
/// <para>If the session is connected to a stopped server, it is disconnected.</para>
/// </remarks>
/// <example>
/// Stop all local servers of this process.
/// <code>Stop-CognitoLocalServer</code>
/// </example>
/// <example>
/// Stop the servers that received no requests.
/// <code>Get-CognitoLocalServer | Where-Object RequestCount -eq 0 | Stop-CognitoLocalServer</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "CognitoLocalServer", SupportsShouldProcess = true)]
public sealed class StopCognitoLocalServerCommand : AsyncCommand
{
    /// <summary>The ports of the servers to stop. Default: all servers in this process.</summary>
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
                            $"No local server in this process listens on port {port}.",
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
