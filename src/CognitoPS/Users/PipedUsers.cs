using System.Collections;
using System.Management.Automation;

namespace CognitoPS.Users;

/// <summary>What piped users and the rows of a file say of users that are to be created.</summary>
/// <param name="taken">Properties that are parameters' own.</param>
internal sealed class PipedUsers(HashSet<string> taken)
{
    /// <summary>What user objects have and no user can be created with.</summary>
    private static readonly HashSet<string> OfTheService = new(StringComparer.OrdinalIgnoreCase)
    {
        "sub",
        "identities",
        "Status",
        "Enabled",
        "PreferredMfaSetting",
        "UserMFASettingList",
    };

    /// <summary>What user objects say about where and when, and what remoting adds: nobody's attributes.</summary>
    private static readonly HashSet<string> Surroundings = new(StringComparer.OrdinalIgnoreCase)
    {
        "Attributes",
        "Created",
        "Modified",
        "GroupName",
        "LastActive",
        "LastActiveSource",
        "PSComputerName",
        "PSShowComputerName",
        "RunspaceId",
    };

    private bool _hasTold;

    /// <summary>
    /// The attributes to create a user with, by the names that were used; those without a value are not among them. What has a value and
    /// cannot be given to a new user is told once.
    /// </summary>
    /// <param name="piped">A user, a row, or what came out of a file with users; null or a name: there are none.</param>
    /// <param name="warn">Tells it.</param>
    /// <exception cref="Errors.CognitoException">InvalidAttributeValue.</exception>
    public Dictionary<string, object?> AttributesOf(PSObject? piped, Action<string> warn)
    {
        if (piped is not { BaseObject: not (string or ValueType) })
            return [];
        var attributes = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        var leftOut = new List<string>();
        foreach (PSPropertyInfo property in piped.Properties)
        {
            if (!taken.Contains(property.Name) && !Surroundings.Contains(property.Name))
                Add(property.Name, property.Value);
        }

        foreach (KeyValuePair<string, object?> pair in Table(piped.Properties["Attributes"]?.Value))
            Add(pair.Key, pair.Value);
        if (leftOut.Count > 0 && !_hasTold)
        {
            _hasTold = true;
            warn($"These properties are ignored, because a new user cannot have them: {string.Join(", ", leftOut.Distinct())}.");
        }

        return AttributeValues.Checked(attributes)!;

        void Add(string name, object? value)
        {
            object? plain = Unwrapped(value);
            if (plain is null or "" or ICollection { Count: 0 })
                return;
            if (OfTheService.Contains(name))
                leftOut.Add(OfTheService.First(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)));
            else
                attributes[AttributeNames.StandardOf(name) ?? name] = plain;
        }
    }

    private static object? Unwrapped(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>Attributes as a user object has them, as JSON gives them back, or as a hashtable.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> Table(object? value) =>
        Unwrapped(value) switch
        {
            IReadOnlyDictionary<string, string> texts => texts.Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value)),
            IDictionary table => table.Keys.Cast<object>().Select(key => new KeyValuePair<string, object?>($"{key}", table[key])),
            PSObject custom => custom.Properties.Select(property => new KeyValuePair<string, object?>(property.Name, property.Value)),
            _ => [],
        };
}
