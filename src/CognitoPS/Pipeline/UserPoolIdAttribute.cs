using System.Management.Automation;
using CognitoPS.Connection;

namespace CognitoPS.Pipeline;

/// <summary>Lets a pool id be given as an ARN or as an object that carries one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UserPoolIdAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData switch
        {
            PSObject { BaseObject: string text } => Regions.PoolIdOf(text),
            string text => Regions.PoolIdOf(text),
            object[] many => Array.ConvertAll(many, one => Transform(engineIntrinsics, one)),
            not null when PSObject.AsPSObject(inputData).Properties["UserPoolId"]?.Value is string id => id,
            _ => inputData,
        };
}
