using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
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
[Cmdlet(VerbsCommon.Get, "CognitoSessionConfiguration", DefaultParameterSetName = Named)]
[OutputType(typeof(SessionConfiguration))]
public sealed class GetCognitoSessionConfigurationCommand : PoolCommand
{
    /// <summary>The id of an app client, to see its configuration instead of the pool's.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    private protected override object? CurrentTarget => ClientId ?? UserPoolId;

    private protected override Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        if (ClientId is not { } clientId)
        {
            return StartAsync(
                pool,
                pool,
                async token => new SessionConfiguration(
                    await client.GetUserPoolSessionConfigurationAsync(new() { UserPoolId = pool }, token),
                    pool,
                    region
                )
            );
        }

        var request = new GetUserPoolClientSessionConfigurationRequest { UserPoolId = pool, ClientId = clientId };
        return StartAsync(
            clientId,
            $"{pool}/{clientId}",
            async token => new SessionConfiguration(
                await client.GetUserPoolClientSessionConfigurationAsync(request, token),
                pool,
                clientId,
                region
            )
        );
    }
}
