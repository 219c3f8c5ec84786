using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Shows how sessions are kept: those of a user pool, or with -ClientId those of an app client.</summary>
/// <remarks>
/// <para>Of a pool it shows whether the sessions of its users are tracked and how many a user may have at once; of an app client, how long
/// its single sign-on sessions last at most. Properties of the other kind, and those that were never set, are empty.</para>
/// <para>One request for each pool or client. Set-CognitoSessionConfiguration changes it.</para>
/// <para>Operations: GetUserPoolSessionConfiguration, GetUserPoolClientSessionConfiguration.</para>
/// </remarks>
/// <example>
/// Of a pool.
/// <code>Get-CognitoSessionConfiguration -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Of each of its clients.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers | Get-CognitoSessionConfiguration</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoSessionConfiguration")]
[OutputType(typeof(SessionConfiguration))]
public sealed class GetCognitoSessionConfigurationCommand : PoolCommand
{
    /// <summary>The id of an app client, to see its configuration instead of the pool's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    private protected override object? CurrentTarget => ClientId ?? UserPoolId;

    private protected override async Task ProcessAsync() =>
        WriteObject(
            ClientId is null
                ? new SessionConfiguration(
                    await Client.GetUserPoolSessionConfigurationAsync(new() { UserPoolId = UserPoolId }, StopToken),
                    UserPoolId,
                    PoolRegion
                )
                : new SessionConfiguration(
                    await Client.GetUserPoolClientSessionConfigurationAsync(
                        new() { UserPoolId = UserPoolId, ClientId = ClientId },
                        StopToken
                    ),
                    UserPoolId,
                    ClientId,
                    PoolRegion
                )
        );
}
