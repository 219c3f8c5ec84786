namespace CognitoPS.Settings;

/// <summary>A parameter's value that is more than the one member of its name.</summary>
internal interface ISettingValue
{
    /// <summary>Sets the member, and what goes with it.</summary>
    void ApplyTo(object request, string member);
}
