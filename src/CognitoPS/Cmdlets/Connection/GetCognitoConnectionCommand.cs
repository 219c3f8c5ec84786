using System.Management.Automation;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Connection;

/// <summary>Shows the session's default Region, endpoint and credentials.</summary>
/// <remarks>
/// <para>These are the values that a cmdlet without connection parameters uses now. They come from Connect-Cognito, the session variables,
/// the environment or a profile. For credentials, only the source is shown. The cmdlet works offline.</para>
/// </remarks>
/// <example>
/// Show the current connection.
/// <code>Get-CognitoConnection</code>
/// </example>
/// <example>
/// Show the Region that pools are listed from.
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
