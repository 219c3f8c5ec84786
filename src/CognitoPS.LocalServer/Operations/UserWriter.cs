using System.Text.Json;
using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>Users as answers show them.</summary>
internal static class UserWriter
{
    /// <summary>A user as the lists show it, with all attributes or with these alone, which it then must have.</summary>
    internal static void Write(Utf8JsonWriter json, User user, HashSet<string>? only = null)
    {
        if (only?.FirstOrDefault(a => a != "sub" && user.Attributes[a] is null) is { } missing)
            throw ServiceException.Invalid($"One or more requested attributes do not exist: {missing}");
        json.WriteStartObject();
        WriteName(json, JsonText.Username, user);
        WriteAttributes(json, JsonText.Attributes, user, only);
        WriteState(json, user);
        json.WriteEndObject();
    }

    /// <summary>Where a page of users ends: lists are in the order of subs.</summary>
    internal static string Cursor(User user) => user.Sub.ToString("N");

    /// <summary>The members of AdminGetUser's answer.</summary>
    internal static void WriteFull(Call call, User user)
    {
        WriteName(call.Json, JsonText.Username, user);
        WriteAttributes(call.Json, JsonText.UserAttributes, user, null);
        WriteState(call.Json, user);
        UserMfaOperations.WriteFactors(call.Json, user);
    }

    private static void WriteName(Utf8JsonWriter json, JsonEncodedText name, User user)
    {
        if (user.OwnName is not null)
            json.WriteString(name, user.OwnName);
        else
            json.WriteString(name, user.Sub);
    }

    internal static void WriteAttributes(Utf8JsonWriter json, JsonEncodedText name, User user, HashSet<string>? only)
    {
        json.WriteStartArray(name);
        if (only?.Contains("sub") is not false)
        {
            json.WriteStartObject();
            json.WriteString(JsonText.Name, JsonText.Sub);
            json.WriteString(JsonText.Value, user.Sub);
            json.WriteEndObject();
        }
        foreach (KeyValuePair<string, string> attribute in user.Attributes.Items)
        {
            if (only?.Contains(attribute.Key) is false)
                continue;
            json.WriteStartObject();
            json.WriteString(JsonText.Name, attribute.Key);
            json.WriteString(JsonText.Value, attribute.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteState(Utf8JsonWriter json, User user)
    {
        json.WriteTime(JsonText.UserCreateDate, user.Created);
        json.WriteTime(JsonText.UserLastModifiedDate, user.Modified);
        json.WriteBoolean(JsonText.Enabled, user.Enabled);
        json.WriteString(JsonText.UserStatus, UserFilter.StatusNames[(int)user.Status]);
        if (user.SignIn is { MfaOptions.Length: > 0 } record)
            UserMfaOperations.WriteOptions(json, record);
    }
}
