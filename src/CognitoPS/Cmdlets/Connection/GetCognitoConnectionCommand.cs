using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Connection;

/// <summary>Shows where the session asks by default, and as whom.</summary>
/// <remarks>
/// <para>Region, endpoint and credentials are those that a cmdlet without such parameters uses now, whether Connect-Cognito, the session's
/// variables, the environment or a profile names them. Credentials are shown by where they come from only. Nothing is sent.</para>
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
        WriteObject(new CognitoConnection(RunspaceState.Current.Default, StoredSession.Of(SessionState)));
        return Task.CompletedTask;
    }
}
