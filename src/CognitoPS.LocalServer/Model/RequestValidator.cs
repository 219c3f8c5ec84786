using System.Text.Json;
using CognitoPS.LocalServer.Errors;

namespace CognitoPS.LocalServer.Model;

/// <summary>Holds a request against the model, as the service does before it looks at anything else.</summary>
internal static class RequestValidator
{
    private const string NotNull = "Member must not be null";

    /// <summary>
    /// Throws InvalidParameterException naming every member that fails, or SerializationException for JSON of the wrong type.
    /// </summary>
    internal static void Check(Structure? input, JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
            throw WrongType(request);
        List<(string Member, string Text)>? failures = null;
        try
        {
            CheckStructure(input, request, "", ref failures);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which is no text.
            throw WrongType(request);
        }
        if (failures is not null)
        {
            string errors = failures.Count == 1 ? "1 validation error" : $"{failures.Count} validation errors";
            IEnumerable<string> texts = failures.OrderBy(failure => failure.Member, StringComparer.Ordinal).Select(failure => failure.Text);
            throw new ServiceException(ServiceException.InvalidParameter, $"{errors} detected: {string.Join("; ", texts)}");
        }
    }

    private static void CheckStructure(
        Structure? structure,
        JsonElement value,
        string prefix,
        ref List<(string Member, string Text)>? failures
    )
    {
        Member[] members = structure?.Members ?? [];
        ulong given = 0;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            int index = Array.FindIndex(members, member => property.NameEquals(member.Name));
            if (index < 0)
                Fail(ref failures, "Value", prefix + property.Name, "Member is not known to this operation");
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                given |= 1UL << index;
                CheckValue(members[index], members[index].Type, property.Value, prefix + members[index].Path, ref failures);
            }
            else if (members[index].IsLoose)
                throw WrongType(property.Value);
        }
        for (int index = 0; index < members.Length; index++)
        {
            if (members[index].Required && (given & (1UL << index)) == 0)
                Fail(ref failures, "Value null", prefix + members[index].Path, NotNull);
        }
    }

    private static void CheckValue(
        Member member,
        ValueType type,
        JsonElement value,
        string path,
        ref List<(string Member, string Text)>? failures
    )
    {
        switch (type.Kind)
        {
            case ValueKind.String:
                CheckString(member, Expect(value, JsonValueKind.String), path, ref failures);
                break;
            case ValueKind.Integer:
                if (Expect(value, JsonValueKind.Number).TryGetInt32(out int number) is false)
                    throw WrongType(value);
                CheckSize(member, type, value, number, "value", path, ref failures);
                break;
            case ValueKind.Boolean:
                if (
                    value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
                    && !(member.IsLoose && value.ValueKind == JsonValueKind.String)
                )
                    throw WrongType(value);
                break;
            case ValueKind.Timestamp:
                Expect(value, JsonValueKind.Number);
                break;
            case ValueKind.Blob:
                if (!Expect(value, JsonValueKind.String).TryGetBytesFromBase64(out byte[]? bytes))
                    throw WrongType(value);
                CheckSize(member, type, value, bytes!.Length, "length", path, ref failures);
                break;
            case ValueKind.List:
                CheckSize(member, type, value, Expect(value, JsonValueKind.Array).GetArrayLength(), "length", path, ref failures);
                CheckItems(member, type, value, path, ref failures);
                break;
            case ValueKind.Map:
                int count = Expect(value, JsonValueKind.Object).EnumerateObject().Count();
                CheckSize(member, type, value, count, "length", path, ref failures);
                foreach (JsonProperty entry in value.EnumerateObject().Where(item => item.Value.ValueKind != JsonValueKind.Null))
                    CheckValue(Item(member, type), type.Item!, entry.Value, $"{path}.{entry.Name}.member", ref failures);
                break;
            case ValueKind.Structure:
                CheckStructure(type.Structure, Expect(value, JsonValueKind.Object), path + ".", ref failures);
                break;
        }
    }

    /// <summary>Structures in a list fail one by one, at their own path; what is simple fails with the whole list.</summary>
    private static void CheckItems(
        Member list,
        ValueType type,
        JsonElement value,
        string path,
        ref List<(string Member, string Text)>? failures
    )
    {
        if (value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null))
            FailItems(list, type, value, path, NotNull, ref failures);
        Member item = Item(list, type);
        int position = 0;
        bool isTooLong = false;
        bool isUnknown = false;
        foreach (JsonElement element in value.EnumerateArray())
        {
            position++;
            if (element.ValueKind == JsonValueKind.Null)
                continue;
            if (type.Item!.Kind != ValueKind.String)
                CheckValue(item, type.Item, element, $"{path}.{position}.member", ref failures);
            else
            {
                string text = Expect(element, JsonValueKind.String).GetString()!;
                isTooLong |= Length(text) > list.ItemMaximum;
                isUnknown |= list.ItemValues is not null && Array.IndexOf(list.ItemValues, text) < 0;
            }
        }
        if (isTooLong)
            FailItems(list, type, value, path, $"Member must have length less than or equal to {list.ItemMaximum}", ref failures);
        if (isUnknown)
            FailItems(list, type, value, path, EnumConstraint(list.ItemValues!), ref failures);
    }

    private static Member Item(Member list, ValueType type) =>
        new(list.Name, type.Item!)
        {
            Maximum = list.ItemMaximum,
            Values = list.ItemValues,
            Sensitive = list.Sensitive,
        };

    private static void CheckString(Member member, JsonElement value, string path, ref List<(string Member, string Text)>? failures)
    {
        string text = value.GetString()!;
        CheckSize(member, member.Type, value, Length(text), "length", path, ref failures);
        if (member.Values is not null && Array.IndexOf(member.Values, text) < 0)
            Fail(ref failures, Shown(member, member.Type, value), path, EnumConstraint(member.Values));
        if (member.Pattern?.Matches(text) is false)
            Fail(
                ref failures,
                Shown(member, member.Type, value),
                path,
                $"Member must satisfy regular expression pattern: {member.Pattern.Text}"
            );
    }

    private static void CheckSize(
        Member member,
        ValueType type,
        JsonElement value,
        long size,
        string what,
        string path,
        ref List<(string Member, string Text)>? failures
    )
    {
        if (size < member.Minimum)
            Fail(ref failures, Shown(member, type, value), path, $"Member must have {what} greater than or equal to {member.Minimum}");
        if (size > member.Maximum)
            Fail(ref failures, Shown(member, type, value), path, $"Member must have {what} less than or equal to {member.Maximum}");
    }

    private static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static string EnumConstraint(string[] values) => $"Member must satisfy enum value set: [{string.Join(", ", values)}]";

    private static string Shown(Member member, ValueType type, JsonElement value) =>
        member.Sensitive ? "Value" : $"Value '{ValueText.Of(type, value)}'";

    private static void FailItems(
        Member list,
        ValueType type,
        JsonElement value,
        string path,
        string constraint,
        ref List<(string Member, string Text)>? failures
    ) => Fail(ref failures, Shown(list, type, value), path, $"Member must satisfy constraint: [{constraint}]");

    private static void Fail(ref List<(string Member, string Text)>? failures, string shown, string path, string constraint) =>
        (failures ??= []).Add((path.Split('.')[0], $"{shown} at '{path}' failed to satisfy constraint: {constraint}"));

    private static JsonElement Expect(JsonElement value, JsonValueKind kind) => value.ValueKind == kind ? value : throw WrongType(value);

    private static ServiceException WrongType(JsonElement value) =>
        new(
            "SerializationException",
            value.ValueKind switch
            {
                JsonValueKind.Object => "Start of structure or map found where not expected.",
                JsonValueKind.Array => "Start of list found where not expected.",
                JsonValueKind.Number => "Unexpected value type in payload",
                _ => $"{value.ValueKind.ToString().ToUpperInvariant()}_VALUE can not be converted to the type that the operation takes.",
            }
        );
}
