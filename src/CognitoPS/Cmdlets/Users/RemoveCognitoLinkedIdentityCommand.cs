using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Unlinks identities of external identity providers from users, or prevents them from signing in.</summary>
/// <remarks>
/// <para>A linked identity is unlinked from its user, and becomes a separate user at its next sign-in. An identity that is a separate user
/// can no longer sign in.</para>
/// <para>Operation: AdminDisableProviderForUser. Several run at a time, 25 per second by default.</para>
/// </remarks>
/// <example>
/// Unlink an identity by its ID at the provider.
/// <code>Remove-CognitoLinkedIdentity -UserPoolId eu-west-1_Customers -ProviderName Google -ProviderAttributeValue 110000000000000000001</code>
/// </example>
/// <example>
/// Unlink all identities in a file with the column ProviderAttributeValue.
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
    /// <summary>The identity provider's name in the user pool.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ProviderName { get; set; } = "";

    /// <summary>The provider attribute that identifies the external identity. Default: Cognito_Subject, the provider's own ID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string ProviderAttributeName { get; set; } = "Cognito_Subject";

    /// <summary>The value of that attribute.</summary>
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
