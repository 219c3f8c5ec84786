using System.Management.Automation;

namespace CognitoPS.Connection;

/// <summary>Lets a pool id be given as an ARN or as an object that carries one.</summary>
/// <param name="keepsArn">Leaves an ARN as it is.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UserPoolIdAttribute(bool keepsArn = false) : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData switch
        {
            PSObject { BaseObject: string text } => keepsArn ? text : Regions.PoolIdOf(text),
            string text => keepsArn ? text : Regions.PoolIdOf(text),
            object[] many => Array.ConvertAll(many, one => Transform(engineIntrinsics, one)),
            not null when PSObject.AsPSObject(inputData).Properties["UserPoolId"]?.Value is string id => id,
            _ => inputData,
        };
}
