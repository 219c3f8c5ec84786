using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Jwt;
using CognitoPS.Secrets;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Sets the passwords of users, temporarily or permanently.</summary>
/// <remarks>
/// <para>By default, the password is temporary: the user must change it at the next sign-in, and their status becomes
/// FORCE_CHANGE_PASSWORD. With -Permanent, it becomes CONFIRMED. The user gets no message. If the password doesn't meet the password
/// policy, the error lists its rules.</para>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (ChangePassword) and needs
/// no AWS credentials.</para>
/// <para>Operation: AdminSetUserPassword. Several run at a time, 30 per second by default.</para>
/// </remarks>
/// <example>
/// Set a password that you type at a prompt.
/// <code>Set-CognitoUserPassword -UserPoolId eu-west-1_Customers -Username anna -Password (Read-Host -AsSecureString) -Permanent</code>
/// </example>
/// <example>
/// Set passwords from a file with the columns Username and Password.
/// <code>Import-Csv passwords.csv | Set-CognitoUserPassword -UserPoolId eu-west-1_Customers</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPassword", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class SetCognitoUserPasswordCommand : SelfServiceCommand
{
    /// <inheritdoc cref="EnableCognitoUserCommand.PassThru"/>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The new password, as a SecureString or as text. It must meet the password policy and have at most 256 characters.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    [Alias("NewPassword")]
    public SecureString? Password { get; set; }

    /// <summary>Makes the password permanent, so that the user doesn't have to change it at the next sign-in.</summary>
    [Parameter(ParameterSetName = Admin)]
    [Parameter(ParameterSetName = Piped)]
    public SwitchParameter Permanent { get; set; }

    /// <summary>The user's current password, as a SecureString or as text. Omit it for a user who never had one.</summary>
    [Parameter(ParameterSetName = AsUser)]
    [SecretText]
    public SecureString? PreviousPassword { get; set; }

    // PowerShell offers what stands in a place to every set that may still be meant. Behind a piped user the password stands first,
    // behind a piped pool a name: so that neither ever takes the other's place, both places belong to this set alone.

    /// <summary>The first positional value for piped input: the new password, or a username if the password follows it.</summary>
    [Parameter(Position = 0, ParameterSetName = Piped, DontShow = true)]
    [SecretText]
    public SecureString? NameOrPassword { get; set; }

    /// <summary>The new password, if a user pool is piped and a username precedes it.</summary>
    [Parameter(Position = 1, ParameterSetName = Piped, DontShow = true)]
    [SecretText]
    public SecureString? PasswordAfterName { get; set; }

    /// <inheritdoc cref="UserCommand.Username"/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Admin, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Username]
    [Alias("Identity")]
    public override string[] Username
    {
        get => PasswordAfterName is null ? base.Username : [SecureText.Reveal(NameOrPassword!)];
        set => base.Username = value;
    }

    private string NewPassword => SecureText.Reveal(PasswordAfterName ?? NameOrPassword ?? Password!);

    private string Action =>
        ParameterSetName == AsUser ? "Change the password"
        : Permanent ? "Set a permanent password"
        : "Set a temporary password";

    private protected override Task ProcessAsync() =>
        Password is null && NameOrPassword is null ? throw Missing("new password", nameof(Password))
        : ParameterSetName != AsUser && Username is [] ? throw Missing("user", nameof(Username))
        : base.ProcessAsync();

    private static CognitoException Missing(string what, string parameter) =>
        new($"Missing{parameter}", ErrorCategory.InvalidArgument, $"No {what} was specified.", $"Specify it with -{parameter}.");

    private protected override Task StartAsync(string username)
    {
        var request = new AdminSetUserPasswordRequest
        {
            UserPoolId = UserPoolId,
            Username = username,
            Password = NewPassword,
            Permanent = Permanent.IsPresent,
        };
        return ChangeAsync(
            username,
            UserChange.Of(
                Action,
                (client, token) =>
                    PasswordRules.ExplainAsync(
                        Descriptions,
                        client,
                        request.UserPoolId,
                        () => client.AdminSetUserPasswordAsync(request, token),
                        token
                    ),
                PassThru
            )
        );
    }

    private protected override Task StartAsync(SignedInUser user)
    {
        var request = new ChangePasswordRequest
        {
            AccessToken = user.Text,
            PreviousPassword = PreviousPassword is null ? null : SecureText.Reveal(PreviousPassword),
            ProposedPassword = NewPassword,
        };
        return ChangeAsync(user, UserChange.Of(Action, (client, token) => client.ChangePasswordAsync(request, token), PassThru));
    }
}
