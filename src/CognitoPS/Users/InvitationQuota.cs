using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;

namespace CognitoPS.Users;

/// <summary>Counts invitations, and asks once when they go beyond what a pool without a sender of its own sends in a day.</summary>
/// <param name="pools">The pools' settings.</param>
/// <param name="expected">How many there will be, where that is known.</param>
/// <param name="force">Go beyond without asking.</param>
/// <param name="ask">Puts the question; throws where nobody is there to answer.</param>
internal sealed class InvitationQuota(PoolDescriptions pools, int expected, bool force, Predicate<string> ask)
{
    public const string Caption = "More invitations than the daily limit";
    private const int MailsADay = 50;

    private int _counted;
    private bool? _mayGoOn;

    /// <summary>Counts an invitation.</summary>
    /// <exception cref="CognitoException">TooManyInvitations: more were not wanted.</exception>
    public async Task CountAsync(IAmazonCognitoIdentityProvider client, string userPoolId, CancellationToken cancellationToken)
    {
        _counted++;
        if (_mayGoOn is null && Math.Max(_counted, expected) > MailsADay)
        {
            UserPoolType? pool = await pools.OfAsync(client, userPoolId, cancellationToken);
            _mayGoOn = force || pool?.EmailConfiguration?.EmailSendingAccount == EmailSendingAccountType.DEVELOPER || Ask(userPoolId);
        }

        if (_mayGoOn is false)
        {
            throw new CognitoException(
                "TooManyInvitations",
                ErrorCategory.LimitsExceeded,
                $"The user was not created, because sending more than {MailsADay} invitations was not confirmed.",
                "Add -MessageAction SUPPRESS to send no invitations, or -Force to exceed the daily limit."
            );
        }
    }

    private bool Ask(string userPoolId)
    {
        try
        {
            return ask(
                $"{userPoolId} uses the default email of Amazon Cognito, which sends at most {MailsADay} messages per day. "
                    + "Each new user gets an invitation. "
                    + "Exceed the limit? (-MessageAction SUPPRESS sends no invitations.)"
            );
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            // Nobody is there to answer.
            return false;
        }
    }
}
