namespace CognitoPS.Settings;

/// <summary>Marks a parameter that is a short cut to a member deeper in the request.</summary>
/// <param name="path">Where the member stands, as Policies.PasswordPolicy.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingPathAttribute(string path) : Attribute
{
    public string Path { get; } = path;
}
