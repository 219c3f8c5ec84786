using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Internal;
using CognitoPS.Errors;

namespace CognitoPS.Settings;

/// <summary>
/// Merges, clears and compares objects made of the client's setting classes. Nothing given is ever changed in place but by
/// <see cref="Clear"/> and <see cref="Write"/>.
/// </summary>
internal static class SettingTree
{
    /// <summary>What stands for a secret.</summary>
    public const string Mask = "********";

    private const int LongestShown = 160;

    /// <summary>A <typeparamref name="TRequest"/> with every member that <paramref name="described"/> has.</summary>
    /// <param name="described">What the service told.</param>
    /// <param name="renamed">Members whose names differ.</param>
    public static TRequest Project<TRequest>(object described, IReadOnlyList<(string Described, string Requested)> renamed)
        where TRequest : new()
    {
        var request = new TRequest();
        IReadOnlyDictionary<string, PropertyInfo> source = SettingMembers.Of(described.GetType());
        foreach (PropertyInfo member in SettingMembers.Of(typeof(TRequest)).Values)
        {
            string name = renamed.FirstOrDefault(pair => pair.Requested == member.Name).Described ?? member.Name;
            if (source.TryGetValue(name, out PropertyInfo? from) && from.PropertyType == member.PropertyType)
                member.SetValue(request, Copy(from.GetValue(described)));
        }

        DropForbiddenEmpties(request);
        return request;
    }

    /// <summary>
    /// <paramref name="current"/> with what <paramref name="change"/> sets: structures member by member, maps and documents key by key,
    /// everything else replaced.
    /// </summary>
    public static object? Merge(object? current, object? change)
    {
        if (current is Document document && change is Document changed)
            return DocumentSettings.Merge(document, changed);
        if (current is IDictionary && change is IDictionary entries)
        {
            var map = (IDictionary)Copy(current)!;
            foreach (DictionaryEntry entry in entries)
                map[entry.Key] = entry.Value;
            return map;
        }

        if (change is null || current is null || current.GetType() != change.GetType() || !SettingMembers.IsStructure(change.GetType()))
            return Copy(change ?? current);
        object merged = Copy(current)!;
        foreach (PropertyInfo member in SettingMembers.Of(change.GetType()).Values)
            member.SetValue(merged, Merge(member.GetValue(current), member.GetValue(change)));
        return merged;
    }

    /// <summary>
    /// Takes away what stands at <paramref name="path"/>, so that the service's default applies; an entry of a map or of a document is
    /// meant by its key.
    /// </summary>
    /// <exception cref="CognitoException">UnknownSetting.</exception>
    public static void Clear(object owner, string path)
    {
        TypeAt(owner.GetType(), path);
        string[] names = path.Split('.');
        object? at = owner;
        for (int i = 0; i < names.Length && at is not null; i++)
        {
            if (at is Document document)
            {
                DocumentSettings.Remove(document, names.Skip(i).ToList());
                return;
            }

            if (at is IDictionary map)
            {
                // Keys may have dots of their own.
                map.Remove(string.Join(".", names.Skip(i)));
                return;
            }

            PropertyInfo member = SettingMembers.Of(at.GetType())[names[i]];
            if (i == names.Length - 1)
            {
                member.SetValue(at, null);
                return;
            }

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

    /// <summary>Sets what stands at <paramref name="path"/>; structures on the way are made.</summary>
    public static void Write(object owner, string path, object? value)
    {
        object at = owner;
        string[] names = path.Split('.');
        foreach (string name in names.Take(names.Length - 1))
        {
            PropertyInfo member = SettingMembers.Of(at.GetType())[name];
            if (member.GetValue(at) is not { } inner)
                member.SetValue(at, inner = Activator.CreateInstance(member.PropertyType)!);
            at = inner;
        }

        SettingMembers.Of(at.GetType())[names[names.Length - 1]].SetValue(at, value);
    }

    /// <summary>The type of what stands at <paramref name="path"/>.</summary>
    /// <exception cref="CognitoException">UnknownSetting.</exception>
    public static Type TypeAt(Type owner, string path)
    {
        Type at = owner;
        string[] names = path.Split('.');
        for (int i = 0; i < names.Length; i++)
        {
            if (at == typeof(Document))
                return at;
            if (typeof(IDictionary).IsAssignableFrom(at))
                return at.GetGenericArguments()[1];
            if (!SettingMembers.IsStructure(at) || !SettingMembers.Of(at).TryGetValue(names[i], out PropertyInfo? member))
                throw SettingConverter.Unknown(SettingMembers.IsStructure(at) ? at : owner, names[i], string.Join(".", names.Take(i + 1)));
            at = member.PropertyType;
        }

        return at;
    }

    /// <summary>The members in which two objects of one type differ.</summary>
    public static IReadOnlyList<SettingChange> Compare(object before, object after)
    {
        var changes = new List<SettingChange>();
        Compare(before, after, before.GetType(), "", false, changes);
        return changes;
    }

    /// <summary>Whether two settings are the same, empty ones as none.</summary>
    public static bool AreEqual(object? one, object? other) => Text(one, false) == Text(other, false);

    /// <summary>A copy in depth.</summary>
    public static object? Copy(object? value)
    {
        switch (value)
        {
            case null:
                return null;
            case Document document:
                return DocumentSettings.Copy(document);
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

    /// <summary>The service describes as empty what it does not take as empty.</summary>
    private static void DropForbiddenEmpties(object structure)
    {
        foreach (PropertyInfo member in SettingMembers.Of(structure.GetType()).Values)
        {
            object? value = member.GetValue(structure);
            if (
                value is ICollection { Count: 0 } or ""
                && member.GetCustomAttribute<AWSPropertyAttribute>() is { IsMinSet: true, Min: > 0 }
            )
                member.SetValue(structure, null);
            else if (value is not null && SettingMembers.IsStructure(value.GetType()))
                DropForbiddenEmpties(value);
        }
    }

    private static void Compare(object? before, object? after, Type type, string path, bool secret, List<SettingChange> changes)
    {
        if (SettingMembers.IsStructure(type))
        {
            foreach (PropertyInfo member in SettingMembers.Of(type).Values)
            {
                Compare(
                    before is null ? null : member.GetValue(before),
                    after is null ? null : member.GetValue(after),
                    member.PropertyType,
                    path.Length == 0 ? member.Name : $"{path}.{member.Name}",
                    secret || SettingMembers.IsSecret(member),
                    changes
                );
            }
        }
        else if (typeof(IDictionary).IsAssignableFrom(type) || DocumentSettings.IsObject(before) || DocumentSettings.IsObject(after))
        {
            (IDictionary? old, IDictionary? now) = (Entries(before), Entries(after));
            Type item = type.IsGenericType ? type.GetGenericArguments()[1] : typeof(Document);
            foreach (object key in Keys(old).Union(Keys(now)).OrderBy(key => key.ToString(), StringComparer.Ordinal))
                Compare(At(old, key), At(now, key), item, $"{path}.{key}", secret || SettingMembers.IsSecret(key.ToString()!), changes);
        }
        else if (Text(before, false) != Text(after, false))
        {
            changes.Add(
                new SettingChange(path, Shown(before, secret), Shown(after, secret))
                {
                    Edits = secret ? null : Edits(before as IList, after as IList),
                }
            );
        }
    }

    private static IDictionary? Entries(object? value) =>
        value is Document document
            ? document.IsDictionary()
                ? document.AsDictionary()
                : null
            : (IDictionary?)value;

    private static object? At(IDictionary? map, object key) => map?.Contains(key) == true ? map[key] : null;

    private static IEnumerable<object> Keys(IDictionary? map) => map?.Keys.Cast<object>() ?? [];

    /// <summary>What a list gained and lost; null where that is not the whole difference, as when only the order changed.</summary>
    private static string? Edits(IList? before, IList? after)
    {
        if (SettingMembers.IsEmpty(before) || SettingMembers.IsEmpty(after))
            return null;
        List<string?> old = [.. before!.Cast<object?>().Select(item => Text(item, true))],
            now = [.. after!.Cast<object?>().Select(item => Text(item, true))];
        List<string?> added = [.. now.Except(old)],
            removed = [.. old.Except(now)];
        if (!old.Except(removed).SequenceEqual(now.Except(added)) || added.Count + removed.Count == 0)
            return null;
        return string.Join(
            "; ",
            new[] { ("added", added), ("removed", removed) }
                .Where(part => part.Item2.Count > 0)
                .Select(part => $"{part.Item1} {string.Join(", ", part.Item2)}")
        );
    }

    private static string? Shown(object? value, bool secret)
    {
        if (secret && !SettingMembers.IsEmpty(value))
            return Mask;
        string? text = Text(value, true)?.Replace("\r", "").Replace("\n", "\\n");
        return text is { Length: > LongestShown } ? $"{text.Substring(0, LongestShown)}… ({text.Length} characters)" : text;
    }

    /// <summary>A value as text, equal just when the values are (unless secrets are masked); null for none.</summary>
    private static string? Text(object? value, bool mask) =>
        value switch
        {
            _ when SettingMembers.IsEmpty(value) => null,
            string text => text,
            bool on => on ? "true" : "false",
            DateTime date => date.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture),
            MemoryStream bytes => $"{bytes.Length} bytes {Convert.ToBase64String(Hash(bytes)).Substring(0, 8)}",
            Document document => DocumentText(document),
            IDictionary map => "{"
                + string.Join(
                    ", ",
                    map.Keys.Cast<object>()
                        .OrderBy(key => key.ToString(), StringComparer.Ordinal)
                        .Select(key => $"{key}: {(mask && SettingMembers.IsSecret(key.ToString()!) ? Mask : Text(map[key], mask))}")
                )
                + "}",
            IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(item => Text(item, mask))) + "]",
            not null when SettingMembers.IsStructure(value.GetType()) => "{"
                + string.Join(
                    ", ",
                    SettingMembers
                        .Of(value.GetType())
                        .Values.Where(member => !SettingMembers.IsEmpty(member.GetValue(value)))
                        .Select(member =>
                            $"{member.Name}: {(mask && SettingMembers.IsSecret(member) ? Mask : Text(member.GetValue(value), mask))}"
                        )
                )
                + "}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static string DocumentText(Document document) =>
        document switch
        {
            _ when document.IsNull() => "null",
            _ when document.IsBool() => document.AsBool() ? "true" : "false",
            _ when document.IsInt() => document.AsInt().ToString(CultureInfo.InvariantCulture),
            _ when document.IsLong() => document.AsLong().ToString(CultureInfo.InvariantCulture),
            _ when document.IsDouble() => document.AsDouble().ToString("R", CultureInfo.InvariantCulture),
            _ when document.IsString() => document.AsString(),
            _ when document.IsList() => $"[{string.Join(", ", document.AsList().Select(DocumentText))}]",
            _ =>
                $"{{{string.Join(", ", document.AsDictionary().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {DocumentText(pair.Value)}"))}}}",
        };

    private static byte[] Hash(MemoryStream bytes)
    {
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes.ToArray());
    }
}

/// <summary>One difference between two configurations.</summary>
/// <param name="Path">Where, as Policies.PasswordPolicy.MinimumLength.</param>
/// <param name="Before">The value before, as text; null for none.</param>
/// <param name="After">The value after, as text; null for none.</param>
internal sealed record SettingChange(string Path, string? Before, string? After)
{
    /// <summary>For a list: what came and what went, where that says it all.</summary>
    public string? Edits { get; init; }

    public override string ToString() => $"{Path}: {Edits ?? $"{Before ?? "(none)"} → {After ?? "(none)"}"}";
}
