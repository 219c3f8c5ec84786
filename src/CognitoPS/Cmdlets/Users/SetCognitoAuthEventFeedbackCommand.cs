using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Tells threat protection whether a sign-in was the user's own.</summary>
/// <remarks>
/// <para>It needs a pool with threat protection, and teaches it what is usual for the user.</para>
/// <para>Operations: AdminUpdateAuthEventFeedback, UpdateAuthEventFeedback. Several at once.</para>
/// </remarks>
/// <example>
/// One event.
/// <code>Set-CognitoAuthEventFeedback -UserPoolId eu-west-1_Customers -Username anna -EventId 8b3c4a10-0000-4000-8000-000000000000 -FeedbackValue Invalid</code>
/// </example>
/// <example>
/// All of a user's high-risk events.
/// <code>Get-CognitoAuthEvent -UserPoolId eu-west-1_Customers -Username anna | Where-Object RiskLevel -eq High | Set-CognitoAuthEventFeedback -FeedbackValue Invalid</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoAuthEventFeedback", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
public sealed class SetCognitoAuthEventFeedbackCommand : UserCommand
{
    /// <summary>The event's id, as Get-CognitoAuthEvent shows it.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string EventId { get; set; } = "";

    /// <summary>Valid: it was the user. Invalid: it was somebody else.</summary>
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = Admin)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [ArgumentCompleter(typeof(EnumCompleter<FeedbackValueType>))]
    public string FeedbackValue { get; set; } = "";

    /// <summary>
    /// The token from the message that the service sent the user about the event: the user says so himself then, without AWS credentials.
    /// As a SecureString or as text.
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
