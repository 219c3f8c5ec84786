using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Report;

/// <summary>What a report says about a pool's users: counts only, so that memory does not grow with them.</summary>
internal sealed class UserTotals
{
    private readonly SortedDictionary<string, long> _statuses = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateTime, long> _created = [];
    private readonly SortedDictionary<DateTime, long> _modified = [];

    public long Count { get; private set; }

    public long Disabled { get; private set; }

    public long WithEmail { get; private set; }

    public long EmailVerified { get; private set; }

    public long WithPhone { get; private set; }

    public long PhoneVerified { get; private set; }

    /// <summary>Users of identity providers.</summary>
    public long External { get; private set; }

    public IReadOnlyDictionary<string, long> Statuses => _statuses;

    /// <summary>Users by the month in which they were created, in UTC.</summary>
    public IReadOnlyDictionary<DateTime, long> Created => _created;

    /// <summary>Users by the month in which they were last changed, in UTC.</summary>
    public IReadOnlyDictionary<DateTime, long> Modified => _modified;

    public void Add(UserType user)
    {
        Count++;
        Disabled += user.Enabled is false ? 1 : 0;
        string status = user.UserStatus?.Value ?? "UNKNOWN";
        Increase(_statuses, status);
        External += status == "EXTERNAL_PROVIDER" ? 1 : 0;
        if (MonthOf(user.UserCreateDate) is { } created)
            Increase(_created, created);
        if (MonthOf(user.UserLastModifiedDate) is { } modified)
            Increase(_modified, modified);
        bool hasEmail = false;
        bool hasPhone = false;
        foreach (AttributeType attribute in user.Attributes ?? [])
        {
            switch (attribute.Name)
            {
                case "email":
                    hasEmail = attribute.Value is { Length: > 0 };
                    break;
                case "phone_number":
                    hasPhone = attribute.Value is { Length: > 0 };
                    break;
                case "email_verified":
                    EmailVerified += IsTrue(attribute) ? 1 : 0;
                    break;
                case "phone_number_verified":
                    PhoneVerified += IsTrue(attribute) ? 1 : 0;
                    break;
            }
        }

        WithEmail += hasEmail ? 1 : 0;
        WithPhone += hasPhone ? 1 : 0;
    }

    private static bool IsTrue(AttributeType attribute) => string.Equals(attribute.Value, "true", StringComparison.OrdinalIgnoreCase);

    private static DateTime? MonthOf(DateTime? date) =>
        date?.ToUniversalTime() is { } utc ? new DateTime(utc.Year, utc.Month, 1, 0, 0, 0, DateTimeKind.Utc) : null;

    private static void Increase<TKey>(SortedDictionary<TKey, long> counts, TKey key)
        where TKey : notnull
    {
        counts.TryGetValue(key, out long count);
        counts[key] = count + 1;
    }
}
