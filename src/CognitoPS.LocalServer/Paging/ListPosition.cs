using System.Globalization;

namespace CognitoPS.LocalServer.Paging;

/// <summary>
/// Where an item stands in a list: by a number and, where that is equal, by its name. It holds whether or not the item is still there.
/// </summary>
internal readonly record struct ListPosition(long Number, string Name = "") : IComparable<ListPosition>
{
    private const char Separator = '/';

    public int CompareTo(ListPosition other) =>
        Number == other.Number ? string.CompareOrdinal(Name, other.Name) : Number.CompareTo(other.Number);

    public override string ToString() => $"{Number.ToString(CultureInfo.InvariantCulture)}{Separator}{Name}";

    internal static ListPosition Parse(string text)
    {
        string[] parts = text.Split([Separator], 2);
        return new ListPosition(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }
}
