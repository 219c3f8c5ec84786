using CognitoPS.Output;

namespace CognitoPS;

/// <summary>Users of a pool who share the value of an attribute.</summary>
[TableView("Value:36", "Count:8", "Attribute:16", "Username")]
public sealed class UserDuplicate
{
    internal UserDuplicate(string attribute, string value, IReadOnlyList<string> username, string userPoolId, string region)
    {
        Attribute = attribute;
        Value = value;
        Username = Readable.List(username);
        UserPoolId = userPoolId;
        Region = region;
    }

    /// <summary>The attribute.</summary>
    public string Attribute { get; }

    /// <summary>The value, in lower case.</summary>
    public string Value { get; }

    /// <summary>How many users have it.</summary>
    public int Count => Username.Count;

    /// <summary>Those users.</summary>
    public IReadOnlyList<string> Username { get; }

    /// <summary>The id of the pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
