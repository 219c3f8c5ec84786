using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Connection;

/// <summary>Forgets what Connect-Cognito set.</summary>
/// <remarks>
/// <para>The keys that it was given are forgotten too. A local server goes on; Stop-CognitoLocalServer ends it.</para>
/// </remarks>
/// <example>
/// At the end of a script.
/// <code>Disconnect-Cognito</code>
/// </example>
/// <example>
/// Back to the environment's own settings, and a look at them.
/// <code>Disconnect-Cognito; Get-CognitoConnection</code>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "Cognito")]
public sealed class DisconnectCognitoCommand : AsyncCommand
{
    private protected override Task ProcessAsync()
    {
        RunspaceState.Current.Connect(ConnectionSettings.None);
        return Task.CompletedTask;
    }
}
