namespace CognitoPS.Local.State;

internal enum ImportStatus
{
    Created,
    Pending,
    InProgress,
    Stopping,
    Expired,
    Stopped,
    Failed,
    Succeeded,
}
