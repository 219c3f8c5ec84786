namespace CognitoPS.Local.Operations;

/// <summary>
/// Where an item stands in a list: by a number and, where that is equal, by its name. It holds whether or not the item is still there.
/// </summary>
internal readonly record struct Place(long Number, string Name = "") : IComparable<Place>
{
    private const char Separator = '/';

    public int CompareTo(Place other) => Number == other.Number ? string.CompareOrdinal(Name, other.Name) : Number.CompareTo(other.Number);

    public override string ToString() => $"{Number.ToString(Invariant)}{Separator}{Name}";

    internal static Place Parse(string text)
    {
        string[] parts = text.Split([Separator], 2);
        return new Place(long.Parse(parts[0], Invariant), parts[1]);
    }
}
