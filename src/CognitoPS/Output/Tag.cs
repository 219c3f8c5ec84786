using CognitoPS.Output;

namespace CognitoPS;

/// <summary>One tag of a user pool.</summary>
[TableView("Key:32", "Value:46", "UserPoolId")]
public sealed class Tag
{
    internal Tag(string key, string value, string resourceArn, string userPoolId, string region)
    {
        Key = key;
        Value = value;
        ResourceArn = resourceArn;
        UserPoolId = userPoolId;
        Region = region;
    }

    /// <summary>The tag's name.</summary>
    public string Key { get; }

    /// <summary>The tag's value.</summary>
    public string Value { get; }

    /// <summary>The ARN of the tagged resource.</summary>
    public string ResourceArn { get; }

    /// <summary>The ID of the tagged user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's Region.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Key}={Value}";
}
