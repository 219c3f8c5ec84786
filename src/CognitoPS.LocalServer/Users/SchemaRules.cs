using System.Globalization;
using System.Text.Json;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Users;

/// <summary>What the attributes of a pool must be.</summary>
internal static class SchemaRules
{
    private const int LongestText = 2048;

    /// <summary>The schema that a CreateUserPool request asks for. Standard attributes in it do not count against its length.</summary>
    internal static Schema Read(JsonElement request)
    {
        Schema schema = new();
        JsonElement[] given = [.. request.Items("Schema")];
        if (given.Count(attribute => schema.Find(NameOf(attribute)) is null) > Schema.MaximumCustomAttributes)
            throw ServiceException.Invalid(
                "1 validation error detected: Value at 'schema' failed to satisfy constraint: "
                    + $"Member must have length less than or equal to {Schema.MaximumCustomAttributes}"
            );
        foreach (JsonElement attribute in given)
        {
            if (schema.Find(NameOf(attribute)) is { } standard)
                schema.Replace(Standard(standard, attribute));
            else
                AddCustom(schema, attribute, isNew: true);
        }
        return schema;
    }

    /// <summary>An attribute that does not say that it can be changed cannot.</summary>
    internal static void AddCustom(Schema schema, JsonElement given, bool isNew)
    {
        bool developer = given.Find("DeveloperOnlyAttribute")?.GetBoolean() is true;
        string name = $"{(developer ? "dev:" : "")}custom:{NameOf(given)}";
        string type =
            given.Text("AttributeDataType")
            ?? throw ServiceException.Invalid("Invalid AttributeDataType input, consider using the provided AttributeDataType enum.");
        if (schema.Find(name) is not null)
            throw ServiceException.Invalid(
                isNew
                    ? $"Duplicate custom attribute names {name} are not allowed in a user pool schema."
                    : $"custom:{NameOf(given)}: Existing attribute already has name {name}."
            );
        if (given.Find("Required")?.GetBoolean() is true)
            throw ServiceException.Invalid("Required custom attributes are not supported currently.");
        if (schema.CustomCount >= Schema.MaximumCustomAttributes)
            throw ServiceException.Invalid($"A user pool has at most {Schema.MaximumCustomAttributes} custom attributes.");
        (string? minimum, string? maximum) = Bounds(given, type, name) ?? default;
        schema.Add(new SchemaAttribute(name, type, IsMutable(given), false, developer, minimum, maximum, type is "String" or "Number"));
    }

    /// <summary>A standard attribute as a new pool wants it. One that is named must say as well that it can be changed.</summary>
    private static SchemaAttribute Standard(SchemaAttribute standard, JsonElement given)
    {
        string type = given.Text("AttributeDataType") ?? standard.DataType;
        if (type != standard.DataType || given.Find("DeveloperOnlyAttribute")?.GetBoolean() is true)
            throw ServiceException.Invalid(
                $"You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute {standard.Name}"
            );
        (string? minimum, string? maximum) = Bounds(given, type, standard.Name) ?? (standard.Minimum, standard.Maximum);
        return standard with
        {
            Mutable = IsMutable(given),
            Required = given.Find("Required")?.GetBoolean() ?? standard.Required,
            Minimum = minimum,
            Maximum = maximum,
        };
    }

    /// <summary>The bounds that are given for the type, or null where there are none.</summary>
    private static (string? Minimum, string? Maximum)? Bounds(JsonElement given, string type, string name)
    {
        bool number = type == "Number";
        if (given.Find(number ? "NumberAttributeConstraints" : "StringAttributeConstraints") is not { } bounds)
            return null;
        string? minimum = bounds.Text(number ? "MinValue" : "MinLength");
        string? maximum = bounds.Text(number ? "MaxValue" : "MaxLength");
        decimal? least = Read(minimum, number ? "MinValue" : "MinLength", number, name);
        decimal? most = Read(maximum, number ? "MaxValue" : "MaxLength", number, name);
        if (!number && (least > LongestText || most > LongestText))
            throw ServiceException.Invalid($"user.{name}: String attributes cannot have a length of more than {LongestText}");
        if (least > most)
            throw ServiceException.Invalid(
                number
                    ? $"Attribute {name} cannot have a max value smaller than it's min value"
                    : $"Attribute {name} cannot have a max length shorter than it's min length"
            );
        return (minimum, maximum);
    }

    private static decimal? Read(string? text, string bound, bool signed, string name)
    {
        NumberStyles style = signed ? NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return string.IsNullOrEmpty(text) ? null
            : decimal.TryParse(text, style, CultureInfo.InvariantCulture, out decimal value) ? value
            : throw ServiceException.Invalid($"Invalid {bound} for schema attribute {name}");
    }

    private static bool IsMutable(JsonElement given) => given.Find("Mutable")?.GetBoolean() is true;

    private static string NameOf(JsonElement given) =>
        given.Text("Name") ?? throw ServiceException.Invalid("Attribute name must be given.");
}
