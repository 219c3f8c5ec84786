using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.LocalServer;

/// <summary>Lists the local servers of this process.</summary>
/// <remarks>
/// <para>A server's Requests and Messages show what it was asked and what it would have sent; its Faults can be set at any time.</para>
/// </remarks>
/// <example>
/// All of them.
/// <code>Get-CognitoLocalServer</code>
/// </example>
/// <example>
/// Have the server throttle at the service's own rates.
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
