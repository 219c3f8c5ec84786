using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Revokes single sessions of users.</summary>
/// <remarks>
/// <para>To end all sessions of a user, use Disconnect-CognitoUser.</para>
/// <para>With -AccessToken, a piped session from Connect-CognitoUser, or a session that the user listed, the call is made as the signed-in
/// user (RevokeUserSession) and needs no AWS credentials.</para>
/// <para>Operation: AdminRevokeUserSession. Several run at a time.</para>
/// </remarks>
/// <example>
/// End one session.
/// <code>Revoke-CognitoUserSession -UserPoolId eu-west-1_Customers -Username anna -SessionId 8b3c4a10-0000-4000-8000-000000000000</code>
/// </example>
/// <example>
/// End the sessions that haven't been used for a month.
/// <code>Get-CognitoUserSession -UserPoolId eu-west-1_Customers -Username anna | Where-Object LastActive -lt (Get-Date).AddDays(-30) | Revoke-CognitoUserSession</code>
/// </example>
/// <example>
/// End all of your own sessions except the current one.
/// <code>$s | Get-CognitoUserSession | Where-Object { -not $_.IsCurrentSession } | Revoke-CognitoUserSession</code>
/// </example>
[Cmdlet(VerbsSecurity.Revoke, "CognitoUserSession", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class RevokeCognitoUserSessionCommand : SelfServiceCommand
{
    /// <summary>The ID of the session, as returned by Get-CognitoUserSession.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    public string SessionId { get; set; } = "";

    /// <summary>LINKED also ends the sessions that originate from this one. Default: NONE, which doesn't.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<RevokeAssociatedSessionsType>))]
    public string? RevokeAssociatedSessions { get; set; }

    private string Action => $"Revoke session {SessionId}";

    private protected override Task StartAsync(string username)
    {
        var request = new AdminRevokeUserSessionRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            SessionId = SessionId,
            RevokeAssociatedSessions = RevokeAssociatedSessions,
        };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminRevokeUserSessionAsync(request, token)));
    }

    private protected override Task StartAsync(SignedInUser user)
    {
        var request = new RevokeUserSessionRequest
        {
            AccessToken = user.Text,
            SessionId = SessionId,
            RevokeAssociatedSessions = RevokeAssociatedSessions,
        };
        return ChangeAsync(user, UserChange.Of(Action, (client, token) => client.RevokeUserSessionAsync(request, token)));
    }
}
