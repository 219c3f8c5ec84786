using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Links an identity of another provider to users, who can then sign in with it.</summary>
/// <remarks>
/// <para>The provider must be one of the pool's, and its person must not have signed in to the pool yet. A user has at most five linked
/// identities.</para>
/// <para>Operation: AdminLinkProviderForUser. Several at once, 25 a second by default.</para>
/// </remarks>
/// <example>
/// By the provider's own id of the person.
/// <code>Add-CognitoLinkedIdentity -UserPoolId eu-west-1_Customers -Username anna -ProviderName Google -ProviderAttributeValue 110000000000000000001</code>
/// </example>
/// <example>
/// By e-mail address, for everybody in a file with the columns Username and Mail.
/// <code>Import-Csv links.csv | Add-CognitoLinkedIdentity -UserPoolId eu-west-1_Customers -ProviderName corporate -ProviderAttributeName email -ProviderAttributeValue { $_.Mail }</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "CognitoLinkedIdentity", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class AddCognitoLinkedIdentityCommand : UserCommand
{
    private const string OwnProvider = "Cognito";

    /// <summary>The provider's name in the pool.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ProviderName { get; set; } = "";

    /// <summary>The provider's attribute that says who the person is. Default Cognito_Subject, the provider's own id.</summary>
    [Parameter(ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string ProviderAttributeName { get; set; } = "Cognito_Subject";

    /// <summary>That attribute's value.</summary>
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
