using System.Globalization;
using CognitoPS.LocalServer.Errors;

namespace CognitoPS.LocalServer.State;

/// <summary>The attributes of a pool: the standard ones, and custom ones that can be added and never removed.</summary>
internal sealed class Schema
{
    internal const int MaximumCustomAttributes = 50;

    // name, type, length from-to; every one but sub can be changed and may be missing.
    private static readonly SchemaAttribute[] Standard =
    [
        new("sub", "String", false, true, false, "1", "2048", true),
        Text("name"),
        Text("given_name"),
        Text("family_name"),
        Text("middle_name"),
        Text("nickname"),
        Text("preferred_username"),
        Text("profile"),
        Text("picture"),
        Text("website"),
        Text("email"),
        Flag("email_verified"),
        Text("gender"),
        new("birthdate", "String", true, false, false, "10", "10", true),
        Text("zoneinfo"),
        Text("locale"),
        Text("phone_number"),
        Flag("phone_number_verified"),
        Text("address"),
        new("updated_at", "Number", true, false, false, "0", null, true),
    ];

    private readonly Dictionary<string, SchemaAttribute> _byName;
    private readonly List<SchemaAttribute> _attributes;

    internal Schema(Schema? other = null)
    {
        _attributes = [.. other?._attributes ?? (IEnumerable<SchemaAttribute>)Standard];
        _byName = _attributes.ToDictionary(attribute => attribute.Name);
    }

    internal IReadOnlyList<SchemaAttribute> Attributes => _attributes;

    internal int CustomCount => _attributes.Count - Standard.Length;

    internal SchemaAttribute? Find(string name) => _byName.TryGetValue(name, out SchemaAttribute? attribute) ? attribute : null;

    internal void Add(SchemaAttribute attribute)
    {
        _byName.Add(attribute.Name, attribute);
        _attributes.Add(attribute);
    }

    /// <summary>Replaces a standard attribute, which only a new pool can do.</summary>
    internal void Replace(SchemaAttribute attribute)
    {
        _attributes[_attributes.FindIndex(known => known.Name == attribute.Name)] = attribute;
        _byName[attribute.Name] = attribute;
    }

    /// <summary>What is wrong with a value, or null.</summary>
    internal static string? Problem(SchemaAttribute attribute, string value) =>
        attribute.DataType switch
        {
            "Boolean" => UserAttributes.IsTrue(value) || string.Equals(value, "false", StringComparison.OrdinalIgnoreCase)
                ? null
                : "Attribute value must be true or false",
            "DateTime" => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
                ? null
                : "Attribute value must be a date",
            "Number" => NumberProblem(attribute, value),
            _ => value.Length < Bound(attribute.Minimum, 0) || value.Length > Bound(attribute.Maximum, 2048)
                ? "String must be within its length constraints"
                : null,
        };

    /// <summary>The schema's attribute of that name, or an error as the service words it.</summary>
    internal SchemaAttribute Get(string name, bool isNew = false) =>
        Find(name) ?? throw NotConforming(name, "Attribute does not exist in the schema.", isNew);

    /// <summary>An attribute of a new user, or of one who is there, does not fit: the service words the two in different ways.</summary>
    internal static ServiceException NotConforming(string name, string problem, bool isNew = true) =>
        ServiceException.Invalid(isNew ? $"Attributes did not conform to the schema: {name}: {problem}\n" : $"user.{name}: {problem}\n");

    private static string? NumberProblem(SchemaAttribute attribute, string value)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            return "Attribute value must be an integer";
        bool below =
            decimal.TryParse(attribute.Minimum, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal minimum) && number < minimum;
        bool above =
            decimal.TryParse(attribute.Maximum, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal maximum) && number > maximum;
        return below || above ? "Number must be within its value constraints" : null;
    }

    private static int Bound(string? bound, int otherwise) =>
        int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;

    private static SchemaAttribute Text(string name) => new(name, "String", true, false, false, "0", "2048", true);

    private static SchemaAttribute Flag(string name) => new(name, "Boolean", true, false, false, null, null, false);
}
