using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Sends users a code with which to set a new password; an administrator makes the old one invalid too.</summary>
/// <remarks>
/// <para>With -ClientId it is what an application does for somebody who forgot the password: no AWS credentials are needed, and the old
/// password stays good until Complete-CognitoPasswordReset sets another.</para>
/// <para>It needs a verified e-mail address or phone number; the user becomes RESET_REQUIRED. To set a password yourself use
/// Set-CognitoUserPassword.</para>
/// <para>Operations: AdminResetUserPassword, ForgotPassword. Several at once, 30 a second by default. Each sends a message.</para>
/// </remarks>
/// <example>
/// One user.
/// <code>Reset-CognitoUserPassword -UserPoolId eu-west-1_Customers -Username anna</code>
/// </example>
/// <example>
/// As somebody who forgot the password.
/// <code>Reset-CognitoUserPassword -ClientId 4example0client0id0web0000 -Region eu-west-1 -Username anna</code>
/// </example>
/// <example>
/// The members of a group.
/// <code>Get-CognitoGroupMember -UserPoolId eu-west-1_Customers -GroupName admins | Reset-CognitoUserPassword</code>
/// </example>
[Cmdlet(VerbsCommon.Reset, "CognitoUserPassword", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User), typeof(CodeDelivery))]
public sealed class ResetCognitoUserPasswordCommand : AccountCommand
{
    private protected override string Action => "Reset the password";

    private protected override UserAct Prepare(string username)
    {
        var request = new AdminResetUserPasswordRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            ClientMetadata = Metadata,
        };
        return (client, token) => client.AdminResetUserPasswordAsync(request, token);
    }

    private protected override async Task<object?> ActAsync(
        string username,
        string region,
        Func<Func<IAmazonCognitoIdentityProvider, string?, Task>, Task> send
    )
    {
        ForgotPasswordResponse? reply = null;
        await send(
            async (client, hash) =>
                reply = await client
                    .ForgotPasswordAsync(
                        new ForgotPasswordRequest
                        {
                            ClientId = ClientId,
                            SecretHash = hash,
                            Username = username,
                            ClientMetadata = Metadata,
                            UserContextData = UserContextData,
                            AnalyticsMetadata = AnalyticsMetadata,
                        },
                        StopToken
                    )
                    .ConfigureAwait(false)
        );
        return new CodeDelivery(reply?.CodeDeliveryDetails, username, region) { ClientId = ClientId, UserPoolId = NamedPool };
    }
}
