using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Secrets;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Creates users in a user pool, and can put them in groups.</summary>
/// <remarks>
/// <para>The service sends each new user an invitation unless -MessageAction SUPPRESS says otherwise, and a pool without an SES sender of
/// its own sends 50 e-mails a day at most: before going beyond that the cmdlet asks.</para>
/// <para>Without a password the service makes one up, which the invitation carries. With -TemporaryPassword the user must change it at the
/// first sign-in; with -Password it stays, the user is CONFIRMED, and no invitation is sent.</para>
/// <para>Piped users and rows of a file bring their attributes along, by the attributes' names; custom ones with or without custom:.
/// What no new user can be given, such as sub and identities, is left out with one warning, and a column that is nobody's attribute is
/// an error. Give -Attribute, and only that counts.</para>
/// <para>A connection that breaks leaves open whether a user was created; the cmdlet asks again, and when it then hears that the user
/// exists and finds them just created with what was asked for, that is a success.</para>
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
/// <example>
/// The users of one pool in another, without invitations; without -WhatIf it is done.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers | New-CognitoUser -UserPoolId eu-west-1_Test -MessageAction SUPPRESS -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed partial class NewCognitoUserCommand : UserCommand
{
    private const string Suppress = "SUPPRESS";
    private const string Resend = "RESEND";

    private readonly PipedUsers _piped = new(BoundSettings.NamesOf(typeof(NewCognitoUserCommand)));
    private InvitationQuota? _quota;

    /// <summary>
    /// Attributes and their values, as @{ email = 'anna@example.com'; department = 'sales' }; custom ones by their bare names. In a
    /// pipeline a script block can make it of each item.
    /// </summary>
    [Parameter(Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttribute")]
    [HashtableOrObject]
    public IDictionary? Attribute { get; set; }

    /// <summary>The password for the first sign-in, as a SecureString or as text. Default: one that the service makes up.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? TemporaryPassword { get; set; }

    /// <summary>A password that stays, as a SecureString or as text. No invitation is sent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? Password { get; set; }

    /// <summary>
    /// SUPPRESS sends no invitation; RESEND sends it again to a user who has not signed in yet. Default: an invitation is sent.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<MessageActionType>))]
    public string? MessageAction { get; set; }

    /// <summary>Sends no invitation: the same as -MessageAction SUPPRESS.</summary>
    [Parameter]
    public SwitchParameter NoInvitation { get; set; }

    /// <summary>How the invitation is sent: EMAIL, SMS or both. Default: the service's, which is SMS.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<DeliveryMediumType>))]
    [Alias("DesiredDeliveryMedium")]
    public string[] DesiredDeliveryMediums { get; set; } = [];

    /// <summary>Groups to put the user in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] Group { get; set; } = [];

    /// <summary>Takes an e-mail address or telephone number that is somebody else's alias over for this user.</summary>
    [Parameter]
    public SwitchParameter ForceAliasCreation { get; set; }

    /// <summary>What the pool's pre-sign-up trigger is told, as @{ source = 'import' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ValidationData { get; set; }

    /// <summary>What the pool's other triggers are told, as @{ source = 'import' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>Sends more than 50 invitations without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override Task StartAsync(string username)
    {
        string? message = MessageAction ?? (Password is null && !NoInvitation ? null : Suppress);
        bool invites = !string.Equals(message, Suppress, StringComparison.OrdinalIgnoreCase);
        string region = PoolRegion;
        IReadOnlyList<string> columns = [];
        var creation = new UserCreation(
            Descriptions,
            new AdminCreateUserRequest
            {
                UserPoolId = UserPoolId,
                Username = username,
                TemporaryPassword = TemporaryPassword is null ? null : SecureText.Reveal(TemporaryPassword),
                MessageAction = message?.ToUpperInvariant(),
                DesiredDeliveryMediums = DesiredDeliveryMediums.Length > 0 ? [.. DesiredDeliveryMediums] : null,
                ForceAliasCreation = ForceAliasCreation ? true : null,
                ValidationData = AttributeValues.ToAttributes(ValidationData),
                ClientMetadata = AttributeValues.Of(ClientMetadata),
            }
        )
        {
            Attributes = Attribute is null
                ? ByParameter.Over(_piped.AttributesOf(InputObject, WriteWarning))
                : ByParameter.Beside(AttributeValues.Checked(Attribute)),
            Password = Password is null ? null : SecureText.Reveal(Password),
            Groups = Group,
        };
        string action =
            message == Resend ? "Send the invitation again"
            : invites ? "Create and send an invitation"
            : "Create without an invitation";
        return ChangeAsync(
            username,
            new UserChange(
                action,
                async (client, token) => new User(await creation.RunAsync(client, token), creation.UserPoolId, region).ToPSObject(columns)
            )
            {
                BeforeSending = async () =>
                {
                    if (invites && DesiredDeliveryMediums is not ["SMS"])
                        await CountInvitationAsync();
                    columns = await UserColumnsAsync();
                },
            }
        );
    }

    private Task CountInvitationAsync()
    {
        _quota ??= new InvitationQuota(Descriptions, KnownTotal ?? 0, Force, question => ShouldContinue(question, InvitationQuota.Caption));
        return _quota.CountAsync(Client, UserPoolId, StopToken);
    }
}
