using System.Text.Json;

namespace CognitoPS.LocalServer.Model;

/// <summary>A value as the service's messages show it, which is how Java prints it.</summary>
internal static class ValueText
{
    internal static string Of(ValueType type, JsonElement value) =>
        (type.Kind, value.ValueKind) switch
        {
            (_, JsonValueKind.Null) => "null",
            (ValueKind.List, JsonValueKind.Array) => $"[{string.Join(", ", value.EnumerateArray().Select(item => Of(type.Item!, item)))}]",
            (ValueKind.Map, JsonValueKind.Object) =>
                $"{{{string.Join(", ", value.EnumerateObject().Select(entry => $"{entry.Name}={Of(type.Item!, entry.Value)}"))}}}",
            (ValueKind.Structure, JsonValueKind.Object) =>
                $"{type.Structure!.Name}({string.Join(", ", type.Structure.Members.Select(member => $"{member.Path}={Of(member, value)}"))})",
            (ValueKind.Blob, JsonValueKind.String) when value.TryGetBytesFromBase64(out byte[]? bytes) =>
                $"java.nio.HeapByteBuffer[pos=0 lim={bytes!.Length} cap={bytes.Length}]",
            (_, JsonValueKind.String) => value.GetString()!,
            _ => value.GetRawText(),
        };

    private static string Of(Member member, JsonElement structure) =>
        !structure.TryGetProperty(member.Name, out JsonElement value) ? "null"
        : member.Sensitive && value.ValueKind != JsonValueKind.Null ? "***"
        : Of(member.Type, value);
}
