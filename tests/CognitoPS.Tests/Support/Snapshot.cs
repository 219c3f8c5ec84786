using System.Text.Json;
using CognitoPS.LocalServer;
using CognitoPS.Tests.LocalServer;

namespace CognitoPS.Tests.Support;

/// <summary>Everything that the server tells of a pool's configuration, flat: each leaf of each answer by its path.</summary>
internal sealed class Snapshot
{
    private readonly SortedDictionary<string, string> _leaves = new(StringComparer.Ordinal);

    /// <summary>The value at a path, as JSON; null where there is none.</summary>
    public string? this[string path] => _leaves.GetValueOrDefault(path);

    /// <summary>One pool with its MFA, sessions, tags and app clients.</summary>
    public static async Task<Snapshot> OfPoolAsync(CognitoServer server, string pool)
    {
        using var client = new ServerClient(server);
        var snapshot = new Snapshot();
        JsonElement described = (await client.CallAsync("DescribeUserPool", new { UserPoolId = pool })).GetProperty("UserPool");
        snapshot.Add("Pool", described);
        snapshot.Add("Mfa", await client.CallAsync("GetUserPoolMfaConfig", new { UserPoolId = pool }));
        snapshot.Add("Sessions", await client.CallAsync("GetUserPoolSessionConfiguration", new { UserPoolId = pool }));
        snapshot.Add("Tags", await client.CallAsync("ListTagsForResource", new { ResourceArn = described.GetProperty("Arn").GetString() }));
        foreach (
            JsonElement one in (
                await client.ListAsync("ListUserPoolClients", "UserPoolClients", new() { ["UserPoolId"] = pool, ["MaxResults"] = 60 })
            ).Items
        )
        {
            string? id = one.GetProperty("ClientId").GetString();
            string name = one.GetProperty("ClientName").GetString()!;
            snapshot.Add(
                name,
                (await client.CallAsync("DescribeUserPoolClient", new { UserPoolId = pool, ClientId = id })).GetProperty("UserPoolClient")
            );
        }

        return snapshot;
    }

    /// <summary>One pool with everything in it but its users.</summary>
    public static async Task<Snapshot> OfEverythingAsync(CognitoServer server, string pool)
    {
        using var client = new ServerClient(server);
        Snapshot snapshot = await OfPoolAsync(server, pool);
        foreach (
            JsonElement one in (
                await client.ListAsync("ListUserPoolClients", "UserPoolClients", new() { ["UserPoolId"] = pool, ["MaxResults"] = 60 })
            ).Items
        )
            await snapshot.TryAddAsync(
                $"{one.GetProperty("ClientName").GetString()}.Style",
                client,
                "DescribeManagedLoginBrandingByClient",
                new { UserPoolId = pool, ClientId = one.GetProperty("ClientId").GetString() }
            );
        snapshot.Add(
            "Risk",
            (await client.CallAsync("DescribeRiskConfiguration", new { UserPoolId = pool })).GetProperty("RiskConfiguration")
        );
        snapshot.Add(
            "Logs",
            (await client.CallAsync("GetLogDeliveryConfiguration", new { UserPoolId = pool })).GetProperty("LogDeliveryConfiguration")
        );
        if (snapshot["Pool.Domain"] is not null || snapshot["Pool.CustomDomain"] is not null)
            snapshot.Add("Look", (await client.CallAsync("GetUICustomization", new { UserPoolId = pool })).GetProperty("UICustomization"));
        foreach (string kind in new[] { "Domain", "CustomDomain" })
        {
            if (snapshot[$"Pool.{kind}"] is { } domain)
                snapshot.Add(
                    kind,
                    (await client.CallAsync("DescribeUserPoolDomain", new { Domain = domain.Trim('"') })).GetProperty("DomainDescription")
                );
        }

        foreach (
            (string list, string items, string key, string describe, string found) in new[]
            {
                ("ListIdentityProviders", "Providers", "ProviderName", "DescribeIdentityProvider", "IdentityProvider"),
                ("ListResourceServers", "ResourceServers", "Identifier", "DescribeResourceServer", "ResourceServer"),
                ("ListTerms", "Terms", "TermsId", "DescribeTerms", "Terms"),
            }
        )
        {
            foreach (JsonElement one in (await client.ListAsync(list, items, new() { ["UserPoolId"] = pool })).Items)
            {
                string id = one.GetProperty(key).GetString()!;
                JsonElement thing = (
                    await client.CallAsync(describe, new Dictionary<string, object> { ["UserPoolId"] = pool, [key] = id })
                ).GetProperty(found);
                snapshot.Add($"{found}.{(key == "TermsId" ? thing.GetProperty("TermsName").GetString() : id)}", thing);
            }
        }

        return snapshot;
    }

    private async Task TryAddAsync(string path, ServerClient client, string operation, object request)
    {
        using HttpResponseMessage answer = await client.SendAsync(operation, JsonSerializer.Serialize(request));
        if (answer.IsSuccessStatusCode)
            Add(path, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>The paths whose values differ, but for the dates of change.</summary>
    public IReadOnlyList<string> Differences(Snapshot other) =>
        [
            .. _leaves
                .Keys.Union(other._leaves.Keys)
                .Where(path => this[path] != other[path] && !path.EndsWith(".LastModifiedDate", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    private void Add(string path, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
                Add($"{path}.{member.Name}", member.Value);
        }
        else if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 0)
        {
            _leaves[path] = value.GetRawText();
        }
    }
}
