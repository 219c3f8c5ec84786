using System.Management.Automation;
using CognitoPS.Errors;

namespace CognitoPS.Settings;

/// <summary>Lets a parameter of one of the client's setting types take a hashtable, or any object with those properties.</summary>
/// <param name="target">The parameter's type; for a list, the list's.</param>
[AttributeUsage(AttributeTargets.Property)]
internal class SettingsAttribute(Type target) : ArgumentTransformationAttribute
{
    /// <summary>What the parameter holds.</summary>
    public Type Target { get; } = target;

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return Convert(engineIntrinsics.SessionState, inputData);
        }
        catch (CognitoException exception)
        {
            throw new ArgumentTransformationMetadataException($"{exception.Message} {exception.Advice}", exception);
        }
    }

    /// <summary>Makes the parameter's value of what was given.</summary>
    /// <param name="session">Where relative paths of files start.</param>
    /// <param name="given">What the user wrote.</param>
    /// <exception cref="CognitoException">The value is not one.</exception>
    private protected virtual object? Convert(SessionState session, object? given) => SettingConverter.Convert(given, Target, Name(Target));

    /// <summary>What the value is called in errors: the parameter's own name is not known here.</summary>
    private static string Name(Type type)
    {
        string name = (type.IsGenericType ? type.GetGenericArguments().Last() : type.GetElementType() ?? type).Name;
        return name.EndsWith("Type", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Type".Length) : name;
    }
}
