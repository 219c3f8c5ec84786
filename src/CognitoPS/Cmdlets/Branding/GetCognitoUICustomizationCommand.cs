using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Gets the Hosted UI (classic) customization, CSS and logo, of one app client or of all.</summary>
/// <remarks>
/// <para>Hosted UI (classic) is what a domain with ManagedLoginVersion 1 shows. An app client without its own customization uses the one
/// for all app clients.</para>
/// <para>Operation: GetUICustomization.</para>
/// </remarks>
/// <example>
/// Get the CSS for all app clients of a user pool.
/// <code>(Get-CognitoUICustomization -UserPoolId eu-west-1_Customers).CSS</code>
/// </example>
/// <example>
/// Get the customization of each app client.
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers | Get-CognitoUICustomization</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUICustomization", DefaultParameterSetName = Named)]
[OutputType(typeof(UICustomization))]
public sealed class GetCognitoUICustomizationCommand : PoolCommand
{
    /// <summary>The app client's ID. Default: ALL, which is the customization for every app client without its own.</summary>
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
