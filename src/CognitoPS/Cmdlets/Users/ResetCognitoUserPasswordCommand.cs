using System.Management.Automation;
using System.Collections;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Makes the passwords of users invalid and sends them a code with which to set a new one.</summary>
/// <remarks>
/// <para>It needs a verified e-mail address or phone number; the user becomes RESET_REQUIRED. To set a password yourself use Set-CognitoUserPassword.</para>
/// <para>Operation: AdminResetUserPassword, several at once, 30 a second by default. Each sends a message.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Reset-CognitoUserPassword -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// The members of a group.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Reset-CognitoUserPassword</code>
/// </example>
[Cmdlet(VerbsCommon.Reset, "CognitoUserPassword", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class ResetCognitoUserPasswordCommand : UserChangeCommand
{
    /// <summary>What the pool's Lambda triggers are told, as @{ reason = 'leak' }.</summary>
    [Parameter(ParameterSetName = Admin)]
    public IDictionary? ClientMetadata { get; set; }

    private protected override string Action => "Reset the password";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminResetUserPasswordRequest { UserPoolId = UserPoolId, Username = username, ClientMetadata = AttributeValues.Of(ClientMetadata) };
        return (client, token) => client.AdminResetUserPasswordAsync(request, token);
    }
}
