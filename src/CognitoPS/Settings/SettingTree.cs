using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Security.Cryptography;
using Amazon.Runtime.Documents;
using CognitoPS.Pipeline;

namespace CognitoPS.Settings;

/// <summary>Merges, clears and compares objects made of the client's setting classes. Nothing given is ever changed in place but by <see cref="Clear"/>.</summary>
internal static class SettingTree
{
    private const string Mask = "********";
    private const int LongestShown = 200;

    /// <summary>A <typeparamref name="TRequest"/> with every member that <paramref name="described"/> has under the same name.</summary>
    public static TRequest Project<TRequest>(object described) where TRequest : new()
    {
        var request = new TRequest();
        IReadOnlyDictionary<string, PropertyInfo> source = SettingMembers.Of(described.GetType());
        foreach (PropertyInfo member in SettingMembers.Of(typeof(TRequest)).Values)
        {
            if (source.TryGetValue(member.Name, out PropertyInfo? from) && from.PropertyType == member.PropertyType)
                member.SetValue(request, Copy(from.GetValue(described)));
        }

        return request;
    }

    /// <summary><paramref name="current"/> with what <paramref name="change"/> sets: structures member by member, maps key by key, everything else replaced.</summary>
    public static object? Merge(object? current, object? change)
    {
        if (current is Document document && change is Document changed)
            return Documents.Merge(document, changed);
        if (current is IDictionary && change is IDictionary entries)
        {
            var map = (IDictionary)Copy(current)!;
            foreach (DictionaryEntry entry in entries)
                map[entry.Key] = entry.Value;
            return map;
        }

        if (change is null || current is null || current.GetType() != change.GetType() || !SettingMembers.IsStructure(change.GetType()))
            return change ?? current;
        object merged = Copy(current)!;
        foreach (PropertyInfo member in SettingMembers.Of(change.GetType()).Values)
            member.SetValue(merged, Merge(member.GetValue(current), member.GetValue(change)));
        return merged;
    }

    /// <summary>Takes away what stands at <paramref name="path"/>, so that the service's default applies.</summary>
    /// <exception cref="CognitoException">UnknownSetting.</exception>
    public static void Clear(object owner, string path)
    {
        string[] names = path.Split('.');
        object? at = owner;
        for (int i = 0; i < names.Length && at is not null; i++)
        {
            string here = string.Join(".", names.Take(i + 1));
            if ((at is Document document ? document.IsDictionary() ? document.AsDictionary() : null : at as IDictionary) is { } map)
            {
                // Keys of plain maps may have dots of their own.
                string key = map is Dictionary<string, Document> ? names[i] : string.Join(".", names.Skip(i));
                if (!map.Contains(key))
                    throw UnknownKey(map, key, here);
                if (map is Dictionary<string, Document> && i < names.Length - 1)
                {
                    at = map[key];
                    continue;
                }

                map.Remove(key);
                return;
            }

            if (i == names.Length - 1)
            {
                SettingConverter.Assign(at, names[i], null, here);
                return;
            }

            if (!SettingMembers.Of(at.GetType()).TryGetValue(names[i], out PropertyInfo? member))
                SettingConverter.Assign(at, names[i], null, here);
            else
                at = member.GetValue(at);
        }
    }

    /// <summary>What stands at <paramref name="path"/>, or null.</summary>
    public static object? Read(object owner, string path)
    {
        object? at = owner;
        foreach (string name in path.Split('.'))
            at = at is not null && SettingMembers.Of(at.GetType()).TryGetValue(name, out PropertyInfo? member) ? member.GetValue(at) : null;
        return at;
    }

    /// <summary>The members in which two objects of one type differ.</summary>
    public static IReadOnlyList<SettingChange> Compare(object before, object after)
    {
        var changes = new List<SettingChange>();
        Compare(before, after, before.GetType(), "", false, changes);
        return changes;
    }

    /// <summary>A copy in depth.</summary>
    public static object? Copy(object? value)
    {
        switch (value)
        {
            case null:
                return null;
            case Document document:
                return Documents.Copy(document);
            case IList list and not Array:
                var items = (IList)Activator.CreateInstance(list.GetType())!;
                foreach (object? item in list)
                    items.Add(Copy(item));
                return items;
            case IDictionary map:
                var pairs = (IDictionary)Activator.CreateInstance(map.GetType())!;
                foreach (DictionaryEntry pair in map)
                    pairs[pair.Key] = Copy(pair.Value);
                return pairs;
            case not null when SettingMembers.IsStructure(value.GetType()):
                object copy = Activator.CreateInstance(value.GetType())!;
                foreach (PropertyInfo member in SettingMembers.Of(value.GetType()).Values)
                    member.SetValue(copy, Copy(member.GetValue(value)));
                return copy;
            default:
                return value;
        }
    }

    private static void Compare(object? before, object? after, Type type, string path, bool secret, List<SettingChange> changes)
    {
        if (SettingMembers.IsStructure(type))
        {
            foreach (PropertyInfo member in SettingMembers.Of(type).Values)
            {
                Compare(before is null ? null : member.GetValue(before), after is null ? null : member.GetValue(after),
                    member.PropertyType, path.Length == 0 ? member.Name : $"{path}.{member.Name}", SettingMembers.IsSecret(member), changes);
            }
        }
        else if (Entries(before) is { } entries && Entries(after) is { } newEntries)
        {
            foreach (string key in entries.Keys.Cast<string>().Union(newEntries.Keys.Cast<string>()).OrderBy(key => key, StringComparer.Ordinal))
                Compare(entries[key], newEntries[key], typeof(object), $"{path}.{key}", secret || SettingMembers.IsSecretKey(key), changes);
        }
        else if (Text(before, false) != Text(after, false))
        {
            changes.Add(new SettingChange(path, Shown(before, secret), Shown(after, secret)));
        }
    }

    /// <summary>A map's pairs, or those of a document that is an object; none for nothing; null for what has no keys.</summary>
    private static IDictionary? Entries(object? value) => value switch
    {
        Document document => Entries(Documents.Plain(document)),
        IDictionary map => map,
        null => new Dictionary<string, object?>(),
        _ => null,
    };

    private static string? Shown(object? value, bool secret) => secret && !SettingMembers.IsEmpty(value) ? Mask : Shortened(Text(value, true));

    private static string? Shortened(string? text) =>
        text?.Length > LongestShown ? string.Format(CultureInfo.InvariantCulture, "{0}… ({1:N0} characters)", text.Substring(0, LongestShown / 2), text.Length) : text;

    private static CognitoException UnknownKey(IDictionary map, string key, string path) => new("UnknownSetting", ErrorCategory.InvalidArgument, $"'{path}' is not set.",
        map.Count == 0 ? null : $"Did you mean {NearestName.Of(key, map.Keys.Cast<string>())}? There are: {string.Join(", ", map.Keys.Cast<string>())}.");

    private static string Fingerprint(MemoryStream blob)
    {
        using var sha = SHA256.Create();
        return string.Format(CultureInfo.InvariantCulture, "{0:N0} bytes, SHA-256 {1}…", blob.Length, BitConverter.ToString(sha.ComputeHash(blob.ToArray()), 0, 6).Replace("-", "").ToLowerInvariant());
    }

    /// <summary>A value as text, equal just when the values are (unless secrets are masked); null for none.</summary>
    private static string? Text(object? value, bool mask) => value switch
    {
        _ when SettingMembers.IsEmpty(value) => null,
        string text => text,
        bool on => on ? "true" : "false",
        Document document => Text(Documents.Plain(document), mask),
        MemoryStream blob => Fingerprint(blob),
        DateTime date => date.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture),
        IDictionary map => "{" + string.Join(", ", map.Keys.Cast<object>().OrderBy(key => key.ToString(), StringComparer.Ordinal).Select(key => $"{key}: {(mask ? Shown(map[key], SettingMembers.IsSecretKey((string)key)) : Text(map[key], false))}")) + "}",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(item => Text(item, mask))) + "]",
        not null when SettingMembers.IsStructure(value.GetType()) => "{" + string.Join(", ", SettingMembers.Of(value.GetType()).Values
            .Select(member => (member.Name, Value: mask ? Shown(member.GetValue(value), SettingMembers.IsSecret(member)) : Text(member.GetValue(value), false)))
            .Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}: {pair.Value}")) + "}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

/// <summary>One difference between two configurations.</summary>
/// <param name="Path">Where, as Policies.PasswordPolicy.MinimumLength.</param>
/// <param name="Before">The value before, as text; null for none.</param>
/// <param name="After">The value after, as text; null for none.</param>
internal sealed record SettingChange(string Path, string? Before, string? After)
{
    public override string ToString() => $"{Path}: {Before ?? "(none)"} → {After ?? "(none)"}";
}
