using System.Management.Automation;

namespace CognitoPS.Cmdlets.Users;

/// <summary>
/// Accepts a user by name or as any object that has a Username, and rejects other objects before their text becomes a username.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UsernameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData switch
        {
            null => null,
            PSObject { BaseObject: string text } => text,
            PSObject { BaseObject: IEnumerable<string> names } => names.ToArray(),
            IEnumerable<string> names => names.ToArray(),
            PSObject { BaseObject: object[] many } => Array.ConvertAll(many, one => Transform(engineIntrinsics, one)),
            string => inputData,
            PSObject { BaseObject: SignInSession session } => session.Username ?? "",
            SignInSession session => session.Username ?? "",
            object[] many => Array.ConvertAll(many, one => Transform(engineIntrinsics, one)),
            _ when PSObject.AsPSObject(inputData).Properties["Username"]?.Value is { } name => name,
            ValueType => inputData.ToString(),
            _ => throw new ArgumentTransformationMetadataException(
                $"An object of type {PSObject.AsPSObject(inputData).TypeNames[0]} has no Username property."
            ),
        };
}
