using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A group of users.</summary>
[TableView("GroupName:28", "Precedence:10", "UserPoolId:24", "Description")]
public sealed class Group
{
    internal Group(GroupType source, string userPoolId, string region, string? username = null)
    {
        GroupName = source.GroupName;
        UserPoolId = source.UserPoolId ?? userPoolId;
        Region = region;
        Username = username;
        Description = source.Description;
        RoleArn = source.RoleArn;
        Precedence = source.Precedence;
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
    }

    /// <summary>The group's name.</summary>
    public string GroupName { get; }

    /// <summary>The id of the pool it is in.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The user whose group it is, where a user's groups were read.</summary>
    public string? Username { get; }

    /// <summary>What it is for.</summary>
    public string? Description { get; }

    /// <summary>The IAM role of its members, by ARN.</summary>
    public string? RoleArn { get; }

    /// <summary>Which group's role counts for somebody in several: the lowest number's.</summary>
    public int? Precedence { get; }

    /// <summary>When the group was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the group was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => GroupName;
}
