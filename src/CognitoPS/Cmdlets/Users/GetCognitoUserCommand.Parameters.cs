using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Secrets;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

// The parameters: what the cmdlet does with them stands in GetCognitoUserCommand.cs.
public sealed partial class GetCognitoUserCommand
{
    /// <summary>
    /// The user pool: its id (eu-west-1_AbCdEf123), its ARN, or an object of Get-CognitoUserPool. Pools arrive by pipeline too.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public override string UserPoolId
    {
        get => base.UserPoolId;
        set => base.UserPoolId = value ?? "";
    }

    /// <summary>
    /// Reads the user whose access token this is, as that user, without AWS credentials. A session of Connect-CognitoUser arrives by
    /// pipeline too. As a SecureString or as text.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? AccessToken { get; set; }

    /// <summary>What was piped.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The names of the users to read: user name, sub or alias. With wildcards it lists those whose user name is like that, where letter
    /// case counts.
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Username]
    [Alias("Identity")]
    [SupportsWildcards]
    public string[] Username { get; set; } = [];

    /// <summary>
    /// Conditions on any attribute, joined by "and": attribute = "value", attribute ^= "beginning", and their opposites != and !^=. Custom
    /// attributes need no prefix. The service filters by one condition, on username, email, phone_number, name, given_name, family_name,
    /// preferred_username, cognito:user_status, status or sub; the cmdlet filters by the others, and -Verbose shows which. Put a
    /// backslash before a quotation mark in a value.
    /// </summary>
    [Parameter]
    public string? Filter { get; set; }

    /// <summary>
    /// Only users with this status: CONFIRMED, UNCONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED, EXTERNAL_PROVIDER and others.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<UserStatusType>))]
    public string? Status { get; set; }

    /// <summary>Only users who may sign in, or only those who are disabled.</summary>
    [Parameter]
    public bool? Enabled { get; set; }

    /// <summary>Only users with this e-mail address; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Email { get; set; }

    /// <summary>Only users with this telephone number, as +15550100; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? PhoneNumber { get; set; }

    /// <summary>Only users with this full name; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <summary>Only users with this given name; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? GivenName { get; set; }

    /// <summary>Only users with this family name; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? FamilyName { get; set; }

    /// <summary>Only users with this preferred user name; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? PreferredUsername { get; set; }

    /// <summary>Only the user with this sub; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Sub { get; set; }

    /// <summary>Only members of this group.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string? GroupName { get; set; }

    /// <summary>Reads the pool in slices side by side: 16, or as many as -ThrottleLimit says. Users come in no order.</summary>
    [Parameter]
    public SwitchParameter Parallel { get; set; }

    /// <summary>
    /// Only users who have not been active for so long, as 90d, 12h, 4w or a TimeSpan. Adds LastActive and LastActiveSource to each.
    /// </summary>
    [Parameter]
    [Duration]
    public TimeSpan? Inactive { get; set; }

    /// <summary>Groups the users who share the value of this attribute, letter case aside, instead of listing users.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserAttributeNameCompleter))]
    public string? Duplicate { get; set; }

    /// <summary>Counts the users by their status instead of listing them; attributes are not fetched.</summary>
    [Parameter]
    public SwitchParameter CountByStatus { get; set; }

    /// <summary>What other tools ask for more attributes by; here every user has all of them.</summary>
    [Parameter(DontShow = true)]
    [Alias("Properties", "AttributesToGet", "AttributeToGet")]
    public string[]? Property { get; set; }

    /// <summary>What other tools ask for more pages by; here a list always has all.</summary>
    [Parameter(DontShow = true)]
    public SwitchParameter All { get; set; }

    /// <summary>What the parameters look for.</summary>
    private UserSearch Search =>
        new()
        {
            Filter = Filter,
            Enabled = Enabled,
            Values =
            [
                ("cognito:user_status", Status),
                ("email", Email),
                ("phone_number", PhoneNumber),
                ("name", Name),
                ("given_name", GivenName),
                ("family_name", FamilyName),
                ("preferred_username", PreferredUsername),
                ("sub", Sub),
            ],
            GroupName = GroupName,
            Parallel = Parallel,
            AtOnce = IsGiven(nameof(ThrottleLimit)) ? ThrottleLimit : null,
            InactiveFor = Inactive,
            Duplicate = Duplicate,
            CountsByStatus = CountByStatus,
        };
}
