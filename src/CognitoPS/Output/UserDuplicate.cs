using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The users of a user pool who share the value of an attribute.</summary>
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

    /// <summary>The value in lowercase.</summary>
    public string Value { get; }

    /// <summary>The number of users with the value.</summary>
    public int Count => Username.Count;

    /// <summary>The usernames of those users.</summary>
    public IReadOnlyList<string> Username { get; }

    /// <summary>The ID of the user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
