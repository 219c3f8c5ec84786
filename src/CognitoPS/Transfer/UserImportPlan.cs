using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Paging;
using CognitoPS.Users;

namespace CognitoPS.Transfer;

/// <summary>
/// What the import of a file into a pool comes to: the whole file is read and held against the pool before anything is changed.
/// </summary>
internal sealed class UserImportPlan
{
    private const string External = "EXTERNAL_PROVIDER";
    private const string Confirmed = "CONFIRMED";

    /// <summary>Attributes that the service gives itself.</summary>
    private static readonly string[] OfTheService = ["sub", "identities"];

    private readonly Dictionary<string, string> _fullNames = new(StringComparer.Ordinal);
    private readonly string[] _signInBy;

    private UserImportPlan(UserFile file, UserPoolType? pool) =>
        (File, Pool, _signInBy) = (file, pool, [.. pool?.UsernameAttributes ?? []]);

    public UserFile File { get; }

    /// <summary>The pool's settings; null: they may not be read.</summary>
    public UserPoolType? Pool { get; }

    /// <summary>Whether the pool takes names that differ in case for one; one that was made without a word about it does not.</summary>
    public bool FoldsCase => Pool?.UsernameConfiguration?.CaseSensitive is false;

    /// <summary>How many users the file has.</summary>
    public int Users { get; private set; }

    /// <summary>How many of them could sign in with a password.</summary>
    public int ConfirmedUsers { get; private set; }

    /// <summary>How many of them an identity provider makes at their first sign-in.</summary>
    public int ExternalUsers { get; private set; }

    /// <summary>How many of them come with a password's hash.</summary>
    public int HashedUsers { get; private set; }

    /// <summary>How many of them no import job takes, because neither address nor number is verified.</summary>
    public int UnverifiedUsers { get; private set; }

    /// <summary>Groups that the file names and the pool does not have.</summary>
    public IReadOnlyList<string> NewGroups { get; private set; } = [];

    /// <summary>The pool's identity providers; null: nobody is linked to one.</summary>
    public IReadOnlyCollection<string>? Providers { get; private set; }

    /// <summary>Reads the file and what the pool must have for it.</summary>
    /// <exception cref="CognitoException">InvalidUserFile, UnknownAttribute; both before anything is changed.</exception>
    public static async Task<UserImportPlan> MakeAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        UserFile file,
        CancellationToken cancellationToken
    )
    {
        var pools = new PoolDescriptions();
        UserPoolType? pool = await pools.OfAsync(client, userPoolId, cancellationToken).ConfigureAwait(false);
        var plan = new UserImportPlan(file, pool);
        (List<string> groups, List<string> attributes, bool isLinked) = plan.ReadFile(cancellationToken);
        IReadOnlyList<string> full = await pools.NamesAsync(client, userPoolId, attributes, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < attributes.Count; i++)
            plan._fullNames[attributes[i]] = full[i];
        if (groups.Count > 0)
            plan.NewGroups = [.. groups.Except(await GroupsAsync(client, userPoolId, cancellationToken).ConfigureAwait(false))];
        if (isLinked)
            plan.Providers = await ProvidersAsync(client, userPoolId, cancellationToken).ConfigureAwait(false);
        return plan;
    }

    /// <summary>The users of the file, under the names that they have in the pool.</summary>
    public IEnumerable<UserRecord> Read() => File.Read().Select(user => user with { Username = NameOf(user) });

    /// <summary>The attributes that a user can be given, by their full names.</summary>
    public Dictionary<string, object?> AttributesOf(UserRecord user) =>
        user
            .Attributes.Where(attribute => !OfTheService.Contains(attribute.Key))
            .ToDictionary(attribute => _fullNames[attribute.Key], attribute => (object?)attribute.Value, StringComparer.Ordinal);

    public static bool IsExternal(UserRecord user) => user.Status == External;

    public static bool IsConfirmed(UserRecord user) => user.Status is null or Confirmed;

    /// <summary>A pool whose users sign in by address or number gives them names itself: there the address or number is the name.</summary>
    private string NameOf(UserRecord user)
    {
        foreach (string attribute in _signInBy)
        {
            if (user.Attributes.TryGetValue(attribute, out string? value) && value.Length > 0)
                return value;
        }

        return user.Username;
    }

    private (List<string> Groups, List<string> Attributes, bool IsLinked) ReadFile(CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, (string Name, int Line)>(FoldsCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var groups = new HashSet<string>(StringComparer.Ordinal);
        var attributes = new HashSet<string>(StringComparer.Ordinal);
        bool isLinked = false;
        foreach (UserRecord user in Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (user.Username.Length == 0)
                throw File.Invalid(user.Line, $"The user has no name ({string.Join(", ", [UserFileFields.Username, .. _signInBy])}).");
            if (lines.TryGetValue(user.Username, out (string Name, int Line) other))
                throw File.Invalid(
                    user.Line,
                    other.Name == user.Username
                        ? $"'{user.Username}' is in line {other.Line} too."
                        : $"'{user.Username}' and '{other.Name}' in line {other.Line} are one user to this pool, whatever their case."
                );
            lines[user.Username] = (user.Username, user.Line);
            groups.UnionWith(user.Groups);
            attributes.UnionWith(user.Attributes.Keys.Where(name => !OfTheService.Contains(name)));
            isLinked |= !IsExternal(user) && user.Attributes.ContainsKey("identities");
            Users++;
            ConfirmedUsers += user.Status == Confirmed ? 1 : 0;
            ExternalUsers += IsExternal(user) ? 1 : 0;
            UnverifiedUsers += !IsExternal(user) && !UserImportRows.IsVerified(user.Attributes) ? 1 : 0;
            HashedUsers += user.PasswordHash is null ? 0 : 1;
        }

        if (File.Manifest is { } manifest && manifest.Users != Users)
            throw File.Invalid(Users + 1, $"The manifest counts {manifest.Users:N0} users, but the file has {Users:N0}.");
        return ([.. groups], [.. attributes], isLinked);
    }

    private static async Task<List<string>> GroupsAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        CancellationToken cancellationToken
    )
    {
        var names = new List<string>();
        var request = new ListGroupsRequest { UserPoolId = userPoolId };
        await foreach (
            string name in Pager
                .ItemsAsync(client, ListOperations.Groups, request, group => group.GroupName, cancellationToken)
                .ConfigureAwait(false)
        )
            names.Add(name);
        return names;
    }

    private static async Task<HashSet<string>> ProvidersAsync(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        CancellationToken cancellationToken
    )
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var request = new ListIdentityProvidersRequest { UserPoolId = userPoolId };
        await foreach (
            string name in Pager
                .ItemsAsync(client, ListOperations.IdentityProviders, request, provider => provider.ProviderName, cancellationToken)
                .ConfigureAwait(false)
        )
            names.Add(name);
        return names;
    }
}
