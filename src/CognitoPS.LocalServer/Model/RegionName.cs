using System.Text.RegularExpressions;

namespace CognitoPS.LocalServer.Model;

/// <summary>What a region is called.</summary>
internal static class RegionName
{
    private static readonly Regex Name = new(@"^[a-z]{2,}(-[a-z]+)+-\d+$", RegexOptions.CultureInvariant);

    /// <summary>The name, where it is one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string Checked(string name) =>
        Name.IsMatch(name ?? "")
            ? name!
            : throw new ArgumentException($"'{name}' is not the name of a region, which looks like eu-west-1.");
}
