using System.Management.Automation;
using System.Security.Cryptography;
using System.Text.Json;
using CognitoPS.Errors;

namespace CognitoPS.Transfer;

/// <summary>What stands beside an export of users, by which it is seen whether the file is still whole.</summary>
internal sealed record UserManifest(string UserPoolId, long Users, long Bytes, string Sha256, IReadOnlyList<string> LeftOut)
{
    private const string Format = "CognitoPS users";
    private const int Version = 1;

    /// <summary>The manifest's place.</summary>
    public static string PathOf(string path) => path + ".manifest.json";

    /// <summary>The SHA-256 of what a stream has from its beginning.</summary>
    public static string HashOf(Stream stream)
    {
        stream.Position = 0;
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(stream).Select(one => one.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The manifest beside a file; null for none.</summary>
    /// <exception cref="CognitoException">InvalidManifest, NewerFormat.</exception>
    public static UserManifest? Read(string path)
    {
        string manifest = PathOf(path);
        if (!File.Exists(manifest))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(manifest));
            JsonElement root = document.RootElement;
            if (root.GetProperty("Format").GetString() != Format)
                throw Invalid(manifest, "It is not a manifest of users.");
            if (root.GetProperty("FormatVersion").GetInt32() > Version)
                throw new CognitoException(
                    "NewerFormat",
                    ErrorCategory.InvalidData,
                    $"'{manifest}' is of a newer format than this module knows.",
                    "Update the module."
                );
            return new UserManifest(
                root.GetProperty("UserPoolId").GetString()!,
                root.GetProperty("Users").GetInt64(),
                root.GetProperty("Bytes").GetInt64(),
                root.GetProperty("Sha256").GetString()!,
                [.. root.GetProperty("LeftOut").EnumerateArray().Select(one => one.GetString()!)]
            );
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Invalid(manifest, exception.Message);
        }
    }

    /// <summary>As it is written.</summary>
    public byte[] ToJson(string path)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("Format", Format);
            json.WriteNumber("FormatVersion", Version);
            json.WriteString("ModuleVersion", typeof(UserManifest).Assembly.GetName().Version!.ToString(3));
            json.WriteString("File", Path.GetFileName(path));
            json.WriteString("UserPoolId", UserPoolId);
            json.WriteNumber("Users", Users);
            json.WriteNumber("Bytes", Bytes);
            json.WriteString("Sha256", Sha256);
            json.WriteStartArray("LeftOut");
            foreach (string one in LeftOut)
                json.WriteStringValue(one);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    private static CognitoException Invalid(string path, string reason) =>
        new("InvalidManifest", ErrorCategory.InvalidData, $"'{path}' cannot be read: {reason}", "Export the users again.");
}
