using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Domains. A name belongs to one pool of all.</summary>
internal static class DomainOperations
{
    private const int LatestLoginVersion = 2;
    private const string CertificateRegion = "us-east-1";

    private static readonly string[] Reserved = ["aws", "amazon", "cognito"];
    private static readonly JsonElement Defaults = JsonSettings.Parse("""{ "ManagedLoginVersion": 1 }""");

    internal static void AddTo(OperationTable table)
    {
        table.Add("CreateUserPoolDomain", Create);
        table.Add("DescribeUserPoolDomain", Describe);
        table.Add("UpdateUserPoolDomain", Update);
        table.Add("DeleteUserPoolDomain", Delete);
    }

    private static void Create(Call call, UserPool pool)
    {
        string name = call.Required("Domain");
        bool custom = call.Has("CustomDomainConfig");
        if (!name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' || (custom && character == '.')))
            throw ServiceException.Invalid(
                "The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens."
            );
        if (!custom && Array.Find(name.Split('-'), part => Array.IndexOf(Reserved, part) >= 0) is { } word)
            throw ServiceException.Invalid($"Domain cannot contain reserved word: {word}");
        if (custom && name.Count(character => character == '.') < 2)
            throw ServiceException.Invalid(
                "Custom domain is not a valid subdomain: "
                    + "Was not able to resolve a DNS A record for the parent domain or domain parent is a top-level domain."
            );
        if ((custom ? pool.CustomDomain : pool.Domain) is not null)
            throw ServiceException.Invalid("User pool already has a domain configured.");
        PoolDomain domain = new(
            name,
            pool,
            Complete(call, pool),
            custom ? $"d{call.State.Ids.Text("abcdefghijklmnopqrstuvwxyz0123456789", 13)}.cloudfront.net" : null
        );
        if (!call.State.Domains.TryAdd(name, domain))
            throw ServiceException.Invalid("Domain already associated with another user pool.");
        SetDomain(pool, domain, name);
        WriteAnswer(call, domain);
    }

    /// <summary>Asking for a name that nobody has is no error: the description is empty.</summary>
    private static void Describe(Call call)
    {
        call.Json.WriteStartObject("DomainDescription");
        if (call.State.Domains.TryGetValue(call.Required("Domain"), out PoolDomain? domain) && domain.Pool.Region == call.Region)
        {
            call.Json.WriteString("UserPoolId", domain.Pool.Id);
            call.Json.WriteString("AWSAccountId", ServerState.AccountId);
            call.Json.WriteString("Domain", domain.Name);
            call.Json.WriteString("S3Bucket", $"aws-cognito-prod-{domain.Pool.Region}-assets");
            call.Json.WriteString("CloudFrontDistribution", domain.Distribution ?? "d3oia8etllorh5.cloudfront.net");
            call.Json.WriteString("Version", "20260101000000");
            call.Json.WriteString("Status", "ACTIVE");
            call.Json.WriteMembers(domain.Settings);
        }
        call.Json.WriteEndObject();
    }

    private static void Update(Call call, UserPool pool)
    {
        PoolDomain domain = Get(call, pool);
        if (call.Has("CustomDomainConfig") && domain.Distribution is null)
            throw ServiceException.Invalid("A prefix domain has no certificate.");
        JsonObject settings = JsonSettings.Of(Complete(call, pool));
        if (settings["CustomDomainConfig"] is null && domain.Settings.Find("CustomDomainConfig") is { } config)
            settings["CustomDomainConfig"] = JsonNode.Parse(config.GetRawText());
        domain.Settings = settings.Freeze();
        WriteAnswer(call, domain);
    }

    private static void Delete(Call call, UserPool pool)
    {
        PoolDomain domain = Get(call, pool);
        call.State.Domains.TryRemove(domain.Name, out _);
        SetDomain(pool, domain, null);
    }

    private static PoolDomain Get(Call call, UserPool pool) =>
        call.State.Domains.TryGetValue(call.Required("Domain"), out PoolDomain? domain) && domain.Pool == pool
            ? domain
            : throw ServiceException.Invalid("No such domain or user pool exists.");

    private static JsonElement Complete(Call call, UserPool pool)
    {
        if (call.Number("ManagedLoginVersion") is int version && version is < 1 or > LatestLoginVersion)
            throw ServiceException.Invalid($"ManagedLoginVersion must be between 1 and {LatestLoginVersion}.");
        if (call.Number("ManagedLoginVersion") == LatestLoginVersion)
            pool.RequireTier("Managed Login Version 2", "ESSENTIALS", "PLUS");
        if (
            call.Request.Text("CustomDomainConfig", "CertificateArn")?.Split(':') is { Length: > 3 } certificate
            && certificate[3] != CertificateRegion
        )
            throw ServiceException.Invalid(
                $"The specified SSL certificate doesn't exist, isn't in {CertificateRegion} region, isn't valid, "
                    + "or doesn't include a valid certificate chain."
            );
        JsonObject settings = JsonSettings.Of(call.Request, "Domain", "UserPoolId");
        settings.Fill(Defaults);
        return settings.Freeze();
    }

    private static void SetDomain(UserPool pool, PoolDomain domain, string? name)
    {
        if (domain.Distribution is null)
            pool.Domain = name;
        else
            pool.CustomDomain = name;
    }

    private static void WriteAnswer(Call call, PoolDomain domain)
    {
        call.Json.WriteOptional("CloudFrontDomain", domain.Distribution);
        foreach (JsonProperty setting in domain.Settings.EnumerateObject())
        {
            if (setting.Name != "CustomDomainConfig")
                setting.WriteTo(call.Json);
        }
    }
}
