using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Reads how the classic hosted pages look, for an app client or for all.</summary>
/// <remarks>
/// <para>The classic pages are those of a domain with ManagedLoginVersion 1. A client without a look of its own shows the one for all
/// clients.</para>
/// <para>Operation: GetUICustomization.</para>
/// </remarks>
/// <example>
/// The style sheet for all clients of a pool.
/// <code>(Get-CognitoUICustomization -UserPoolId eu-west-1_Customers).CSS</code>
/// </example>
/// <example>
/// The look of each app client.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers | Get-CognitoUICustomization</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUICustomization", DefaultParameterSetName = Named)]
[OutputType(typeof(UICustomization))]
public sealed class GetCognitoUICustomizationCommand : PoolCommand
{
    /// <summary>The app client's id. Default: ALL, the look that every client without one of its own has.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    private protected override object? CurrentTarget => ClientId is { Length: > 0 } id ? id : UserPoolId;

    private protected override Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        string? clientId = ClientId is { Length: > 0 } given ? given : null;
        return StartAsync(
            clientId ?? pool,
            $"{pool}/{clientId}",
            async token =>
            {
                GetUICustomizationResponse answer = await client.GetUICustomizationAsync(
                    new() { UserPoolId = pool, ClientId = clientId },
                    token
                );
                return new UICustomization(answer.UICustomization, pool, region);
            }
        );
    }
}
