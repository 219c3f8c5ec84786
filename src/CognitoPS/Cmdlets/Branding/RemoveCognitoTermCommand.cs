using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Branding;

/// <summary>Removes terms from a user pool.</summary>
/// <remarks>
/// <para>Managed login of the app client no longer links to them.</para>
/// <para>Operation: DeleteTerms. Several are removed at once.</para>
/// </remarks>
/// <example>
/// One, after a question.
/// <code>Remove-CognitoTerm -UserPoolId eu-west-1_Customers -TermsId 11111111-2222-4333-8444-555555555555</code>
/// </example>
/// <example>
/// All terms of a test pool, without a question.
/// <code>Get-CognitoTerm -UserPoolId eu-west-1_Test | Remove-CognitoTerm -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoTerm",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoTermCommand : PoolCommand
{
    /// <summary>The ids of the terms.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TermsIdCompleter))]
    public string[] TermsId { get; set; } = [];

    /// <summary>The name of the terms, taken from the pipeline for the question.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? TermsName { get; set; }

    private protected override async Task ProcessAsync()
    {
        (string pool, var client) = (UserPoolId, Client);
        foreach (string id in TermsId)
            await RemoveAsync(
                id,
                Target.Terms(TermsName, id, pool),
                token => client.DeleteTermsAsync(new() { UserPoolId = pool, TermsId = id }, token)
            );
    }
}
