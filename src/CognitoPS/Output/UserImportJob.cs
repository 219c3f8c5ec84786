using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The import of a file of users into a pool.</summary>
[TableView("JobName:23", "JobId:17", "Status:10", "ImportedUsers:13", "SkippedUsers:12", "FailedUsers:11", "CompletionMessage")]
public sealed class UserImportJob
{
    internal UserImportJob(UserImportJobType source, string userPoolId, string region)
    {
        UserPoolId = source.UserPoolId ?? userPoolId;
        Region = region;
        JobId = source.JobId;
        JobName = source.JobName;
        Status = source.Status?.Value;
        PreSignedUrl = source.PreSignedUrl;
        CloudWatchLogsRoleArn = source.CloudWatchLogsRoleArn;
        PasswordHashingAlgorithm = source.PasswordHashingAlgorithm?.Value;
        ImportedUsers = source.ImportedUsers ?? 0;
        SkippedUsers = source.SkippedUsers ?? 0;
        FailedUsers = source.FailedUsers ?? 0;
        CompletionMessage = source.CompletionMessage;
        Created = Timestamp.Of(source.CreationDate);
        Started = Timestamp.Of(source.StartDate);
        Completed = Timestamp.Of(source.CompletionDate);
    }

    /// <summary>The id of the pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The job's id.</summary>
    public string JobId { get; }

    /// <summary>The job's name.</summary>
    public string? JobName { get; }

    /// <summary>Created, Pending, InProgress, Stopping, Expired, Stopped, Failed or Succeeded.</summary>
    public string? Status { get; }

    /// <summary>Where the file is sent to, valid for 15 minutes. Whoever has it can send a file.</summary>
    public string? PreSignedUrl { get; }

    /// <summary>The role that writes each row's result to CloudWatch Logs.</summary>
    public string? CloudWatchLogsRoleArn { get; }

    /// <summary>How the passwords in the file are hashed.</summary>
    public string? PasswordHashingAlgorithm { get; }

    /// <summary>Users created.</summary>
    public long ImportedUsers { get; }

    /// <summary>Rows left out because the user was there already.</summary>
    public long SkippedUsers { get; }

    /// <summary>Rows that failed; CloudWatch Logs says why.</summary>
    public long FailedUsers { get; }

    /// <summary>What the service says at the end.</summary>
    public string? CompletionMessage { get; }

    /// <summary>When the job was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When it started, in local time.</summary>
    public Timestamp? Started { get; }

    /// <summary>When it ended, in local time.</summary>
    public Timestamp? Completed { get; }

    /// <inheritdoc/>
    public override string ToString() => JobId;
}
