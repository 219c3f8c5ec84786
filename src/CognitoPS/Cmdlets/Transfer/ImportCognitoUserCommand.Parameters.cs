using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Transfer;

public sealed partial class ImportCognitoUserCommand
{
    /// <summary>The file to import. What ends in .csv is a CSV file, anything else JSON lines.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped)]
    public string Path { get; set; } = "";

    /// <summary>
    /// The columns of a CSV file, as @{ Username = 'login'; email = 'Mail'; department = 'Dept' }: attributes, custom ones by their bare
    /// names, and Username, Groups, Enabled, UserStatus, PasswordHash. Other columns are left out. Default: columns are called after what
    /// they hold.
    /// </summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? Column { get; set; }

    /// <summary>Sends each new user an invitation with a temporary password. Default: none is sent.</summary>
    [Parameter]
    public SwitchParameter SendInvitation { get; set; }

    /// <summary>
    /// Gives users who were CONFIRMED a lasting random password that nobody knows: they are CONFIRMED again, and choose a password as those
    /// do who have forgotten theirs. Default: no password is set, and users are in FORCE_CHANGE_PASSWORD.
    /// </summary>
    [Parameter]
    public SwitchParameter RandomPassword { get; set; }

    /// <summary>Imports by the service's own import jobs, 500,000 users each. They take password hashes.</summary>
    [Parameter]
    public SwitchParameter ByJob { get; set; }

    /// <summary>The role with which jobs write each row's result to CloudWatch Logs, by ARN. Goes with -ByJob.</summary>
    [Parameter]
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>How the passwords in the file are hashed: ARGON2ID, BCRYPT, PBKDF2_SHA256 or SCRYPT. Goes with -ByJob.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<PasswordHashingAlgorithmType>))]
    public string? PasswordHashingAlgorithm { get; set; }

    /// <summary>Sends more than 50 invitations without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
