using System.Text.Json;

namespace CognitoPS.Transfer;

/// <summary>A file with a user a line, each a JSON object under the service's own member names.</summary>
internal static class UserJsonLines
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Writes users to a stream.</summary>
    public sealed class Writer(Stream stream) : IUserWriter
    {
        private readonly Utf8JsonWriter _json = new(stream, Options);

        public void Write(UserRecord user)
        {
            _json.WriteStartObject();
            _json.WriteString(UserFileFields.Username, user.Username);
            _json.WriteStartObject(UserFileFields.Attributes);
            foreach (KeyValuePair<string, string> attribute in user.Attributes)
                _json.WriteString(attribute.Key, attribute.Value);
            _json.WriteEndObject();
            WriteNames(UserFileFields.Groups, user.Groups);
            if (user.Enabled is { } enabled)
                _json.WriteBoolean(UserFileFields.Enabled, enabled);
            WriteText(UserFileFields.Status, user.Status);
            WriteText(UserFileFields.Created, UserFileFields.Text(user.Created));
            WriteText(UserFileFields.Modified, UserFileFields.Text(user.Modified));
            WriteText(UserFileFields.PreferredMfa, user.PreferredMfa);
            WriteNames(UserFileFields.Mfa, user.Mfa);
            _json.WriteEndObject();
            _json.Flush();
            _json.Reset();
            stream.Write(NewLine, 0, NewLine.Length);
        }

        public void Dispose() => _json.Dispose();

        private void WriteText(string name, string? value)
        {
            if (value is { Length: > 0 })
                _json.WriteString(name, value);
        }

        private void WriteNames(string name, IReadOnlyList<string>? names)
        {
            if (names is null)
                return;
            _json.WriteStartArray(name);
            foreach (string one in names)
                _json.WriteStringValue(one);
            _json.WriteEndArray();
        }
    }

    /// <summary>The user in a line.</summary>
    /// <exception cref="FormatException">The line does not hold one.</exception>
    public static UserRecord Parse(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            JsonElement user = document.RootElement;
            if (user.ValueKind != JsonValueKind.Object)
                throw new FormatException("It is not a JSON object.");
            return new UserRecord
            {
                Username = Text(user, UserFileFields.Username) ?? "",
                Attributes = Attributes(user),
                Groups = Names(user, UserFileFields.Groups) ?? [],
                Enabled = UserFileFields.Truth(Text(user, UserFileFields.Enabled)),
                Status = Text(user, UserFileFields.Status),
                Created = UserFileFields.Time(Text(user, UserFileFields.Created)),
                Modified = UserFileFields.Time(Text(user, UserFileFields.Modified)),
                PreferredMfa = Text(user, UserFileFields.PreferredMfa),
                Mfa = Names(user, UserFileFields.Mfa),
                PasswordHash = Text(user, UserFileFields.PasswordHash),
                Line = number,
            };
        }
        catch (JsonException exception)
        {
            throw new FormatException($"It is not JSON: {exception.Message}", exception);
        }
    }

    private static Dictionary<string, string> Attributes(JsonElement user)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (user.TryGetProperty(UserFileFields.Attributes, out JsonElement given))
        {
            if (given.ValueKind != JsonValueKind.Object)
                throw new FormatException($"{UserFileFields.Attributes} is not an object.");
            foreach (JsonProperty attribute in given.EnumerateObject())
            {
                if (Value(attribute.Value, attribute.Name) is { } value)
                    attributes[attribute.Name] = value;
            }
        }

        return attributes;
    }

    private static string? Text(JsonElement user, string name) =>
        user.TryGetProperty(name, out JsonElement value) ? Value(value, name) : null;

    private static string? Value(JsonElement value, string name) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new FormatException($"{name} is not a single value."),
        };

    private static string[]? Names(JsonElement user, string name) =>
        !user.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(one => Value(one, name) ?? "")]
        : UserFileFields.Split(Value(value, name)!);
}

/// <summary>Writes users to a file of one form.</summary>
internal interface IUserWriter : IDisposable
{
    /// <summary>Writes one.</summary>
    void Write(UserRecord user);
}
