using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Connection;

/// <summary>Shows where the session asks by default, and as whom.</summary>
/// <remarks>
/// <para>Shows where credentials come from, never the credentials. Nothing is sent.</para>
/// </remarks>
/// <example>
/// What is set.
/// <code>Get-CognitoConnection</code>
/// </example>
/// <example>
/// The region that pools are listed in.
/// <code>(Get-CognitoConnection).Region</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoConnection")]
[OutputType(typeof(CognitoConnection))]
public sealed class GetCognitoConnectionCommand : AsyncCommand
{
    private protected override Task ProcessAsync()
    {
        WriteObject(RunspaceState.Current.Default.ToOutput(SessionState.PSVariable.GetValue(CognitoCommand.StoredCredentialsVariable)));
        return Task.CompletedTask;
    }
}
