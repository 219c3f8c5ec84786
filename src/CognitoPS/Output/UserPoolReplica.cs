using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A user pool's copy in one region.</summary>
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

    /// <summary>The pool's id.</summary>
    public string UserPoolId { get; }

    /// <summary>The region that was asked.</summary>
    public string Region { get; }

    /// <summary>The region of this copy.</summary>
    public string RegionName { get; }

    /// <summary>PRIMARY or SECONDARY.</summary>
    public string? Role { get; }

    /// <summary>CREATING, ACTIVE, INACTIVE or DELETING.</summary>
    public string? Status { get; }

    /// <summary>The ARN of this copy.</summary>
    public string? Arn { get; }

    /// <inheritdoc/>
    public override string ToString() => RegionName;
}
