using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>Replicas, the signing certificate, tags and request rates.</summary>
internal static class PoolExtrasOperations
{
    private const int MaximumTags = 50;

    /// <summary>A certificate made for the local server; its private key is nowhere.</summary>
    private const string Certificate =
        "MIIDIzCCAgugAwIBAgIUGm5SQEI7GB4dYRJhnT2xmhkeZ3QwDQYJKoZIhvcNAQELBQAwITEfMB0GA1UEAwwWQ29nbml0b1BTIGxvY2FsIHNlcnZlcjAeFw0yNjExMjMwNDI4MTNaFw00NjExMTgwND"
        + "I4MTNaMCExHzAdBgNVBAMMFkNvZ25pdG9QUyBsb2NhbCBzZXJ2ZXIwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCp9a4U/3aeZC41jInNhR+cJ+tAmOju7GFtAiMHgV8ipFERlzt8cA0r"
        + "hroR8POnM8MIdD16/BeyC0YJuiqIUUFPpcDKlT6muU9bvXXHuTdEsuH6yx/8k76OfxLyfrOINxcUV8Mxr8pLEr1EPZHXjz2xkxilOKfAg2AY5gEsCAjQzSJ6SVT0ozQc8Hf3gFbLIFEGMnnrAjMYL5"
        + "etZsuykWHEUQRayJNsz3arlF3b8Rz87kDP3QmHJ9yulTT2sVVgWXG6fm9jp68wRr+esm1EnDTNQnAo1PR+LL1RO6WLOVQK7dQWzdtaLXixTnXaRBCNvQV6tqIj1+GZ3xFhUffgZ2RfAgMBAAGjUzBR"
        + "MB0GA1UdDgQWBBQVPvWZDL99JWbMQIQYrCugRSOHrDAfBgNVHSMEGDAWgBQVPvWZDL99JWbMQIQYrCugRSOHrDAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQAc9oSY7zxgH5fEsu"
        + "JEYJOz7LZL0BNuxPvwIqwYgS1Cbcgwn685rNtz44yw6W7ChUhrvIt0cD0wGzmArz7NA1A7Nu/hzHgE/p5hc2FKqbYLr67DPKKeIXv4u6vfEy0wHzisvHD51/VK0PWlKeaYdiWYnDvo7+wD0Z6g28xD"
        + "P6zO4o5EQxm43Kq+MkeK4eAhQonv9OjwI5+eTTxX2Ia1YK1g3TNgkw2xzFWF932nxbML1qZCuMGLHvWMLMgKgHui25H7wT5jgFTRFPNXzXRTPQTp5F9bBEUVB17lArP0ReGHrqkBtPi6rCY9T8BeSO"
        + "bTvp5VEnSuuz+ucD8HnFR/hhDS";

    internal static void AddTo(OperationTable table)
    {
        table.Add("ListUserPoolReplicas", ListReplicas);
        table.Add("CreateUserPoolReplica", CreateReplica);
        table.Add("UpdateUserPoolReplica", UpdateReplica);
        table.Add("DeleteUserPoolReplica", DeleteReplica);
        table.Add("GetSigningCertificate", (call, pool) => call.Json.WriteString("Certificate", Certificate));
        table.Add("ListTagsForResource", call => WithTags(call, (pool, tags) => call.Json.WriteTags(tags)));
        table.Add("TagResource", call => WithTags(call, (pool, tags) => Tag(call, pool, tags)));
        table.Add("UntagResource", call => WithTags(call, (pool, tags) => Untag(call, pool, tags)));
        table.Add("GetProvisionedLimit", GetLimit);
        table.Add("UpdateProvisionedLimit", UpdateLimit);
    }

    private static void ListReplicas(Call call, UserPool pool)
    {
        PoolResource primary = new(pool.Region, -1, Settings.Parse("""{ "Status": "ACTIVE", "Role": "PRIMARY" }"""), pool.Created);
        call.WritePage(
            "UserPoolReplicas",
            [primary, .. pool.Replicas.Items.All()],
            (json, r) => WriteReplica(json, pool, r),
            r => new Place(r.Sequence)
        );
    }

    private static void CreateReplica(Call call, UserPool pool)
    {
        string region = call.Required("RegionName");
        if (region == pool.Region || pool.Replicas.Find(region) is not null)
            throw ServiceException.Invalid($"The user pool is in {region} already.");
        WriteReplica(call, pool, pool.Replicas.Add(call, region, new JsonObject { ["Status"] = "ACTIVE", ["Role"] = "SECONDARY" }));
    }

    private static void UpdateReplica(Call call, UserPool pool)
    {
        PoolResource replica = Replica(call, pool);
        replica.Change(call, new JsonObject { ["Status"] = call.Required("Status"), ["Role"] = "SECONDARY" });
        WriteReplica(call, pool, replica);
    }

    private static void DeleteReplica(Call call, UserPool pool)
    {
        PoolResource replica = Replica(call, pool);
        pool.Replicas.Remove(replica);
        replica.Change(call, new JsonObject { ["Status"] = "DELETING", ["Role"] = "SECONDARY" });
        WriteReplica(call, pool, replica);
    }

    private static PoolResource Replica(Call call, UserPool pool) => pool.Replicas.Get(call.Required("RegionName"), "User pool replica in");

    private static void WriteReplica(Call call, UserPool pool, PoolResource replica)
    {
        call.Json.WritePropertyName("UserPoolReplica");
        WriteReplica(call.Json, pool, replica);
    }

    private static void WriteReplica(Utf8JsonWriter json, UserPool pool, PoolResource replica)
    {
        json.WriteStartObject();
        json.WriteString("RegionName", replica.Key);
        json.WriteMembers(replica.Settings);
        json.WriteString("UserPoolArn", pool.Arn.Replace($":{pool.Region}:", $":{replica.Key}:"));
        json.WriteEndObject();
    }

    private static void WithTags(Call call, Action<UserPool, JsonObject> use)
    {
        string arn = call.Required("ResourceArn");
        UserPool? pool = call.State.FindPool(arn.Substring(arn.LastIndexOf('/') + 1));
        if (pool is null || pool.Arn != arn || pool.Region != call.Region)
            throw ServiceException.NotFound($"Resource {arn} does not exist.");
        lock (pool)
            use(pool, JsonNode.Parse(pool.Settings.GetProperty("UserPoolTags").GetRawText())!.AsObject());
    }

    private static void Tag(Call call, UserPool pool, JsonObject tags)
    {
        foreach (JsonProperty tag in call.Find("Tags")!.Value.EnumerateObject())
            tags[tag.Name] = tag.Value.GetString();
        CheckTags(tags);
        SetTags(pool, tags);
    }

    internal static void CheckTags(JsonObject tags)
    {
        if (tags.Count > MaximumTags)
            throw ServiceException.Invalid($"A resource has at most {MaximumTags} tags.");
        foreach (KeyValuePair<string, JsonNode?> tag in tags)
        {
            if (
                tag.Key.Length is 0 or > 128
                || tag.Value!.GetValue<string>().Length > 256
                || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            )
                throw ServiceException.Invalid($"The tag {tag.Key} is not valid.");
        }
    }

    private static void Untag(Call call, UserPool pool, JsonObject tags)
    {
        foreach (string key in call.Texts("TagKeys"))
            tags.Remove(key);
        SetTags(pool, tags);
    }

    private static void SetTags(UserPool pool, JsonObject tags)
    {
        JsonObject settings = Settings.Of(pool.Settings);
        settings["UserPoolTags"] = tags;
        pool.Settings = settings.Freeze();
    }

    private static void WriteTags(this Utf8JsonWriter json, JsonObject tags)
    {
        json.WritePropertyName("Tags");
        tags.WriteTo(json);
    }

    private static void GetLimit(Call call)
    {
        (string category, int rate, bool _) = Category(call);
        WriteLimit(call, call.State.ProvisionedRates.TryGetValue((call.Region, category), out int raised) ? raised : rate, rate);
    }

    private static void UpdateLimit(Call call)
    {
        (string category, int rate, bool raisable) = Category(call);
        int asked = call.Number("RequestedLimitValue")!.Value;
        if (asked < rate)
            throw ServiceException.Invalid($"The limit of {category} cannot be lower than {rate}.");
        if (asked > rate && !raisable)
            throw new ServiceException("ServiceQuotaExceededException", $"The limit of {category} cannot be raised.");
        call.State.ProvisionedRates[(call.Region, category)] = asked;
        WriteLimit(call, asked, rate);
    }

    /// <summary>The category that the definition names in whatever attribute.</summary>
    private static (string Category, int Rate, bool Raisable) Category(Call call)
    {
        string[] names = [.. call.Request.Find("LimitDefinition", "Attributes")!.Value.EnumerateObject().Select(a => a.Value.GetString()!)];
        if (names.Length == 1 && ServiceRates.Find(names[0]) is { } found)
            return found;
        throw ServiceException.NotFound("There is no such limit: Attributes must name one category of API operations.");
    }

    private static void WriteLimit(Call call, int value, int free)
    {
        call.Json.WriteStartObject("Limit");
        call.Json.WritePropertyName("LimitDefinition");
        call.Find("LimitDefinition")!.Value.WriteTo(call.Json);
        call.Json.WriteNumber("ProvisionedLimitValue", value);
        call.Json.WriteNumber("FreeLimitValue", free);
        call.Json.WriteEndObject();
    }
}
