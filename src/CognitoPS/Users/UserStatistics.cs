using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Users;

/// <summary>Answers about all users of a list that keep little of each.</summary>
internal static class UserStatistics
{
    /// <summary>Users who share a value of an attribute, letter case aside. Only names and values are kept.</summary>
    public static async Task<IReadOnlyList<(string Value, IReadOnlyList<string> Usernames)>> DuplicatesAsync(
        IAsyncEnumerable<IReadOnlyList<UserType>> pages,
        string attribute
    )
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var shared = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await foreach (IReadOnlyList<UserType> page in pages.ConfigureAwait(false))
        {
            foreach (UserType user in page)
            {
                if (user.Attributes?.Find(candidate => candidate.Name == attribute)?.Value is not { Length: > 0 } value)
                    continue;
                string folded = value.ToLowerInvariant();
                if (shared.TryGetValue(folded, out List<string>? names))
                    names.Add(user.Username);
                else if (first.TryGetValue(folded, out string? other))
                    shared[folded] = [other, user.Username];
                else
                    first[folded] = user.Username;
            }
        }

        return [.. shared.Select(pair => (pair.Key, (IReadOnlyList<string>)pair.Value))];
    }

    /// <summary>How many users have each status, enabled and disabled.</summary>
    public static async Task<IReadOnlyList<(string Status, long Enabled, long Disabled)>> CountsAsync(
        IAsyncEnumerable<IReadOnlyList<UserType>> pages
    )
    {
        var counts = new SortedDictionary<string, (long Enabled, long Disabled)>(StringComparer.Ordinal);
        await foreach (IReadOnlyList<UserType> page in pages.ConfigureAwait(false))
        {
            foreach (UserType user in page)
            {
                string status = user.UserStatus?.Value ?? "UNKNOWN";
                counts.TryGetValue(status, out (long Enabled, long Disabled) count);
                counts[status] = user.Enabled is false ? (count.Enabled, count.Disabled + 1) : (count.Enabled + 1, count.Disabled);
            }
        }

        return [.. counts.Select(pair => (pair.Key, pair.Value.Enabled, pair.Value.Disabled))];
    }
}
