using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A group of users in a user pool.</summary>
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

    /// <summary>The ID of the user pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The user that the group was returned for, if you requested a user's groups.</summary>
    public string? Username { get; }

    /// <summary>The description.</summary>
    public string? Description { get; }

    /// <summary>The ARN of the IAM role for members of the group.</summary>
    public string? RoleArn { get; }

    /// <summary>The precedence. If a user belongs to several groups, the role of the group with the lowest number applies.</summary>
    public int? Precedence { get; }

    /// <summary>When the group was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the group was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => GroupName;
}
