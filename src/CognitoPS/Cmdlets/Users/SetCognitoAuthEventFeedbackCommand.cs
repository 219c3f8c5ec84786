using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Updates the feedback for an authentication event, telling threat protection whether a sign-in was genuine.</summary>
/// <remarks>
/// <para>It requires a user pool with threat protection, which learns from it what is usual for the user.</para>
/// <para>Operations: AdminUpdateAuthEventFeedback, UpdateAuthEventFeedback. Several run at a time.</para>
/// </remarks>
/// <example>
/// Send feedback for one event.
/// <code>Set-CognitoAuthEventFeedback -UserPoolId eu-west-1_Customers -Username anna -EventId 8b3c4a10-0000-4000-8000-000000000000 -FeedbackValue Invalid</code>
/// </example>
/// <example>
/// Mark all high-risk events of a user as invalid.
/// <code>Get-CognitoAuthEvent -UserPoolId eu-west-1_Customers -Username anna | Where-Object RiskLevel -eq High | Set-CognitoAuthEventFeedback -FeedbackValue Invalid</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoAuthEventFeedback", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class SetCognitoAuthEventFeedbackCommand : UserCommand
{
    /// <summary>The ID of the event, as returned by Get-CognitoAuthEvent.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string EventId { get; set; } = "";

    /// <summary>Valid: the event came from the user. Invalid: it came from someone else.</summary>
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = Admin)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [ArgumentCompleter(typeof(EnumCompleter<FeedbackValueType>))]
    public string FeedbackValue { get; set; } = "";

    /// <summary>
    /// The token from the service's message to the user about the event, as a SecureString or as text. The feedback then comes from the
    /// user and needs no AWS credentials.
    /// </summary>
    [Parameter(ParameterSetName = Admin)]
    [Parameter(ParameterSetName = Piped)]
    [SecretText]
    public SecureString? FeedbackToken { get; set; }

    private string Action => $"Mark event {EventId} as {FeedbackValue}";

    private protected override Task StartAsync(string username)
    {
        if (FeedbackToken is not null)
        {
            var own = new UpdateAuthEventFeedbackRequest
            {
                UserPoolId = UserPoolId,
                Username = username,
                EventId = EventId,
                FeedbackValue = FeedbackValue,
                FeedbackToken = SecureText.Reveal(FeedbackToken),
            };
            var open = PublicClientIn(PoolRegion);
            return ChangeAsync(username, UserChange.Of(Action, (_, token) => open.UpdateAuthEventFeedbackAsync(own, token)));
        }

        var request = new AdminUpdateAuthEventFeedbackRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            EventId = EventId,
            FeedbackValue = FeedbackValue,
        };
        return ChangeAsync(username, UserChange.Of(Action, (client, token) => client.AdminUpdateAuthEventFeedbackAsync(request, token)));
    }
}
