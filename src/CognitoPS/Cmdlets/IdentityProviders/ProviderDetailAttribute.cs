namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>Marks a parameter that is one key of ProviderDetails.</summary>
/// <param name="key">The key's name in the API.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProviderDetailAttribute(string key) : Attribute
{
    public string Key { get; } = key;

    /// <summary>The maximum size in bytes, if the parameter is the path of a file whose content is sent.</summary>
    public int LargestFile { get; set; }
}
