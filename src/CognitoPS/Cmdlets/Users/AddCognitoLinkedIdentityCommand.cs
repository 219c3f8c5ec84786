using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Links identities from external identity providers to existing users, who can then sign in with them.</summary>
/// <remarks>
/// <para>The identity provider must belong to the user pool, and the external identity must not have signed in to the pool yet. A user can
/// have up to five linked identities.</para>
/// <para>Operation: AdminLinkProviderForUser. Several run at a time, 25 per second by default.</para>
/// </remarks>
/// <example>
/// Link an identity by its ID at the provider.
/// <code>Add-CognitoLinkedIdentity -UserPoolId eu-west-1_Customers -Username anna -ProviderName Google -ProviderAttributeValue 110000000000000000001</code>
/// </example>
/// <example>
/// Link identities by email address for every user in a file with the columns Username and Mail.
/// <code>Import-Csv links.csv | Add-CognitoLinkedIdentity -UserPoolId eu-west-1_Customers -ProviderName corporate -ProviderAttributeName email -ProviderAttributeValue { $_.Mail }</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "CognitoLinkedIdentity", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class AddCognitoLinkedIdentityCommand : UserCommand
{
    private const string OwnProvider = "Cognito";

    /// <summary>The identity provider's name in the user pool.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ProviderName { get; set; } = "";

    /// <summary>The provider attribute that identifies the external identity. Default: Cognito_Subject, the provider's own ID.</summary>
    [Parameter(ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ProviderAttributeName { get; set; } = "Cognito_Subject";

    /// <summary>The value of that attribute.</summary>
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ProviderAttributeValue { get; set; } = "";

    private string Action => $"Link {ProviderName} '{ProviderAttributeValue}'";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminLinkProviderForUserRequest
        {
            UserPoolId = UserPoolId,
            DestinationUser = new() { ProviderName = OwnProvider, ProviderAttributeValue = username },
            SourceUser = new()
            {
                ProviderName = ProviderName,
                ProviderAttributeName = ProviderAttributeName,
                ProviderAttributeValue = ProviderAttributeValue,
            },
        };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminLinkProviderForUserAsync(request, token)));
    }
}
