namespace CognitoPS.Settings;

/// <summary>Marks a parameter that adds to, or removes from, a list of the request instead of replacing it.</summary>
/// <param name="path">Where the list stands in the request, as CallbackURLs.</param>
/// <param name="adds">Adds, or removes.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ListEditAttribute(string path, bool adds) : Attribute
{
    public string Path { get; } = path;

    public bool Adds { get; } = adds;
}
