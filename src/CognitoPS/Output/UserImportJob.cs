using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A user import job, which imports users from a CSV file.</summary>
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

    /// <summary>The ID of the user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The job's ID.</summary>
    public string JobId { get; }

    /// <summary>The job's name.</summary>
    public string? JobName { get; }

    /// <summary>Created, Pending, InProgress, Stopping, Expired, Stopped, Failed or Succeeded.</summary>
    public string? Status { get; }

    /// <summary>The URL to upload the file to, valid for 15 minutes. Anyone who has the URL can upload a file.</summary>
    public string? PreSignedUrl { get; }

    /// <summary>The IAM role that writes the result of each row to CloudWatch Logs.</summary>
    public string? CloudWatchLogsRoleArn { get; }

    /// <summary>The algorithm that the passwords in the file are hashed with.</summary>
    public string? PasswordHashingAlgorithm { get; }

    /// <summary>The number of users created.</summary>
    public long ImportedUsers { get; }

    /// <summary>The number of rows skipped because the user already exists.</summary>
    public long SkippedUsers { get; }

    /// <summary>The number of rows that failed. The reasons are only recorded in CloudWatch Logs.</summary>
    public long FailedUsers { get; }

    /// <summary>The completion message from the service.</summary>
    public string? CompletionMessage { get; }

    /// <summary>When the job was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the job started, in local time.</summary>
    public Timestamp? Started { get; }

    /// <summary>When the job ended, in local time.</summary>
    public Timestamp? Completed { get; }

    /// <inheritdoc/>
    public override string ToString() => JobId;
}
