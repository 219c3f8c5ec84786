using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Amazon.Runtime.Documents;
using CognitoPS.Errors;
using CognitoPS.Secrets;

namespace CognitoPS.Settings;

/// <summary>Turns what a user writes (hashtables, arrays, objects with the right properties) into the client's setting classes.</summary>
internal static class SettingConverter
{
    /// <summary>Converts <paramref name="value"/> to <paramref name="target"/>.</summary>
    /// <param name="value">What the user gave.</param>
    /// <param name="target">A setting class, list, map, open enumeration or plain type.</param>
    /// <param name="path">Where the value stands, for the error.</param>
    /// <exception cref="CognitoException">UnknownSetting, InvalidSetting, NullInList, NullSetting.</exception>
    public static object? Convert(object? value, Type target, string path)
    {
        object? plain = Unwrap(value);
        target = Nullable.GetUnderlyingType(target) ?? target;
        if (plain is null || target.IsInstanceOfType(plain))
            return plain is IList and not Array ? CheckedList((IList)plain, path) : plain;
        if (target == typeof(Document))
            return DocumentSettings.Of(plain, path);
        if (target == typeof(MemoryStream))
            return new MemoryStream(ToBytes(plain, path));
        if (SettingMembers.IsStructure(target))
            return ToStructure(plain, target, path);
        if (SettingMembers.IsEnumeration(target))
            return Activator.CreateInstance(target, System.Convert.ToString(plain, CultureInfo.InvariantCulture));
        if (target.IsGenericType && target.GetGenericTypeDefinition() == typeof(List<>))
            return ToList(plain, target, path);
        if (target.IsArray)
            return ToArray(ToList(plain, typeof(List<>).MakeGenericType(target.GetElementType()!), path), target);
        if (target.IsGenericType && target.GetGenericTypeDefinition() == typeof(Dictionary<,>))
            return ToMap(plain, target, path);
        if (plain is System.Security.SecureString hidden && target == typeof(string))
            return SecureText.Reveal(hidden);
        if (plain is SwitchParameter on)
            plain = on.IsPresent;
        if (plain is bool flag && target == typeof(string))
            return flag ? "true" : "false";
        // PowerShell would take the text 'false' for true, and make one text of a list or of a hashtable.
        if (target == typeof(bool) && plain is string word)
            return bool.TryParse(word, out bool isOn) ? isOn : throw Invalid(path, plain, target);
        if (target == typeof(string) && plain is IEnumerable and not string)
            throw Invalid(path, plain, target);
        // ConvertFrom-Json makes a date of whatever looks like one.
        if (target == typeof(string) && plain is DateTime date)
            return DateText.Of(date);
        return LanguagePrimitives.TryConvertTo(plain, target, CultureInfo.InvariantCulture, out object? converted)
            ? converted
            : throw Invalid(path, plain, target);
    }

    /// <summary>
    /// What PowerShell has wrapped; an object that has nothing but properties stays. Such an object that was passed on from one job or
    /// session to another may have become text with these properties.
    /// </summary>
    public static object? Unwrap(object? value) =>
        value is not PSObject wrapped
        || wrapped.BaseObject is PSCustomObject
        || wrapped.BaseObject is string && wrapped.TypeNames[0].StartsWith("Deserialized.", StringComparison.Ordinal)
            ? value
            : wrapped.BaseObject;

    /// <summary>The properties of an object that has nothing else.</summary>
    public static IEnumerable<(string Name, object? Value)> PropertiesOf(PSObject custom) =>
        custom
            .Properties.Where(property => property.MemberType == PSMemberTypes.NoteProperty || custom.BaseObject is PSCustomObject)
            .Select(property => (property.Name, (object?)property.Value));

    /// <summary>Sets the member <paramref name="name"/> of <paramref name="owner"/>.</summary>
    /// <exception cref="CognitoException">UnknownSetting, InvalidSetting, NullInList.</exception>
    public static void Assign(object owner, string name, object? value, string path)
    {
        if (!SettingMembers.Of(owner.GetType()).TryGetValue(name, out PropertyInfo? member))
            throw Unknown(owner.GetType(), name, path);
        member.SetValue(owner, Convert(value, member.PropertyType, path));
    }

    private static object ToStructure(object value, Type target, string path)
    {
        object structure = Activator.CreateInstance(target)!;
        if (value is not IDictionary and (string or ValueType or Array) && SettingMembers.Of(target) is { Count: 1 } only)
        {
            Assign(structure, only.Keys.Single(), value, $"{path}.{only.Keys.Single()}");
            return structure;
        }

        foreach ((string key, object? member) in MembersOf(value, target, path))
            Assign(structure, key, member, $"{path}.{key}");
        return structure;
    }

    /// <summary>Whether somebody wrote a hashtable: ConvertFrom-Json makes those of a file of another class.</summary>
    public static bool IsWritten(IDictionary table) => table.GetType() == typeof(Hashtable) || table is OrderedDictionary;

    /// <summary>
    /// What an object brings for a structure. What was read from the service, and perhaps from a file, has every member, and those that
    /// are not set are $null; in a hashtable that somebody wrote, $null is most likely a variable that is not set.
    /// </summary>
    private static IEnumerable<(string Key, object? Value)> MembersOf(object value, Type target, string path)
    {
        if (value is IDictionary table)
        {
            bool isWritten = IsWritten(table);
            return table
                .Keys.Cast<object>()
                .Select(key =>
                    (key.ToString() ?? "", table[key] is null && isWritten ? throw NullAt($"{path}.{key}") : (object?)table[key])
                );
        }

        List<(string, object?)> members =
        [
            .. value is PSObject custom
                ? PropertiesOf(custom)
                : PSObject
                    .AsPSObject(value)
                    .Properties.Where(property => SettingMembers.Of(target).ContainsKey(property.Name))
                    .Select(property => (property.Name, (object?)property.Value)),
        ];
        return members.Count > 0 ? members : throw Invalid(path, value, target);
    }

    private static IList ToList(object value, Type target, string path)
    {
        var list = (IList)Activator.CreateInstance(target)!;
        Type item = target.GetGenericArguments()[0];
        IEnumerable values = value is IEnumerable many and not string and not IDictionary ? many : new[] { value };
        foreach (object? one in values)
            list.Add(Convert(one is null or "" ? throw NullIn(path) : one, item, $"{path}[{list.Count}]"));
        return list;
    }

    /// <summary>Bytes as they are, as base64, or as the numbers that ConvertTo-Json makes of them.</summary>
    private static byte[] ToBytes(object value, string path)
    {
        try
        {
            return value switch
            {
                byte[] bytes => bytes,
                string text => System.Convert.FromBase64String(text),
                IList numbers => [.. numbers.Cast<object>().Select(number => System.Convert.ToByte(number, CultureInfo.InvariantCulture))],
                _ => throw Invalid(path, value, typeof(MemoryStream)),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            throw Invalid(path, value, typeof(MemoryStream));
        }
    }

    private static Array ToArray(IList list, Type target)
    {
        var array = Array.CreateInstance(target.GetElementType()!, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private static IDictionary ToMap(object value, Type target, string path)
    {
        var map = (IDictionary)Activator.CreateInstance(target)!;
        Type item = target.GetGenericArguments()[1];
        IEnumerable<(string Key, object? Value)> pairs = value switch
        {
            IDictionary table => table.Keys.Cast<object>().Select(key => (key.ToString() ?? "", (object?)table[key])),
            PSObject custom => PropertiesOf(custom),
            _ => throw Invalid(path, value, target),
        };
        foreach ((string key, object? one) in pairs)
            map[key] = Convert(one ?? throw NullIn($"{path}.{key}"), item, $"{path}.{key}");
        return map;
    }

    private static IList CheckedList(IList list, string path) => list.Contains(null) ? throw NullIn(path) : list;

    /// <summary>An error for a name that <paramref name="owner"/> has no member of.</summary>
    public static CognitoException Unknown(Type owner, string name, string path)
    {
        IEnumerable<string> known = SettingMembers.Of(owner).Values.Select(member => member.Name);
        return new CognitoException(
            "UnknownSetting",
            ErrorCategory.InvalidArgument,
            $"'{path}' is not a setting.",
            NearestName.Advice(name, known)
        );
    }

    private static CognitoException Invalid(string path, object value, Type target) =>
        new(
            "InvalidSetting",
            ErrorCategory.InvalidArgument,
            $"'{path}' cannot be set to a value of type "
                + $"{value.GetType().Name}{(value is string or ValueType && !path.Contains("Secret") ? $" ('{value}')" : "")}.",
            $"It accepts {Words(target)}."
        );

    public static CognitoException NullIn(string path) =>
        new("NullInList", ErrorCategory.InvalidArgument, $"'{path}' contains $null.", "Remove the empty item.");

    private static CognitoException NullAt(string path) =>
        new(
            "NullSetting",
            ErrorCategory.InvalidArgument,
            $"'{path}' is $null.",
            "To keep the current value, leave the setting out. To reset it to its default, use -Clear."
        );

    private static string Words(Type target) =>
        target switch
        {
            _ when target == typeof(bool) => "$true or $false",
            _ when target == typeof(int) || target == typeof(long) => "a whole number",
            _ when target == typeof(string) => "text",
            _ when target == typeof(DateTime) => "a date",
            _ when target == typeof(MemoryStream) => "bytes, or Base64 text",
            _ when SettingMembers.IsStructure(target) =>
                $"a hashtable with {string.Join(", ", SettingMembers.Of(target).Values.Select(member => member.Name))}",
            _ => "a hashtable or a list",
        };
}
