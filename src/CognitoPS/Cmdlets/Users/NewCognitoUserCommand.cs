using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Creates users in a user pool, and can put them in groups.</summary>
/// <remarks>
/// <para>The service sends each new user an invitation unless -MessageAction SUPPRESS says otherwise, and a pool without an SES sender of
/// its own sends 50 e-mails a day at most: before going beyond that the cmdlet asks.</para>
/// <para>Without a password the service makes one up, which the invitation carries. With -TemporaryPassword the user must change it at the
/// first sign-in; with -Password it stays, the user is CONFIRMED, and no invitation is sent.</para>
/// <para>A connection that breaks leaves open whether a user was created; the cmdlet asks again, and when it then hears that the user
/// exists and finds him just created with what was asked for, that is a success.</para>
/// <para>Operations: AdminCreateUser, AdminSetUserPassword, AdminAddUserToGroup, DescribeUserPool. Several users at once, 50 a second by
/// default; -Password and each -Group are a request more, and custom attributes one for all.</para>
/// </remarks>
/// <example>
/// One user, with an invitation by e-mail.
/// <code>New-CognitoUser -UserPoolId eu-west-1_Customers -Username anna -Attribute @{ email = 'anna@example.com'; email_verified = $true } -DesiredDeliveryMediums EMAIL</code>
/// </example>
/// <example>
/// A file with the columns Username, mail and department, without invitations.
/// <code>Import-Csv staff.csv | New-CognitoUser -UserPoolId eu-west-1_Customers -MessageAction SUPPRESS -Attribute { @{ email = $_.mail; department = $_.department } } -Group staff</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class NewCognitoUserCommand : UserBulkCommand
{
    private const int MailsADay = 50;
    private const string Suppress = "SUPPRESS";
    private const string Resend = "RESEND";

    private readonly PoolFacts _facts = new();
    private int _invitations;
    private bool? _mayInvite;

    /// <summary>
    /// Attributes and their values, as @{ email = 'anna@example.com'; department = 'sales' }; custom ones by their bare names. In a
    /// pipeline a script block can make it of each item.
    /// </summary>
    [Parameter(Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    public IDictionary? Attribute { get; set; }

    /// <summary>The password for the first sign-in, as a SecureString or as text. Default: one that the service makes up.</summary>
    [Parameter(ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? TemporaryPassword { get; set; }

    /// <summary>A password that stays, as a SecureString or as text. No invitation is sent.</summary>
    [Parameter(ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? Password { get; set; }

    /// <summary>
    /// SUPPRESS sends no invitation; RESEND sends it again to a user who has not signed in yet. Default: an invitation is sent.
    /// </summary>
    [Parameter(ParameterSetName = Admin)]
    [ArgumentCompleter(typeof(EnumCompleter<MessageActionType>))]
    public string? MessageAction { get; set; }

    /// <summary>How the invitation is sent: EMAIL, SMS or both. Default: the service's, which is SMS.</summary>
    [Parameter(ParameterSetName = Admin)]
    [ArgumentCompleter(typeof(EnumCompleter<DeliveryMediumType>))]
    public string[] DesiredDeliveryMediums { get; set; } = [];

    /// <summary>Groups to put the user in.</summary>
    [Parameter(ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] Group { get; set; } = [];

    /// <summary>Takes an e-mail address or telephone number that is somebody else's alias over for this user.</summary>
    [Parameter(ParameterSetName = Admin)]
    public SwitchParameter ForceAliasCreation { get; set; }

    /// <summary>What the pool's pre-sign-up trigger is told, as @{ source = 'import' }.</summary>
    [Parameter(ParameterSetName = Admin)]
    public IDictionary? ValidationData { get; set; }

    /// <summary>What the pool's other triggers are told, as @{ source = 'import' }.</summary>
    [Parameter(ParameterSetName = Admin)]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>Sends more than 50 invitations without asking.</summary>
    [Parameter(ParameterSetName = Admin)]
    public SwitchParameter Force { get; set; }

    private protected override async Task StartUserAsync(string username)
    {
        string? message = MessageAction ?? (Password is null ? null : Suppress);
        bool invites = !string.Equals(message, Suppress, StringComparison.OrdinalIgnoreCase);
        var request = new AdminCreateUserRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            TemporaryPassword = TemporaryPassword is null ? null : SecureText.Reveal(TemporaryPassword),
            MessageAction = message?.ToUpperInvariant(),
            DesiredDeliveryMediums = DesiredDeliveryMediums.Length > 0 ? [.. DesiredDeliveryMediums] : null,
            ForceAliasCreation = ForceAliasCreation ? true : null,
            ValidationData = AttributeValues
                .Of(ValidationData)
                ?.Select(pair => new AttributeType { Name = pair.Key, Value = pair.Value })
                .ToList(),
            ClientMetadata = AttributeValues.Of(ClientMetadata),
        };
        Dictionary<string, string> attributes = AttributeValues.Of(Attribute) ?? [];
        string? password = Password is null ? null : SecureText.Reveal(Password);
        (string region, string[] groups, var client) = (PoolRegion, Group, Client);
        if (
            !ShouldProcess(
                Describe(username),
                message == Resend ? "Send the invitation again"
                    : invites ? "Create and send an invitation"
                    : "Create without an invitation"
            )
        )
            return;
        if (invites && !await MayInviteAsync())
            throw new CognitoException(
                "TooManyInvitations",
                ErrorCategory.LimitsExceeded,
                $"The user was not created: more than {MailsADay} invitations were not wanted.",
                "Give -MessageAction SUPPRESS, or -Force."
            );
        await StartAsync(
            TargetOf(username),
            KeyOf(username),
            async token =>
            {
                if (attributes.Count > 0)
                    request.UserAttributes = await _facts
                        .AttributesAsync(client, request.UserPoolId, attributes, token)
                        .ConfigureAwait(false);
                UserType user = await CreateAsync(client, request, token).ConfigureAwait(false);
                if (password is not null)
                {
                    var set = new AdminSetUserPasswordRequest
                    {
                        UserPoolId = request.UserPoolId,
                        Username = username,
                        Password = password,
                        Permanent = true,
                    };
                    await ThenAsync(
                            "setting the password",
                            () =>
                                PasswordRules.ExplainAsync(
                                    _facts,
                                    client,
                                    request.UserPoolId,
                                    () => client.AdminSetUserPasswordAsync(set, token),
                                    token
                                )
                        )
                        .ConfigureAwait(false);
                    user.UserStatus = UserStatusType.CONFIRMED;
                }

                foreach (string group in groups)
                    await ThenAsync(
                            $"adding to group '{group}'",
                            () =>
                                client.AdminAddUserToGroupAsync(
                                    new()
                                    {
                                        UserPoolId = request.UserPoolId,
                                        Username = username,
                                        GroupName = group,
                                    },
                                    token
                                )
                        )
                        .ConfigureAwait(false);
                return new User(user, request.UserPoolId, region).ToPSObject();
            }
        );
    }

    private Task<UserType> CreateAsync(
        IAmazonCognitoIdentityProvider client,
        AdminCreateUserRequest request,
        CancellationToken cancellationToken
    ) =>
        PasswordRules.ExplainAsync(
            _facts,
            client,
            request.UserPoolId,
            async () =>
            {
                try
                {
                    return (await client.AdminCreateUserAsync(request, cancellationToken).ConfigureAwait(false)).User;
                }
                catch (UsernameExistsException) when (RequestFlight.Current is { IsDoubtful: true })
                {
                    AdminGetUserResponse there = await client
                        .AdminGetUserAsync(new() { UserPoolId = request.UserPoolId, Username = request.Username }, cancellationToken)
                        .ConfigureAwait(false);
                    if (!IsJustCreated(there, request))
                        throw;
                    return new UserType
                    {
                        Username = there.Username,
                        Attributes = there.UserAttributes,
                        Enabled = there.Enabled,
                        UserStatus = there.UserStatus,
                        UserCreateDate = there.UserCreateDate,
                        UserLastModifiedDate = there.UserLastModifiedDate,
                    };
                }
            },
            cancellationToken
        );

    /// <summary>Whether a user is what <paramref name="request"/> made, in an attempt whose answer was lost.</summary>
    private static bool IsJustCreated(AdminGetUserResponse user, AdminCreateUserRequest request) =>
        user.UserCreateDate > DateTime.UtcNow.AddMinutes(-10)
        && user.UserLastModifiedDate - user.UserCreateDate < TimeSpan.FromSeconds(1)
        && (request.UserAttributes ?? []).TrueForAll(asked =>
            user.UserAttributes?.Exists(there => there.Name == asked.Name && there.Value == asked.Value) is true || asked.Value.Length == 0
        );

    /// <summary>Does what comes after the creation; when it fails, the error says that the user is there.</summary>
    private static async Task ThenAsync(string what, Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (Exception exception) when (Errors.IsReportable(exception) && exception is not OperationCanceledException)
        {
            throw Errors.Within(exception, $"The user was created, but {what} failed: ");
        }
    }

    /// <summary>Asks once, when the invitations go beyond what a day allows.</summary>
    private async Task<bool> MayInviteAsync()
    {
        _invitations++;
        if (_mayInvite is null && Math.Max(_invitations, KnownTotal ?? 0) > MailsADay && DesiredDeliveryMediums is not ["SMS"])
        {
            UserPoolType? pool = await _facts.OfAsync(Client, UserPoolId, StopToken);
            _mayInvite = Force || pool?.EmailConfiguration?.EmailSendingAccount == EmailSendingAccountType.DEVELOPER || Ask();
        }

        return _mayInvite ?? true;
    }

    private bool Ask()
    {
        try
        {
            return ShouldContinue(
                $"{UserPoolId} sends with the service's own mail, {MailsADay} e-mails a day at most, and this sends each user an invitation. Go on beyond {MailsADay}? (-MessageAction SUPPRESS sends none.)",
                "More invitations than a day allows"
            );
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            // Nobody is there to answer.
            return false;
        }
    }
}
