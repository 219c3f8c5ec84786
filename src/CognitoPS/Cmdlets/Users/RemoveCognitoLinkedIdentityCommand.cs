using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Takes an identity of another provider away from the user that it is linked to, or keeps it from signing in.</summary>
/// <remarks>
/// <para>An identity that is linked to a user is unlinked, and makes a user of its own at its next sign-in. One that is a user of its own
/// cannot sign in any more.</para>
/// <para>Operation: AdminDisableProviderForUser. Several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// By the provider's own id of the person.
/// <code>Remove-CognitoLinkedIdentity -UserPoolId eu-west-1_Customers -ProviderName Google -ProviderAttributeValue 110000000000000000001</code>
/// </example>
/// <example>
/// All in a file with the column ProviderAttributeValue.
/// <code>Import-Csv links.csv | Remove-CognitoLinkedIdentity -UserPoolId eu-west-1_Customers -ProviderName Google -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoLinkedIdentity",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoLinkedIdentityCommand : PoolCommand
{
    /// <summary>The provider's name in the pool.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ProviderName { get; set; } = "";

    /// <summary>The provider's attribute that says who the person is. Default Cognito_Subject, the provider's own id.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string ProviderAttributeName { get; set; } = "Cognito_Subject";

    /// <summary>That attribute's value.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ProviderAttributeValue { get; set; } = "";

    private protected override object? CurrentTarget => ProviderAttributeValue;

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess($"{ProviderName} '{ProviderAttributeValue}' of {UserPoolId}", "Unlink"))
            return;
        var request = new AdminDisableProviderForUserRequest
        {
            UserPoolId = UserPoolId,
            User = new()
            {
                ProviderName = ProviderName,
                ProviderAttributeName = ProviderAttributeName,
                ProviderAttributeValue = ProviderAttributeValue,
            },
        };
        var client = Client;
        await StartAsync(
            ProviderAttributeValue,
            $"{UserPoolId}/{ProviderName}/{ProviderAttributeValue}",
            async token =>
            {
                await client.AdminDisableProviderForUserAsync(request, token);
                return null;
            }
        );
    }
}
