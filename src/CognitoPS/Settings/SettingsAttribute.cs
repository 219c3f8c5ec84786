using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Settings;

/// <summary>Lets a parameter of one of the client's setting types take a hashtable, or any object with those properties.</summary>
/// <param name="target">The parameter's type; for a list, the list's.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingsAttribute(Type target) : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return SettingConverter.Convert(inputData, target, (target.IsGenericType ? target.GetGenericArguments()[0] : target).Name);
        }
        catch (CognitoException exception)
        {
            throw new ArgumentTransformationMetadataException($"{exception.Message} {exception.Advice}", exception);
        }
    }
}
