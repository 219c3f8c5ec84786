using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Jwt;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Ends single sessions of users.</summary>
/// <remarks>
/// <para>Disconnect-CognitoUser ends all of a user's sessions.</para>
/// <para>With -AccessToken, a piped session of Connect-CognitoUser or a piped session that the user has listed, the user does it for
/// himself, without AWS credentials: RevokeUserSession.</para>
/// <para>Operation: AdminRevokeUserSession. Several at once.</para>
/// </remarks>
/// <example>
/// One session.
/// <code>Revoke-CognitoUserSession -UserPoolId eu-west-1_Customers -Username anna -SessionId 8b3c4a10-0000-4000-8000-000000000000</code>
/// </example>
/// <example>
/// Those not used for a month.
/// <code>Get-CognitoUserSession -UserPoolId eu-west-1_Customers -Username anna | Where-Object LastActive -lt (Get-Date).AddDays(-30) | Revoke-CognitoUserSession</code>
/// </example>
/// <example>
/// All of one's own sessions but this one.
/// <code>$s | Get-CognitoUserSession | Where-Object { -not $_.IsCurrentSession } | Revoke-CognitoUserSession</code>
/// </example>
[Cmdlet(VerbsSecurity.Revoke, "CognitoUserSession", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class RevokeCognitoUserSessionCommand : SelfServiceCommand
{
    /// <summary>The session's id, as Get-CognitoUserSession shows it.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    public string SessionId { get; set; } = "";

    /// <summary>LINKED ends the sessions that came out of this one too; NONE, the default, does not.</summary>
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
