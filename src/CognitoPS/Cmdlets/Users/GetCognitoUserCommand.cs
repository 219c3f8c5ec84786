using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Jwt;
using CognitoPS.Pipeline;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Gets the users of a user pool: list, search and count users, or find inactive users and duplicates.</summary>
/// <remarks>
/// <para>Without -Username, the cmdlet lists every user in the user pool, 60 per request. Parameters such as -Email and -Status accept
/// values with wildcards. The service filters by one of them, and the cmdlet filters by the others. Matching is case-sensitive, except for
/// -Email and -Status. -Parallel reads the user pool in parallel slices, which is much faster but returns users in no particular
/// order.</para>
/// <para>With -Username, the cmdlet reads each user individually, including MFA settings. Such a read can count the user as active for
/// billing; listing doesn't. A -Username with wildcards lists.</para>
/// <para>-Inactive is only as accurate as the data available: successful authentication events from threat protection, or else the date of
/// the last change. LastActiveSource shows which was used, AuthEvent or Modified.</para>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the cmdlet reads the signed-in user's own profile (GetUser) and
/// needs no AWS credentials.</para>
/// <para>Operations: ListUsers, ListUsersInGroup, AdminGetUser, AdminListUserAuthEvents, DescribeUserPool. -Inactive reads the events of
/// each user who last changed before that time. -Duplicate reads the schema for a custom attribute.</para>
/// </remarks>
/// <example>
/// Find the users whose email address starts with "test".
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Email test*</code>
/// </example>
/// <example>
/// Get the first ten users of each production pool; -First alone counts across all of them.
/// <code>Get-CognitoUserPool *-prod | ForEach-Object { $_ | Get-CognitoUser -First 10 }</code>
/// </example>
/// <example>
/// Find users who share an email address, ignoring case.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Duplicate email -Parallel</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUser", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(User), typeof(UserDuplicate), typeof(UserCount))]
public sealed partial class GetCognitoUserCommand : PoolCommand
{
    private const string AsUser = "AsUser";

    private readonly ReadCost _cost = new();

    private protected override bool IsTakenWhole => Username.Length == 0 && InputObject?.BaseObject is string;

    private protected override object? CurrentTarget => Username.FirstOrDefault() ?? GroupName ?? UserPoolId;

    private protected override Task BeginAsync()
    {
        if (Property is not null)
            throw NotNeeded(nameof(Property), "Leave it out: every user has all attributes. To choose some of them, use Select-Object.");
        if (All)
            throw NotNeeded(nameof(All), "Leave it out: the cmdlet lists all users unless you add -First.");
        Search.Check();
        return Task.CompletedTask;

        static CognitoException NotNeeded(string parameter, string advice) =>
            new("NotNeeded", ErrorCategory.InvalidArgument, $"-{parameter} is not needed.", advice);
    }

    private protected override async Task ProcessAsync()
    {
        SecureString? token = AccessToken ?? (IsGiven(nameof(UserPoolId)) ? null : (InputObject?.BaseObject as SignInSession)?.AccessToken);
        if (token is not null)
            await WriteSignedInAsync(new SignedInUser(token));
        else if (Username.Length == 0 && InputObject?.BaseObject is string piped)
            await TryAsync(piped, () => StartReadAsync(piped));
        else if (Username.Length == 0)
            await ListAsync(null);
        foreach (string name in token is null ? Username : [])
        {
            await TryAsync(
                name,
                () => IsPattern(nameof(Username), name) ? ListAsync(name) : StartReadAsync(NameIn(nameof(Username), name))
            );
        }
    }

    private async Task WriteSignedInAsync(SignedInUser user)
    {
        Search.CheckNamed();
        string region = RegionFor(user.UserPoolId);
        WriteObject(await UserReader.ReadAsync(PublicClientIn(region), user, region, StopToken));
    }

    private async Task StartReadAsync(string name)
    {
        Search.CheckNamed();
        if (!Window.Admits())
            return;
        _cost.Count(this);
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        IReadOnlyList<string> columns = await UserColumnsAsync();
        await StartAsync(name, $"{pool}/{name}", async token => await UserReader.ReadAsync(client, pool, region, name, columns, token));
    }

    private async Task ListAsync(string? username)
    {
        UserQuery query = await Search.QueryAsync(Client, Descriptions, UserPoolId, username, StopToken);
        if (Search.HasConditions)
            WriteVerbose(query.Plan);
        await (
            CountByStatus ? WriteCountsAsync(query)
            : Duplicate is not null ? WriteDuplicatesAsync(query, Duplicate)
            : Inactive is { } duration ? WriteInactiveAsync(query, DateTime.UtcNow - duration)
            : WriteUsersAsync(query)
        );
    }

    private async Task WriteUsersAsync(UserQuery query)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        IReadOnlyList<string> columns = await UserColumnsAsync();
        var pages = query.PagesAsync(Client, Window.Demand(filters: query.LeavesOut), StopToken);
        await WriteListAsync(pages, user => new User(user, pool, region).ToPSObject(columns));
    }

    private async Task WriteCountsAsync(UserQuery query)
    {
        foreach ((string status, long enabled, long disabled) in await UserStatistics.CountsAsync(PagesOf(query)))
            WriteObject(new UserCount(status, enabled, disabled, UserPoolId, PoolRegion));
    }

    private async Task WriteDuplicatesAsync(UserQuery query, string given)
    {
        string attribute = (await Descriptions.NamesAsync(Client, UserPoolId, [given], StopToken))[0];
        foreach ((string value, IReadOnlyList<string> names) in await UserStatistics.DuplicatesAsync(PagesOf(query), attribute))
            WriteObject(new UserDuplicate(attribute, value, names, UserPoolId, PoolRegion));
    }

    private async Task WriteInactiveAsync(UserQuery query, DateTime since)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        IReadOnlyList<string> columns = await UserColumnsAsync();
        var activity = new UserActivity(Client, pool, since, ThrottleLimit);
        int told = 0;
        await WriteListAsync(
            activity.InactiveAsync(PagesOf(query), StopToken),
            found =>
            {
                TellCost();
                return UserReader.ToPSObject(found, pool, region, columns);
            }
        );
        TellCost();
        if (activity.HasNoEvents)
        {
            WriteWarning(
                $"{pool} does not record sign-ins, because threat protection is off. The date of the last change to a user "
                    + "decides who is inactive. "
                    + "Users who sign in but are never changed look inactive."
            );
        }

        void TellCost()
        {
            int asked = activity.Asked;
            _cost.Count(this, asked - told);
            told = asked;
        }
    }

    private IAsyncEnumerable<IReadOnlyList<UserType>> PagesOf(UserQuery query) => query.PagesAsync(Client, default, StopToken);
}
