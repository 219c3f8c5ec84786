using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Connection;

/// <summary>Removes the session defaults that Connect-Cognito set.</summary>
/// <remarks>
/// <para>This also removes the AWS keys from the session. A local server keeps running. To stop it, use Stop-CognitoLocalServer.</para>
/// </remarks>
/// <example>
/// Disconnect at the end of a script.
/// <code>Disconnect-Cognito</code>
/// </example>
/// <example>
/// Go back to the settings of the environment, and show them.
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
