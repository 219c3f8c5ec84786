using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Users;

/// <summary>Users as answers show them.</summary>
internal static class UserWriter
{
    /// <summary>A user as the lists show it, with all attributes or with these alone, which it then must have.</summary>
    internal static void Write(Utf8JsonWriter json, User user, HashSet<string>? only = null)
    {
        if (only?.FirstOrDefault(name => name != "sub" && user.Attributes[name] is null) is { } missing)
            throw ServiceException.Invalid($"One or more requested attributes do not exist: {missing}");
        json.WriteStartObject();
        WriteName(json, JsonWriting.Username, user);
        WriteAttributes(json, JsonWriting.Attributes, user, only);
        WriteState(json, user);
        json.WriteEndObject();
    }

    /// <summary>Where a page of users ends: lists are in the order of subs.</summary>
    internal static string Cursor(User user) => user.Sub.ToString("N");

    /// <summary>The members of AdminGetUser's answer.</summary>
    internal static void WriteFull(Call call, User user)
    {
        WriteName(call.Json, JsonWriting.Username, user);
        WriteAttributes(call.Json, JsonWriting.UserAttributes, user, null);
        WriteState(call.Json, user);
        WriteFactors(call.Json, user);
    }

    private static void WriteName(Utf8JsonWriter json, JsonEncodedText name, User user)
    {
        if (user.GivenUsername is not null)
            json.WriteString(name, user.GivenUsername);
        else
            json.WriteString(name, user.Sub);
    }

    internal static void WriteAttributes(Utf8JsonWriter json, JsonEncodedText name, User user, HashSet<string>? only)
    {
        json.WriteStartArray(name);
        if (only?.Contains("sub") is not false)
        {
            json.WriteStartObject();
            json.WriteString(JsonWriting.Name, JsonWriting.Sub);
            json.WriteString(JsonWriting.Value, user.Sub);
            json.WriteEndObject();
        }
        foreach (KeyValuePair<string, string> attribute in user.Attributes.Items)
        {
            if (only?.Contains(attribute.Key) is false)
                continue;
            json.WriteStartObject();
            json.WriteString(JsonWriting.Name, attribute.Key);
            json.WriteString(JsonWriting.Value, attribute.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteState(Utf8JsonWriter json, User user)
    {
        json.WriteTime(JsonWriting.UserCreateDate, user.Created);
        json.WriteTime(JsonWriting.UserLastModifiedDate, user.Modified);
        json.WriteBoolean(JsonWriting.Enabled, user.Enabled);
        json.WriteString(JsonWriting.UserStatus, UserFilter.StatusNames[(int)user.Status]);
        if (user.SignIn is { MfaOptions.Length: > 0 } record)
            WriteOptions(json, record);
    }

    internal static void WriteFactors(Utf8JsonWriter json, User user)
    {
        if (user.SignIn is not { } record)
            return;
        json.WriteOptional("PreferredMfaSetting", record.PreferredMfa);
        if (record.MfaFactors.Length > 0)
            json.WriteStrings("UserMFASettingList", record.MfaFactors);
    }

    internal static void WriteOptions(Utf8JsonWriter json, SignInRecord record)
    {
        json.WriteStartArray("MFAOptions");
        foreach (string attribute in record.MfaOptions)
        {
            json.WriteStartObject();
            json.WriteString("DeliveryMedium", "SMS");
            json.WriteString("AttributeName", attribute);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
