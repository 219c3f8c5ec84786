using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A summary of a user pool. Pipe it to Get-CognitoUserPool for all of its settings.</summary>
[TableView("Name:28", "UserPoolId:24", "Created")]
public sealed class UserPoolSummary
{
    internal UserPoolSummary(UserPoolDescriptionType source, string region)
    {
        UserPoolId = source.Id;
        Name = source.Name;
        Region = region;
        Status = source.Status?.Value;
        LambdaConfig = SettingObject.Of(source.LambdaConfig);
        ReplicaRegions = Readable.List(source.ReplicaRegions);
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
    }

    /// <summary>The pool's ID.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's name.</summary>
    public string Name { get; }

    /// <summary>The pool's Region.</summary>
    public string Region { get; }

    /// <summary>No longer used by the service.</summary>
    public string? Status { get; }

    /// <summary>The Lambda triggers.</summary>
    public SettingObject? LambdaConfig { get; }

    /// <summary>The Regions that the user pool is replicated to.</summary>
    public IReadOnlyList<string> ReplicaRegions { get; }

    /// <summary>When the pool was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the pool was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <inheritdoc/>
    public override string ToString() => UserPoolId;
}
