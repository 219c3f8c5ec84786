using System.Management.Automation;
using System.Collections;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Confirms users who signed up by themselves, without a code.</summary>
/// <remarks>
/// <para>The user becomes CONFIRMED; e-mail address and phone number do not become verified by it: Set-CognitoUser -Attribute @{ email_verified = $true } does that.</para>
/// <para>Operation: AdminConfirmSignUp, several at once.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Confirm-CognitoUser -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// Everybody who has not confirmed.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Status UNCONFIRMED | Confirm-CognitoUser</code>
/// </example>
[Cmdlet(VerbsLifecycle.Confirm, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class ConfirmCognitoUserCommand : UserChangeCommand
{
    /// <summary>What the pool's Lambda triggers are told, as @{ source = 'import' }.</summary>
    [Parameter(ParameterSetName = Admin)]
    public IDictionary? ClientMetadata { get; set; }

    private protected override string Action => "Confirm the sign-up";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminConfirmSignUpRequest { UserPoolId = UserPoolId, Username = username, ClientMetadata = AttributeValues.Of(ClientMetadata) };
        return (client, token) => client.AdminConfirmSignUpAsync(request, token);
    }
}
