using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Removes managed login branding styles.</summary>
/// <remarks>
/// <para>An app client without a style shows no managed login pages until it gets a new one.</para>
/// <para>Operation: DeleteManagedLoginBranding. Several styles are removed at a time.</para>
/// </remarks>
/// <example>
/// Remove the style of an app client after confirmation.
/// <code>Get-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 | Remove-CognitoManagedLoginBranding</code>
/// </example>
/// <example>
/// Remove all styles of a test pool without prompting for confirmation.
/// <code>Get-CognitoManagedLoginBranding -UserPoolId eu-west-1_Test | Remove-CognitoManagedLoginBranding -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoManagedLoginBranding",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoManagedLoginBrandingCommand : PoolCommand
{
    /// <summary>The IDs of the styles.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ManagedLoginBrandingIdCompleter))]
    public string[] ManagedLoginBrandingId { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        foreach (string id in ManagedLoginBrandingId)
            await RemoveAsync(
                id,
                Target.ManagedLoginStyle(id, pool),
                token => client.DeleteManagedLoginBrandingAsync(new() { UserPoolId = pool, ManagedLoginBrandingId = id }, token)
            );
    }
}
