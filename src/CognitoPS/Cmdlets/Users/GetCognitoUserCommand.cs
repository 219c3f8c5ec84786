using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.SignIn;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>
/// Lists the users of a user pool, reads users by name, and answers who is inactive, who shares an address, and how many there are.
/// </summary>
/// <remarks>
/// <para>Without -Username it lists every user of the pool, 60 a request. -Email, -Status and the like take plain values with wildcards;
/// the service filters by one of them and the module by the others; letter case counts, but for e-mail addresses and -Status. With
/// -Parallel the pool is read in slices side by side, much quicker and in no order.</para>
/// <para>With -Username users are read one by one, with their MFA settings, which may count them as active on the bill; listing does not. A
/// -Username with wildcards lists.</para>
/// <para>-Inactive is as good as what is known: successful events of threat protection where there are any, the date of the last change
/// otherwise. LastActiveSource says which: AuthEvent or Modified.</para>
/// <para>With -AccessToken, or a piped session of Connect-CognitoUser, the user reads himself, without AWS credentials: GetUser.</para>
/// <para>Operations: ListUsers, ListUsersInGroup, AdminGetUser, AdminListUserAuthEvents, DescribeUserPool. -Inactive reads the events of
/// each user older than that; -Duplicate of a custom attribute reads the schema.</para>
/// </remarks>
/// <example>
/// The users whose e-mail address begins with "test".
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Email test*</code>
/// </example>
/// <example>
/// The first ten users of each production pool; -First alone counts over all of them.
/// <code>Get-CognitoUserPool *-prod | ForEach-Object { $_ | Get-CognitoUser -First 10 }</code>
/// </example>
/// <example>
/// Who shares an e-mail address, letter case aside.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Duplicate email -Parallel</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUser", DefaultParameterSetName = List, SupportsPaging = true)]
[OutputType(typeof(User), typeof(UserDuplicate), typeof(UserCount))]
public sealed class GetCognitoUserCommand : BulkCommand
{
    private const string List = "List";
    private const int SlicesAtOnce = 16;

    private const string AsUser = "AsUser";

    private readonly ReadCost _cost = new();

    /// <summary>
    /// The user pool: its id (eu-west-1_AbCdEf123), its ARN, or an object of Get-CognitoUserPool. Pools arrive by pipeline too.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
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
    [Parameter(Position = 1, ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    public string[] Username { get; set; } = [];

    /// <summary>
    /// One condition that the service filters by: attribute = "value" or attribute ^= "beginning". Attributes: username, email,
    /// phone_number, name, given_name, family_name, preferred_username, cognito:user_status, status, sub. A quote in a value is written \".
    /// </summary>
    [Parameter(ParameterSetName = List)]
    public string? Filter { get; set; }

    /// <summary>
    /// Only users with this status: CONFIRMED, UNCONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED, EXTERNAL_PROVIDER and others.
    /// </summary>
    [Parameter(ParameterSetName = List)]
    [ArgumentCompleter(typeof(EnumCompleter<UserStatusType>))]
    public string? Status { get; set; }

    /// <summary>Only users who may sign in, or only those who are disabled.</summary>
    [Parameter(ParameterSetName = List)]
    public bool? Enabled { get; set; }

    /// <summary>Only users with this e-mail address; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = List)]
    [SupportsWildcards]
    public string? Email { get; set; }

    /// <summary>Only users with this telephone number, as +15550100; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = List)]
    [SupportsWildcards]
    public string? PhoneNumber { get; set; }

    /// <summary>Only users with this full name; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = List)]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <summary>Only users with this given name; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = List)]
    [SupportsWildcards]
    public string? GivenName { get; set; }

    /// <summary>Only users with this family name; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = List)]
    [SupportsWildcards]
    public string? FamilyName { get; set; }

    /// <summary>Only users with this preferred user name; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = List)]
    [SupportsWildcards]
    public string? PreferredUsername { get; set; }

    /// <summary>Only the user with this sub; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = List)]
    [SupportsWildcards]
    public string? Sub { get; set; }

    /// <summary>Only members of this group.</summary>
    [Parameter(ParameterSetName = List, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string? GroupName { get; set; }

    /// <summary>Reads the pool in slices side by side: 16, or as many as -ThrottleLimit says. Users come in no order.</summary>
    [Parameter(ParameterSetName = List)]
    public SwitchParameter Parallel { get; set; }

    /// <summary>
    /// Only users who have not been active for so long, as 90d, 12h, 4w or a TimeSpan. Adds LastActive and LastActiveSource to each.
    /// </summary>
    [Parameter(ParameterSetName = List)]
    [Duration]
    public TimeSpan? Inactive { get; set; }

    /// <summary>Groups the users who share the value of this attribute, letter case aside, instead of listing users.</summary>
    [Parameter(ParameterSetName = List)]
    [ArgumentCompleter(typeof(UserAttributeNameCompleter))]
    public string? Duplicate { get; set; }

    /// <summary>Counts the users by their status instead of listing them; attributes are not fetched.</summary>
    [Parameter(ParameterSetName = List)]
    public SwitchParameter CountByStatus { get; set; }

    private protected override object? CurrentTarget => Username.FirstOrDefault() ?? GroupName ?? UserPoolId;

    private protected override Task BeginAsync()
    {
        if ((Duplicate is not null ? 1 : 0) + (CountByStatus ? 1 : 0) + (Inactive is not null ? 1 : 0) > 1)
            throw Conflict("-Duplicate, -CountByStatus and -Inactive are questions of their own.");
        if (Parallel && GroupName is not null)
            throw Conflict("A group's members cannot be read with -Parallel.");
        return Task.CompletedTask;
    }

    private protected override async Task ProcessAsync()
    {
        if (
            (AccessToken ?? (IsGiven(nameof(UserPoolId)) ? null : (InputObject?.BaseObject as SignInSession)?.AccessToken)) is
            { } accessToken
        )
        {
            var user = new OwnUser(accessToken);
            string region = RegionFor(user.UserPoolId);
            WriteObject(await UserChangeCommand.ReadOwnAsync(PublicClientIn(region), user, region, StopToken));
            return;
        }

        if (Username.Length == 0 && InputObject?.BaseObject is string piped)
            await TryAsync(piped, () => StartReadAsync(piped));
        else if (Username.Length == 0)
            await ListAsync(Conditions());
        foreach (string name in Username)
        {
            await TryAsync(
                name,
                () =>
                    IsPattern(nameof(Username), name)
                        ? ListAsync([.. Conditions(), UserCondition.Like("username", name)])
                        : StartReadAsync(NameIn(nameof(Username), name))
            );
        }
    }

    private Task StartReadAsync(string name)
    {
        if (Conditions().Count > 0 || Parallel || Inactive is not null || Duplicate is not null || CountByStatus)
            throw Conflict("A user who is named is read as he is: leave the conditions out, or put a wildcard in the name.");
        if (!IsAdmitted())
            return Task.CompletedTask;
        _cost.Count(this);
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        return StartAsync(
            name,
            $"{pool}/{name}",
            async token => await UserChangeCommand.ReadAsync(client, pool, region, name, token).ConfigureAwait(false)
        );
    }

    private async Task ListAsync(IReadOnlyList<UserCondition> conditions)
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        var query = new UserQuery(pool, conditions)
        {
            GroupName = GroupName,
            Slices =
                !Parallel ? 0
                : IsGiven(nameof(ThrottleLimit)) ? ThrottleLimit
                : SlicesAtOnce,
            AttributesToGet = CountByStatus && conditions.All(condition => !condition.NeedsAttributes) ? ["sub"] : null,
        };
        if (CountByStatus)
        {
            foreach (
                (string status, long enabled, long disabled) in await UserStatistics.CountsAsync(
                    query.PagesAsync(client, default, StopToken)
                )
            )
                WriteObject(new UserCount(status, enabled, disabled, pool, region));
        }
        else if (Duplicate is not null)
        {
            string attribute = (await new PoolFacts().NamesAsync(client, pool, [Duplicate], StopToken))[0];
            foreach (
                (string value, IReadOnlyList<string> names) in await UserStatistics.DuplicatesAsync(
                    query.PagesAsync(client, default, StopToken),
                    attribute
                )
            )
                WriteObject(new UserDuplicate(attribute, value, names, pool, region));
        }
        else if (Inactive is { } duration)
        {
            await WriteInactiveAsync(query, DateTime.UtcNow - duration);
        }
        else
        {
            await WriteListAsync(
                query.PagesAsync(client, Wanted(filters: query.LeavesOut), StopToken),
                user => new User(user, pool, region).ToPSObject()
            );
        }
    }

    private async Task WriteInactiveAsync(UserQuery query, DateTime since)
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        var activity = new UserActivity(client, pool, since, ThrottleLimit);
        int told = 0;
        await WriteListAsync(
            activity.InactiveAsync(query.PagesAsync(client, default, StopToken), StopToken),
            found =>
            {
                TellCost();
                var user = new User(found.User, pool, region).ToPSObject();
                user.Properties.Add(new PSNoteProperty("LastActive", found.LastActive), preValidated: true);
                user.Properties.Add(new PSNoteProperty("LastActiveSource", found.Source), preValidated: true);
                return user;
            }
        );
        TellCost();
        if (activity.HasNoEvents)
        {
            WriteWarning(
                $"{pool} records no sign-ins (threat protection is off), so the date of a user's last change decides who is inactive. "
                    + "A user who signs in without ever being changed looks inactive."
            );
        }

        void TellCost()
        {
            int asked = activity.Asked;
            _cost.Count(this, asked - told);
            told = asked;
        }
    }

    private List<UserCondition> Conditions()
    {
        var conditions = new List<UserCondition>();
        if (Filter is not null)
            conditions.Add(UserCondition.Parse(Filter));
        if (Enabled is not null)
            conditions.Add(UserCondition.Like("status", Enabled.Value ? "Enabled" : "Disabled"));
        foreach (
            (string attribute, string? value) in (ReadOnlySpan<(string, string?)>)
                [
                    ("cognito:user_status", Status),
                    ("email", Email),
                    ("phone_number", PhoneNumber),
                    ("name", Name),
                    ("given_name", GivenName),
                    ("family_name", FamilyName),
                    ("preferred_username", PreferredUsername),
                    ("sub", Sub),
                ]
        )
        {
            if (value is not null)
                conditions.Add(UserCondition.Like(attribute, value));
        }

        return conditions;
    }

    private static CognitoException Conflict(string message) =>
        new("InvalidCombination", ErrorCategory.InvalidArgument, message, "Run the cmdlet once for each.");
}
