using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The number of users in a user pool with a status.</summary>
[TableView("Status:24", "Enabled:10", "Disabled:10", "Count:10", "UserPoolId")]
public sealed class UserCount
{
    internal UserCount(string status, long enabled, long disabled, string userPoolId, string region)
    {
        Status = status;
        Enabled = enabled;
        Disabled = disabled;
        UserPoolId = userPoolId;
        Region = region;
    }

    /// <summary>The status.</summary>
    public string Status { get; }

    /// <summary>The number of those users who are enabled.</summary>
    public long Enabled { get; }

    /// <summary>The number of those users who are disabled.</summary>
    public long Disabled { get; }

    /// <summary>The number of all users with the status.</summary>
    public long Count => Enabled + Disabled;

    /// <summary>The ID of the user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {Count}";
}
