using System.Globalization;
using System.Text.Json;
using CognitoPS.LocalServer.Errors;

namespace CognitoPS.LocalServer.Model;

/// <summary>Holds a request against the model, as the service does before it looks at anything else.</summary>
internal static class RequestValidator
{
    /// <summary>
    /// Throws InvalidParameterException naming every member that fails, or SerializationException for JSON of the wrong type.
    /// </summary>
    internal static void Check(Structure? input, JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
            throw WrongType(request);
        List<string>? failures = null;
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
            throw new ServiceException(ServiceException.InvalidParameter, $"{errors} detected: {string.Join("; ", failures)}");
        }
    }

    private static void CheckStructure(Structure? structure, JsonElement value, string prefix, ref List<string>? failures)
    {
        Member[] members = structure?.Members ?? [];
        ulong given = 0;
        foreach (JsonProperty property in value.EnumerateObject())
        {
            int index = Array.FindIndex(members, member => property.NameEquals(member.Name));
            if (index < 0)
                Fail(
                    ref failures,
                    $"Value at '{prefix}{property.Name}' failed to satisfy constraint: Member is not known to this operation"
                );
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                given |= 1UL << index;
                CheckValue(members[index], members[index].Type, property.Value, prefix + members[index].Path, ref failures);
            }
        }
        for (int index = 0; index < members.Length; index++)
        {
            if (members[index].Required && (given & (1UL << index)) == 0)
                Fail(ref failures, $"Value null at '{prefix}{members[index].Path}' failed to satisfy constraint: Member must not be null");
        }
    }

    private static void CheckValue(Member member, ValueType type, JsonElement value, string path, ref List<string>? failures)
    {
        switch (type.Kind)
        {
            case ValueKind.String:
                CheckString(member, Expect(value, JsonValueKind.String).GetString()!, path, ref failures);
                break;
            case ValueKind.Integer:
                if (Expect(value, JsonValueKind.Number).TryGetInt32(out int number) is false)
                    throw WrongType(value);
                CheckSize(
                    member,
                    number,
                    "value",
                    member.Sensitive ? null : number.ToString(CultureInfo.InvariantCulture),
                    path,
                    ref failures
                );
                break;
            case ValueKind.Boolean:
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                    throw WrongType(value);
                break;
            case ValueKind.Timestamp:
                Expect(value, JsonValueKind.Number);
                break;
            case ValueKind.Blob:
                if (!Expect(value, JsonValueKind.String).TryGetBytesFromBase64(out byte[]? bytes))
                    throw WrongType(value);
                CheckSize(member, bytes!.Length, "length", null, path, ref failures);
                break;
            case ValueKind.List:
                CheckSize(member, Expect(value, JsonValueKind.Array).GetArrayLength(), "length", null, path, ref failures);
                int position = 0;
                foreach (JsonElement item in value.EnumerateArray())
                    CheckItem(member, type.Item!, item, $"{path}.{++position}.member", ref failures);
                break;
            case ValueKind.Map:
                CheckSize(member, Expect(value, JsonValueKind.Object).EnumerateObject().Count(), "length", null, path, ref failures);
                foreach (JsonProperty entry in value.EnumerateObject().Where(item => item.Value.ValueKind != JsonValueKind.Null))
                    CheckItem(member, type.Item!, entry.Value, $"{path}.{entry.Name}.member", ref failures);
                break;
            case ValueKind.Structure:
                CheckStructure(type.Structure, Expect(value, JsonValueKind.Object), path + ".", ref failures);
                break;
        }
    }

    private static void CheckItem(Member list, ValueType type, JsonElement item, string path, ref List<string>? failures)
    {
        if (item.ValueKind == JsonValueKind.Null)
            Fail(ref failures, $"Value null at '{path}' failed to satisfy constraint: Member must not be null");
        else
            CheckValue(
                new Member(list.Name, type)
                {
                    Maximum = list.ItemMaximum,
                    Values = list.ItemValues,
                    Sensitive = list.Sensitive,
                },
                type,
                item,
                path,
                ref failures
            );
    }

    private static void CheckString(Member member, string value, string path, ref List<string>? failures)
    {
        string? shown = member.Sensitive ? null : value;
        CheckSize(member, value.Length - value.Count(char.IsLowSurrogate), "length", shown, path, ref failures);
        if (member.Values is not null && Array.IndexOf(member.Values, value) < 0)
            Fail(ref failures, Failure(shown, path, $"Member must satisfy enum value set: [{string.Join(", ", member.Values)}]"));
        if (member.Pattern?.Matches(value) is false)
            Fail(ref failures, Failure(shown, path, $"Member must satisfy regular expression pattern: {member.Pattern.Text}"));
    }

    private static void CheckSize(Member member, long size, string what, string? shown, string path, ref List<string>? failures)
    {
        if (size < member.Minimum)
            Fail(ref failures, Failure(shown, path, $"Member must have {what} greater than or equal to {member.Minimum}"));
        if (size > member.Maximum)
            Fail(ref failures, Failure(shown, path, $"Member must have {what} less than or equal to {member.Maximum}"));
    }

    private static string Failure(string? shown, string path, string constraint) =>
        shown is null
            ? $"Value at '{path}' failed to satisfy constraint: {constraint}"
            : $"Value '{shown}' at '{path}' failed to satisfy constraint: {constraint}";

    private static void Fail(ref List<string>? failures, string failure) => (failures ??= []).Add(failure);

    private static JsonElement Expect(JsonElement value, JsonValueKind kind) => value.ValueKind == kind ? value : throw WrongType(value);

    private static ServiceException WrongType(JsonElement value) =>
        new(
            "SerializationException",
            value.ValueKind switch
            {
                JsonValueKind.Object => "Start of structure or map found where not expected.",
                JsonValueKind.Array => "Start of list found where not expected.",
                _ => $"{value.ValueKind.ToString().ToUpperInvariant()}_VALUE can not be converted to the type that the operation takes.",
            }
        );
}
