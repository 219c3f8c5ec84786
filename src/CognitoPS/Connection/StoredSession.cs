using System.Management.Automation;

namespace CognitoPS.Connection;

/// <summary>What AWS.Tools keeps in variables of the session, whichever of its versions made it.</summary>
/// <param name="Credentials">$StoredAWSCredentials.</param>
/// <param name="Region">The name in $StoredAWSRegion.</param>
internal readonly record struct StoredSession(object? Credentials, string? Region)
{
    public static StoredSession Of(SessionState session) =>
        new(
            session.PSVariable.GetValue("StoredAWSCredentials"),
            session.PSVariable.GetValue("StoredAWSRegion") is { } stored
                ? PSObject.AsPSObject(stored).Properties["Region"]?.Value as string ?? stored.ToString()
                : null
        );
}
