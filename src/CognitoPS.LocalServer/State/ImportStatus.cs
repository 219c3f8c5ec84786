namespace CognitoPS.LocalServer.State;

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
