using System.Management.Automation;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Accepts a PSCredential, and rejects text, which could be a password, without repeating it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UserCredentialAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData as PSObject)?.BaseObject is string || inputData is string
            ? throw new ArgumentTransformationMetadataException(
                "The text is neither an app client ID nor a credential. Specify -Username and -Password, or -Credential (Get-Credential)."
            )
            : inputData;
}
