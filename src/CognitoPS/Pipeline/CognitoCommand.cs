using System.Management.Automation;
using CognitoPS.Connection;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that asks as an administrator: with AWS credentials of any kind.</summary>
public abstract class CognitoCommand : CredentialCommand
{
    /// <summary>
    /// Credentials to ask with: a PSCredential with access key and secret key, or an object with a method GetCredentials() as those that
    /// AWS.Tools makes. They are read by value, so that any version of AWS.Tools will do.
    /// </summary>
    [Parameter]
    public object? Credential { get; set; }

    private protected override ConnectionSettings Given => base.Given with { Credential = Credential };
}
