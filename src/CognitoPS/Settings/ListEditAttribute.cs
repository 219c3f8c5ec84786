namespace CognitoPS.Settings;

/// <summary>Marks a parameter that adds to, or removes from, a list of the request instead of replacing it.</summary>
/// <param name="member">The list's path in the request.</param>
/// <param name="adds">Adds, or removes.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ListEditAttribute(string member, bool adds) : Attribute
{
    public string Member { get; } = member;

    public bool Adds { get; } = adds;
}
