using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Transfer;

public sealed partial class ImportCognitoUserCommand
{
    /// <summary>The path of the file to import. A path that ends with .csv is a CSV file, any other path JSON lines.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped)]
    public string Path { get; set; } = "";

    /// <summary>
    /// The columns of a CSV file, such as @{ Username = 'login'; email = 'Mail'; department = 'Dept' }. Keys are attributes, where custom
    /// attributes need no prefix, and Username, Groups, Enabled, UserStatus and PasswordHash. Other columns are ignored. Default: the names
    /// of the columns.
    /// </summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? Column { get; set; }

    /// <summary>Sends each new user an invitation with a temporary password. By default, no invitation is sent.</summary>
    [Parameter]
    public SwitchParameter SendInvitation { get; set; }

    /// <summary>
    /// Sets a random permanent password that nobody knows for users who were CONFIRMED. They are CONFIRMED again and set a password with a
    /// forgotten-password reset. By default, no password is set, and the status is FORCE_CHANGE_PASSWORD.
    /// </summary>
    [Parameter]
    public SwitchParameter RandomPassword { get; set; }

    /// <summary>Imports with user import jobs of the service, with up to 500,000 users each. Jobs accept password hashes.</summary>
    [Parameter]
    public SwitchParameter ByJob { get; set; }

    /// <summary>The ARN of the IAM role that writes the result of each row to CloudWatch Logs. Requires -ByJob.</summary>
    [Parameter]
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>
    /// The algorithm that the passwords in the file are hashed with: ARGON2ID, BCRYPT, PBKDF2_SHA256 or SCRYPT. Requires -ByJob.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<PasswordHashingAlgorithmType>))]
    public string? PasswordHashingAlgorithm { get; set; }

    /// <summary>Sends more than 50 invitations without prompting for confirmation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
