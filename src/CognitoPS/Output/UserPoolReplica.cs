using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A replica of a user pool in one Region.</summary>
[TableView("UserPoolId:24", "RegionName:16", "Role:10", "Status:10", "Arn")]
public sealed class UserPoolReplica
{
    internal UserPoolReplica(UserPoolReplicaType source, string userPoolId, string region)
    {
        UserPoolId = userPoolId;
        Region = region;
        RegionName = source.RegionName;
        Role = source.Role?.Value;
        Status = source.Status?.Value;
        Arn = source.UserPoolArn;
    }

    /// <summary>The pool's ID.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region that answered the request.</summary>
    public string Region { get; }

    /// <summary>The Region of this replica.</summary>
    public string RegionName { get; }

    /// <summary>PRIMARY or SECONDARY.</summary>
    public string? Role { get; }

    /// <summary>CREATING, ACTIVE, INACTIVE or DELETING.</summary>
    public string? Status { get; }

    /// <summary>The ARN of this replica.</summary>
    public string? Arn { get; }

    /// <inheritdoc/>
    public override string ToString() => RegionName;
}
