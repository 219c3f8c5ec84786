using System.Management.Automation;

namespace CognitoPS.Connection;

/// <summary>Lets a pool id be given as an ARN or as an object that carries one.</summary>
/// <param name="keepsArn">Leaves an ARN as it is.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UserPoolIdAttribute(bool keepsArn = false) : PositionalIdAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData switch
        {
            PSObject { BaseObject: string text } => OfText(text),
            string text => OfText(text),
            object[] many => Array.ConvertAll(
                many,
                one => Transform(engineIntrinsics, one) is Unlikely text ? $"{text}" : Transform(engineIntrinsics, one)
            ),
            not null when PSObject.AsPSObject(inputData).Properties["UserPoolId"]?.Value is string id => id,
            _ => inputData,
        };

    private object OfText(string text)
    {
        string id = Regions.PoolIdOf(text);
        return Marked(keepsArn ? text : id, Regions.IsPoolId(id));
    }
}
