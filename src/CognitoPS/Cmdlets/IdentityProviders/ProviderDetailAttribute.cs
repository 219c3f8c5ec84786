namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>Marks a parameter that is one key of ProviderDetails.</summary>
/// <param name="key">The service's name for it.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProviderDetailAttribute(string key) : Attribute
{
    public string Key { get; } = key;

    /// <summary>The parameter names a file whose text is sent; at most so many bytes.</summary>
    public int LargestFile { get; set; }
}
