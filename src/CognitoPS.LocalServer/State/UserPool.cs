using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;

namespace CognitoPS.LocalServer.State;

/// <summary>A user pool with all that is in it. Whoever reads or changes it holds its lock.</summary>
internal sealed class UserPool
{
    private readonly Dictionary<string, User> _usersByName;
    private readonly Dictionary<string, User>? _usersByAlias;

    internal UserPool(string id, string region, long sequence, string name, JsonElement settings, Schema schema, long now)
    {
        Id = id;
        Region = region;
        Sequence = sequence;
        Name = name;
        Settings = settings;
        Schema = schema;
        Created = Modified = now;
        SignInAttributes = settings.Strings("UsernameAttributes");
        AliasAttributes = SignInAttributes.Length > 0 ? SignInAttributes : settings.Strings("AliasAttributes");
        NameComparer = settings.Find("UsernameConfiguration", "CaseSensitive")?.GetBoolean() is false
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal;
        _usersByName = new Dictionary<string, User>(NameComparer);
        _usersByAlias = AliasAttributes.Length > 0 ? new Dictionary<string, User>(NameComparer) : null;
    }

    internal string Id { get; }

    internal string Region { get; }

    internal long Sequence { get; }

    internal string Name { get; set; }

    /// <summary>The settings as DescribeUserPool shows them, without the members that the service itself sets.</summary>
    internal JsonElement Settings { get; set; }

    internal Schema Schema { get; set; }

    internal PoolKeys Keys { get; } = new();

    /// <summary>The part of the id that counts in SRP.</summary>
    internal string SrpName => Id.Substring(Id.IndexOf('_') + 1);

    internal long Created { get; }

    internal long Modified { get; set; }

    internal string? Domain { get; set; }

    internal string? CustomDomain { get; set; }

    private string Partition =>
        Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : Region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    internal string Arn => $"arn:{Partition}:cognito-idp:{Region}:{ServerState.AccountId}:userpool/{Id}";

    /// <summary>UsernameAttributes: people sign in with these, and the service makes up the username.</summary>
    internal string[] SignInAttributes { get; }

    /// <summary>Attributes whose value finds a user: the alias attributes or the username attributes.</summary>
    internal string[] AliasAttributes { get; }

    internal StringComparer NameComparer { get; }

    internal OrderedSet<long, UserPoolClient> Clients { get; } = new(client => client.Sequence);

    internal Dictionary<string, UserPoolClient> ClientsById { get; } = new(StringComparer.Ordinal);

    internal OrderedSet<string, Group> Groups { get; } = new(group => group.Name, StringComparer.Ordinal);

    /// <summary>All users in the order of their sub: a list pages by it, and a slice of subs is a stretch of it.</summary>
    internal OrderedSet<Guid, User> Users { get; } = new(user => user.Sub);

    /// <summary>The scopes of the pool's resource servers, as clients name them.</summary>
    internal HashSet<string> Scopes { get; } = new(StringComparer.Ordinal);

    internal bool HasScope(string scope) => Scopes.Contains(scope);

    internal bool HasIdentityProvider(string name) => name == "COGNITO" || IdentityProviders.Find(name) is not null;

    internal ResourceSet IdentityProviders { get; } = new();

    internal ResourceSet ResourceServers { get; } = new();

    internal ResourceSet Brandings { get; } = new();

    /// <summary>The classic pages' style by client id, or ALL.</summary>
    internal ResourceSet Customizations { get; } = new();

    internal ResourceSet Terms { get; } = new();

    internal List<ImportJob> ImportJobs { get; } = [];

    internal bool IsImporting =>
        ImportJobs.Exists(job => job.Status is ImportStatus.Pending or ImportStatus.InProgress or ImportStatus.Stopping);

    /// <summary>Risk configurations by client id, or ALL.</summary>
    internal ResourceSet RiskConfigurations { get; } = new();

    /// <summary>Replicas by region.</summary>
    internal ResourceSet Replicas { get; } = new();

    /// <summary>Second factors but for SMS: what SetUserPoolMfaConfig sets and UpdateUserPool does not touch.</summary>
    internal JsonElement Mfa { get; set; } = JsonSettings.Empty;

    internal JsonElement? LogConfigurations { get; set; }

    internal JsonElement? SessionConfiguration { get; set; }

    /// <summary>Users by the identity that is linked to them: provider and the user's id there.</summary>
    internal Dictionary<(string Provider, string Id), User> LinkedUsers { get; } = [];

    internal string Tier => Settings.Text("UserPoolTier")!;

    /// <summary>Threat protection: off, or with the mode that it has.</summary>
    internal bool HasThreatProtection => Settings.Text("UserPoolAddOns", "AdvancedSecurityMode") is "AUDIT" or "ENFORCED";

    /// <summary>Throws where the pool has no threat protection.</summary>
    internal void RequireThreatProtection()
    {
        if (!HasThreatProtection)
            throw new ServiceException("UserPoolAddOnNotEnabledException", "Threat protection is not enabled for the user pool.");
    }

    /// <summary>Throws where the pool's tier is none of these.</summary>
    internal void RequireTier(string feature, params string[] tiers)
    {
        if (Array.IndexOf(tiers, Tier) < 0)
            throw new ServiceException(
                "FeatureUnavailableInTierException",
                $"The following feature is not available for the {Tier} pricing tier configured: {feature}"
            );
    }

    /// <summary>A user by username, sub or alias.</summary>
    internal User? FindUser(string name)
    {
        if (_usersByName.TryGetValue(name, out User? user))
            return user;
        if (name.Length == 36 && Guid.TryParseExact(name, "D", out Guid sub) && Users.Get(sub) is { } bySub)
            return bySub;
        return FindByAlias(name);
    }

    internal User? FindByAlias(string value) => _usersByAlias is not null && _usersByAlias.TryGetValue(value, out User? user) ? user : null;

    /// <summary>Whether the text looks like an address or a number that people of this pool sign in by.</summary>
    internal bool HasFormOfAlias(string text) =>
        (IsAlias("email") && text.IndexOf('@') > 0) || (IsAlias("phone_number") && text.StartsWith("+", StringComparison.Ordinal));

    internal bool IsAlias(string attribute) => Array.IndexOf(AliasAttributes, attribute) >= 0;

    /// <summary>
    /// Whether the value of this attribute finds the user. An alias counts once it is verified; a sign-in attribute always does.
    /// </summary>
    internal bool Finds(string attribute, UserAttributes attributes) =>
        IsAlias(attribute) && (SignInAttributes.Length > 0 || attribute == "preferred_username" || attributes.IsVerified(attribute));

    internal void Add(User user)
    {
        Users.Add(user);
        if (user.GivenUsername is not null)
            _usersByName[user.GivenUsername] = user;
        SetAliases(user, user.Attributes, true);
    }

    internal void Remove(User user)
    {
        Users.Remove(user.Sub);
        if (user.GivenUsername is not null)
            _usersByName.Remove(user.GivenUsername);
        SetAliases(user, user.Attributes, false);
        foreach (Group group in user.Groups)
            group.Members.Remove(user.Sub);
        foreach (LinkedIdentity identity in user.SignIn?.Identities ?? [])
            LinkedUsers.Remove((identity.Provider, identity.Id));
    }

    /// <summary>Gives a user other attributes and keeps the aliases in step.</summary>
    internal void SetAttributes(User user, UserAttributes attributes, long now)
    {
        SetAliases(user, user.Attributes, false);
        user.Attributes = attributes;
        user.Modified = now;
        SetAliases(user, attributes, true);
    }

    /// <summary>Another user whom one of these attributes already finds.</summary>
    internal bool AliasTaken(
        UserAttributes attributes,
        User? self,
        [NotNullWhen(true)] out string? attribute,
        [NotNullWhen(true)] out User? owner
    )
    {
        foreach (string alias in AliasAttributes)
        {
            if (attributes[alias] is { } value && Finds(alias, attributes) && FindByAlias(value) is { } other && other != self)
            {
                (attribute, owner) = (alias, other);
                return true;
            }
        }
        (attribute, owner) = (null, null);
        return false;
    }

    private void SetAliases(User user, UserAttributes attributes, bool present)
    {
        foreach (string alias in AliasAttributes)
        {
            if (attributes[alias] is not { } value || !Finds(alias, attributes))
                continue;
            if (present)
                _usersByAlias![value] = user;
            else if (FindByAlias(value) == user)
                _usersByAlias!.Remove(value);
        }
    }
}
