using System.Management.Automation;
using CognitoPS.Connection;

namespace CognitoPS.Pipeline;

/// <summary>Lets a SecureString parameter take plain text too, for scripts that have nothing else.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? SecureText.Hide(text) : inputData;
}
