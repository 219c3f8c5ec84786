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
    /// The user pool: its ID (eu-west-1_AbCdEf123), its ARN, or an object from Get-CognitoUserPool. User pools are also accepted from the
    /// pipeline.
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
    /// The access token of a signed-in user, as a SecureString or as text. The cmdlet reads that user's own profile without AWS
    /// credentials. Sessions from Connect-CognitoUser are also accepted from the pipeline.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? AccessToken { get; set; }

    /// <summary>The piped object.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The users to read, by username, sub or alias. A value with wildcards lists the users whose username matches; matching is
    /// case-sensitive.
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Username]
    [Alias("Identity")]
    [SupportsWildcards]
    public string[] Username { get; set; } = [];

    /// <summary>
    /// Conditions on any attribute, joined by "and": attribute = "value", attribute ^= "beginning", and their opposites != and !^=. Custom
    /// attributes need no prefix. The service evaluates one condition on username, email, phone_number, name, given_name, family_name,
    /// preferred_username, cognito:user_status, status or sub. The cmdlet evaluates the others locally; -Verbose shows which. Put a
    /// backslash before a quotation mark in a value.
    /// </summary>
    [Parameter]
    public string? Filter { get; set; }

    /// <summary>
    /// Returns only users with this status, such as CONFIRMED, UNCONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED or EXTERNAL_PROVIDER.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<UserStatusType>))]
    public string? Status { get; set; }

    /// <summary>Returns only enabled users ($true) or only disabled users ($false).</summary>
    [Parameter]
    public bool? Enabled { get; set; }

    /// <summary>Returns only users with this email address. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Email { get; set; }

    /// <summary>Returns only users with this phone number, such as +15550100. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? PhoneNumber { get; set; }

    /// <summary>Returns only users with this full name. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <summary>Returns only users with this given name. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? GivenName { get; set; }

    /// <summary>Returns only users with this family name. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? FamilyName { get; set; }

    /// <summary>Returns only users with this preferred username. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? PreferredUsername { get; set; }

    /// <summary>Returns only the user with this sub. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Sub { get; set; }

    /// <summary>Returns only members of this group.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string? GroupName { get; set; }

    /// <summary>
    /// Reads the user pool in parallel slices: 16, or as many as -ThrottleLimit specifies. Users are returned in no particular order.
    /// </summary>
    [Parameter]
    public SwitchParameter Parallel { get; set; }

    /// <summary>
    /// Returns only users who have been inactive for this long, such as 90d, 12h, 4w or a TimeSpan. A number without a unit means days.
    /// Adds LastActive and LastActiveSource to each user.
    /// </summary>
    [Parameter]
    [Duration]
    public TimeSpan? Inactive { get; set; }

    /// <summary>Finds duplicates: groups the users who share a value of this attribute, ignoring case, instead of listing users.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserAttributeNameCompleter))]
    public string? Duplicate { get; set; }

    /// <summary>Counts users by status instead of listing them. Attributes are not fetched.</summary>
    [Parameter]
    public SwitchParameter CountByStatus { get; set; }

    /// <summary>Not needed: every user is returned with all attributes.</summary>
    [Parameter(DontShow = true)]
    [Alias("Properties", "AttributesToGet", "AttributeToGet")]
    public string[]? Property { get; set; }

    /// <summary>Not needed: lists are always complete.</summary>
    [Parameter(DontShow = true)]
    public SwitchParameter All { get; set; }

    /// <summary>The values that the parameters search for.</summary>
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
