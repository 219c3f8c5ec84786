using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.LocalServer;

/// <summary>Gets the local servers that run in this process.</summary>
/// <remarks>
/// <para>Requests contains the requests that a server received, and Messages the messages it would have sent. You can change Faults at any
/// time.</para>
/// </remarks>
/// <example>
/// List all local servers.
/// <code>Get-CognitoLocalServer</code>
/// </example>
/// <example>
/// Make the server throttle at the request rates of the service.
/// <code>Get-CognitoLocalServer | ForEach-Object { $_.Faults.ServiceRates = $true }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoLocalServer")]
[OutputType(typeof(LocalServerInfo))]
public sealed class GetCognitoLocalServerCommand : AsyncCommand
{
    private protected override Task ProcessAsync()
    {
        foreach (LocalServerInfo server in LocalServers.All)
            WriteObject(server);
        return Task.CompletedTask;
    }
}
