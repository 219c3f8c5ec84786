namespace CognitoPS.LocalServer.State;

/// <summary>The attributes of a user apart from sub. Never changed, only replaced; the names are the schema's own strings.</summary>
internal readonly struct UserAttributes(KeyValuePair<string, string>[] items)
{
    internal static UserAttributes Empty { get; } = new([]);

    internal KeyValuePair<string, string>[] Items { get; } = items;

    internal string? this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, string> item in Items)
            {
                if (string.Equals(item.Key, name, StringComparison.Ordinal))
                    return item.Value;
            }
            return null;
        }
    }

    /// <summary>Whether the user's address or number is verified. The service keeps the case in which that was written.</summary>
    internal bool IsVerified(string contact) => IsTrue(this[contact + "_verified"]);

    internal static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    internal UserAttributes With(string name, string value)
    {
        int index = Array.FindIndex(Items, item => item.Key == name);
        var items = new KeyValuePair<string, string>[index < 0 ? Items.Length + 1 : Items.Length];
        Array.Copy(Items, items, Items.Length);
        items[index < 0 ? Items.Length : index] = new(name, value);
        return new UserAttributes(items);
    }

    /// <summary>With the value that others have for the attribute, or without it as they are.</summary>
    internal UserAttributes Copy(UserAttributes others, string name) => others[name] is { } value ? With(name, value) : Without(name);

    internal UserAttributes Without(string name) => new(Array.FindAll(Items, item => item.Key != name));
}
