using CognitoPS.Output;

namespace CognitoPS;

/// <summary>How many users of a pool have a status.</summary>
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

    /// <summary>Users with it who may sign in.</summary>
    public long Enabled { get; }

    /// <summary>Users with it who are disabled.</summary>
    public long Disabled { get; }

    /// <summary>All users with it.</summary>
    public long Count => Enabled + Disabled;

    /// <summary>The id of the pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {Count}";
}
