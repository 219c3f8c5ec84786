using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Gets the session configuration of a user pool or, with -ClientId, of an app client.</summary>
/// <remarks>
/// <para>For a user pool, it shows whether user sessions are tracked and how many sessions a user can have at a time. For an app client, it
/// shows the maximum length of single sign-on sessions. Properties that don't apply or were never set are empty.</para>
/// <para>The cmdlet sends one request per user pool or app client. To change the configuration, use Set-CognitoSessionConfiguration.</para>
/// <para>Operations: GetUserPoolSessionConfiguration, GetUserPoolClientSessionConfiguration.</para>
/// </remarks>
/// <example>
/// Get the session configuration of a user pool.
/// <code>Get-CognitoSessionConfiguration -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Get the session configuration of each app client in a user pool.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers | Get-CognitoSessionConfiguration</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoSessionConfiguration", DefaultParameterSetName = Named)]
[OutputType(typeof(SessionConfiguration))]
public sealed class GetCognitoSessionConfigurationCommand : PoolCommand
{
    /// <summary>The ID of an app client, to get its configuration instead of the user pool's.</summary>
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
