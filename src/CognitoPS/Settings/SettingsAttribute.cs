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
            return SettingConverter.Convert(inputData, target, Name(target));
        }
        catch (CognitoException exception)
        {
            throw new ArgumentTransformationMetadataException($"{exception.Message} {exception.Advice}", exception);
        }
    }

    /// <summary>What the value is called in errors: the parameter's own name is not known here.</summary>
    private static string Name(Type type)
    {
        string name = type.IsGenericType ? type.GetGenericArguments().Last().Name : type.Name;
        return name.EndsWith("Type", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Type".Length) : name;
    }
}
