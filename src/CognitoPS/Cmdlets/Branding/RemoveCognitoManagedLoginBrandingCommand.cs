using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Removes managed login styles.</summary>
/// <remarks>
/// <para>An app client without a style shows no managed login pages until it gets one.</para>
/// <para>Operation: DeleteManagedLoginBranding. Several are removed at once.</para>
/// </remarks>
/// <example>
/// The style of an app client, after a question.
/// <code>Get-CognitoManagedLoginBranding -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 | Remove-CognitoManagedLoginBranding</code>
/// </example>
/// <example>
/// All styles of a test pool, without a question.
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
    /// <summary>The styles' ids.</summary>
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
