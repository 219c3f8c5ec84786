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

/// <summary>Creates users in a user pool, one by one or from a CSV file, and adds them to groups.</summary>
/// <remarks>
/// <para>The service sends an invitation to each new user unless you specify -NoInvitation. A user pool without its own Amazon SES sender
/// can send up to 50 email messages a day; the cmdlet prompts before exceeding that limit.</para>
/// <para>If you don't supply a password, the service generates one and includes it in the invitation. With -TemporaryPassword, users must
/// change the password at their first sign-in. With -Password, the password is permanent, the user is CONFIRMED, and no invitation is
/// sent.</para>
/// <para>Properties of piped users and columns of a file become attributes by name; custom attributes work with or without the prefix
/// custom:. Values that a new user can't have, such as sub and identities, are left out with one warning. A column that matches no
/// attribute is an error. If you specify -Attribute, only its values are used.</para>
/// <para>If the connection drops, the cmdlet retries. If the user then turns out to exist, was just created and matches the request, it is
/// reported as created. Each error carries the input that failed: with -ErrorVariable failed, $failed.TargetObject returns the rows to
/// correct and pipe in again.</para>
/// <para>Operations: AdminCreateUser, AdminSetUserPassword, AdminAddUserToGroup, DescribeUserPool. Several users are created at a time, 50
/// per second by default. -Password and each group take one more request per user. Custom attributes take one more request in total.</para>
/// </remarks>
/// <example>
/// Create one user with an invitation by email.
/// <code>New-CognitoUser -UserPoolId eu-west-1_Customers -Username anna -Attribute @{ email = 'anna@example.com'; email_verified = $true } -DesiredDeliveryMediums EMAIL</code>
/// </example>
/// <example>
/// Create users from a file with the columns Username, mail and department, without invitations.
/// <code>Import-Csv staff.csv | New-CognitoUser -UserPoolId eu-west-1_Customers -MessageAction SUPPRESS -Attribute { @{ email = $_.mail; department = $_.department } } -Group staff</code>
/// </example>
/// <example>
/// Preview copying the users of one user pool to another without invitations.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers | New-CognitoUser -UserPoolId eu-west-1_Test -MessageAction SUPPRESS -WhatIf</code>
/// </example>
/// <parameter name="Username">The usernames of the new users, or their email addresses or phone numbers if users of the user pool sign in
/// with those. Names and objects with a Username are also accepted from the pipeline.</parameter>
[Cmdlet(VerbsCommon.New, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed partial class NewCognitoUserCommand : UserCommand
{
    private const string Suppress = "SUPPRESS";
    private const string Resend = "RESEND";

    private readonly PipedUsers _piped = new(BoundSettings.NamesOf(typeof(NewCognitoUserCommand)));
    private InvitationQuota? _quota;

    /// <summary>
    /// The attributes, such as @{ email = 'anna@example.com'; department = 'sales' }. Custom attributes need no prefix. In a pipeline, a
    /// script block can build the value from each item.
    /// </summary>
    [Parameter(Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttribute")]
    [HashtableOrObject]
    public IDictionary? Attribute { get; set; }

    /// <summary>The password for the first sign-in, as a SecureString or as text. By default, the service generates one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? TemporaryPassword { get; set; }

    /// <summary>A permanent password, as a SecureString or as text. No invitation is sent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? Password { get; set; }

    /// <summary>
    /// SUPPRESS sends no invitation. RESEND sends it again to a user who hasn't signed in yet. By default, an invitation is sent.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<MessageActionType>))]
    public string? MessageAction { get; set; }

    /// <summary>Sends no invitation, like -MessageAction SUPPRESS.</summary>
    [Parameter]
    public SwitchParameter NoInvitation { get; set; }

    /// <summary>How to send the invitation: EMAIL, SMS or both. Default: SMS, the service default.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<DeliveryMediumType>))]
    [Alias("DesiredDeliveryMedium")]
    public string[] DesiredDeliveryMediums { get; set; } = [];

    /// <summary>The groups to add the user to. In a pipeline, a script block can build the value from each item.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] Group { get; set; } = [];

    /// <summary>Moves an email or phone-number alias from another user to this one.</summary>
    [Parameter]
    public SwitchParameter ForceAliasCreation { get; set; }

    /// <summary>Data passed to the pool's pre sign-up Lambda trigger, such as @{ source = 'import' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ValidationData { get; set; }

    /// <summary>Data passed to the pool's other Lambda triggers, such as @{ source = 'import' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>Sends more than 50 invitations without prompting for confirmation.</summary>
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
