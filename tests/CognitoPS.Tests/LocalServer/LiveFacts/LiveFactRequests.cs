using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CognitoPS.LocalServer;
using CognitoPS.LocalServer.Model;
using OtpNet;
using Xunit;

namespace CognitoPS.Tests.LocalServer.LiveFacts;

/// <summary>Sends the requests of a row and holds the answers against what it expects.</summary>
internal sealed class LiveFactRequests(CognitoServer server, ServerClient client, Func<DateTimeOffset> clock, Action<TimeSpan> wait)
{
    private static readonly string[] Directives = ["as", "after", "error", "answer", "headers"];

    // What is left out of a request, and the member of an earlier answer that it takes.
    private static readonly (string Member, string From)[] Understood =
    [
        ("UserPoolId", "UserPool.Id"),
        ("ClientId", "UserPoolClient.ClientId"),
    ];

    private readonly Dictionary<string, string> _values = [];

    internal static bool Expects(JsonElement request) => request.TryGetProperty("answer", out _) || request.TryGetProperty("error", out _);

    internal async Task SendAsync(IEnumerable<JsonElement> requests)
    {
        foreach (JsonElement request in requests)
            await SendAsync(request);
    }

    private async Task SendAsync(JsonElement request)
    {
        if (request.TryGetProperty("after", out JsonElement after))
            wait(TimeSpan.Parse(after.GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        JsonProperty call = request.EnumerateObject().Single(member => Array.IndexOf(Directives, member.Name) < 0);
        string body = call.Value.ValueKind == JsonValueKind.String ? call.Value.GetString()! : await CompleteAsync(call);
        using HttpResponseMessage response = await client.SendAsync(call.Name, Substitute(body));
        string text = await response.Content.ReadAsStringAsync();
        string shown = $"{call.Name} {body}\n{(int)response.StatusCode} {text}";
        JsonElement answer = text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        if (request.TryGetProperty("error", out JsonElement error))
        {
            Assert.False(response.IsSuccessStatusCode, shown);
            AssertText(
                Substitute(error.GetString()!),
                $"{answer.GetProperty("__type").GetString()}: {answer.GetProperty("message").GetString()}"
            );
        }
        else
        {
            Assert.True(response.IsSuccessStatusCode, shown);
            if (answer.ValueKind == JsonValueKind.Object)
                Remember(request.TryGetProperty("as", out JsonElement name) ? name.GetString() + "." : "", answer);
            if (request.TryGetProperty("answer", out JsonElement expected))
                AssertMatches(expected, answer, call.Name);
        }
        if (request.TryGetProperty("headers", out JsonElement headers))
        {
            foreach (JsonProperty header in headers.EnumerateObject())
                AssertText(Substitute(header.Value.GetString()!), string.Join(", ", response.Headers.GetValues(header.Name)));
        }
    }

    /// <summary>The request with the pool and the app client that it leaves out; a pool is made where there is none yet.</summary>
    private async Task<string> CompleteAsync(JsonProperty call)
    {
        JsonObject request = JsonNode.Parse(call.Value.GetRawText())!.AsObject();
        foreach (Member member in ApiModel.Default.Operations[call.Name].Input!.Members)
        {
            string? source = Array.Find(Understood, understood => understood.Member == member.Name).From;
            if (source is null || !member.Required || request.ContainsKey(member.Name))
                continue;
            if (!_values.ContainsKey(source))
                await SendAsync(
                    JsonDocument
                        .Parse(
                            member.Name == "UserPoolId"
                                ? """{"CreateUserPool":{"PoolName":"people"}}"""
                                : """{"CreateUserPoolClient":{"ClientName":"web"}}"""
                        )
                        .RootElement
                );
            request[member.Name] = _values[source];
        }
        return request.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }

    /// <summary>Keeps what an answer holds under its path, such as UserPool.Id, for the requests after it.</summary>
    private void Remember(string prefix, JsonElement answer)
    {
        foreach (JsonProperty member in answer.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
                Remember($"{prefix}{member.Name}.", member.Value);
            else if (member.Value.ValueKind == JsonValueKind.String)
                _values[prefix + member.Name] = member.Value.GetString()!;
        }
    }

    /// <summary>
    /// {UserPool.Id} is what an earlier answer held there, {code} what the last message carried, {totp} an authenticator's code of now; other
    /// braces stay.
    /// </summary>
    private string Substitute(string text) =>
        Regex.Replace(
            text,
            @"\{([\w.]+)\}",
            found =>
                found.Groups[1].Value == "totp" && _values.TryGetValue("SecretCode", out string? secret)
                    ? new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(clock().UtcDateTime)
                : found.Groups[1].Value == "code" && server.Log.Messages.Count > 0 ? server.Log.Messages[^1].Code
                : _values.TryGetValue(found.Groups[1].Value, out string? value) ? value
                : found.Value
        );

    /// <summary>Each member that is expected is there, null says that it is absent, lists are as long as expected.</summary>
    private void AssertMatches(JsonElement expected, JsonElement actual, string path)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(actual.ValueKind == JsonValueKind.Object, $"{path} is no object: {actual}");
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    bool present = actual.TryGetProperty(member.Name, out JsonElement value);
                    Assert.True(
                        present == (member.Value.ValueKind != JsonValueKind.Null),
                        $"{path}.{member.Name} present: {present} in {actual}"
                    );
                    if (present)
                        AssertMatches(member.Value, value, $"{path}.{member.Name}");
                }
                break;
            case JsonValueKind.Array:
                Assert.True(actual.ValueKind == JsonValueKind.Array, $"{path} is no list: {actual}");
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{path}: {expected} is expected, not {actual}");
                foreach ((JsonElement First, JsonElement Second) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
                    AssertMatches(First, Second, path + "[]");
                break;
            case JsonValueKind.String:
                Assert.True(actual.ValueKind == JsonValueKind.String, $"{path} is no text: {actual}");
                AssertText(Substitute(expected.GetString()!), actual.GetString()!);
                break;
            default:
                Assert.True(expected.GetRawText() == actual.GetRawText(), $"{path}: {expected} is expected, not {actual}");
                break;
        }
    }

    /// <summary>An ellipsis in what is expected stands for what the record does not quote.</summary>
    private static void AssertText(string expected, string actual)
    {
        if (expected.Contains('…'))
            Assert.Matches($"(?s)^{string.Join(".*", expected.Split('…').Select(Regex.Escape))}$", actual);
        else
            Assert.Equal(expected, actual);
    }
}
