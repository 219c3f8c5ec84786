using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>Second factors, sessions, risk and logs of a pool. What these set, they replace.</summary>
internal static class SecurityOperations
{
    private const string AllClients = "ALL";

    private static readonly string[] OwnMfaMembers = ["SoftwareTokenMfaConfiguration", "EmailMfaConfiguration", "WebAuthnConfiguration"];
    private static readonly string[] LogDestinations = ["CloudWatchLogsConfiguration", "S3Configuration", "FirehoseConfiguration"];

    private static readonly JsonElement PoolSession = Settings.Parse(
        """{ "UserSessionTracking": "DISABLED", "TokenSession": { "MaxPerUser": 0 } }"""
    );
    private static readonly JsonElement NoLogs = Settings.Parse("[]");
    private static readonly JsonElement ClientSession = Settings.Parse("""{ "SSOSession": { "MaxValidityMinutes": 60 } }""");

    internal static void AddTo(OperationTable table)
    {
        table.Add("GetUserPoolMfaConfig", (call, pool) => WriteMfa(call, pool));
        table.Add("SetUserPoolMfaConfig", SetMfa);
        table.Add("GetUserPoolSessionConfiguration", (call, pool) => WriteSession(call, pool));
        table.Add("SetUserPoolSessionConfiguration", SetSession);
        table.Add(
            "GetUserPoolClientSessionConfiguration",
            (Call call, UserPool pool, UserPoolClient client) => WriteClientSession(call, pool, client)
        );
        table.Add("SetUserPoolClientSessionConfiguration", SetClientSession);
        table.Add("DescribeRiskConfiguration", DescribeRisk);
        table.Add("SetRiskConfiguration", SetRisk);
        table.Add("GetLogDeliveryConfiguration", (call, pool) => WriteLogs(call, pool));
        table.Add("SetLogDeliveryConfiguration", SetLogs);
    }

    /// <summary>Whether a second factor other than SMS is set up for the pool.</summary>
    internal static bool HasFactor(JsonElement mfa) =>
        mfa.Find("SoftwareTokenMfaConfiguration", "Enabled")?.GetBoolean() is true
        || mfa.Find("EmailMfaConfiguration") is not null
        || mfa.Text("WebAuthnConfiguration", "FactorConfiguration") == "MULTI_FACTOR_WITH_USER_VERIFICATION";

    private static void SetMfa(Call call, UserPool pool)
    {
        JsonElement request = call.Request;
        string mode = call.Text("MfaConfiguration") ?? "OFF";
        JsonElement? sms = request.Find("SmsMfaConfiguration");
        if (mode != "OFF" && sms is null && !HasFactor(request))
            throw ServiceException.Invalid("At least one second factor must be configured when MFA is required or optional.");
        if (request.Find("EmailMfaConfiguration") is not null)
        {
            pool.RequireTier("email MFA", "ESSENTIALS", "PLUS");
            if (pool.Settings.Text("EmailConfiguration", "EmailSendingAccount") != "DEVELOPER")
                throw ServiceException.Invalid("Email MFA needs an EmailConfiguration with EmailSendingAccount DEVELOPER.");
        }
        JsonObject settings = Settings.Of(pool.Settings, "SmsAuthenticationMessage", "SmsConfiguration");
        foreach (string member in new[] { "SmsAuthenticationMessage", "SmsConfiguration" })
        {
            if (sms?.Find(member) is { } value)
                settings[member] = JsonNode.Parse(value.GetRawText());
        }
        settings["MfaConfiguration"] = mode;
        pool.Settings = settings.Freeze();
        pool.Mfa = Settings.Of(request, "UserPoolId", "MfaConfiguration", "SmsMfaConfiguration").Freeze();
        pool.Modified = call.Now;
        WriteMfa(call, pool);
    }

    private static void WriteMfa(Call call, UserPool pool)
    {
        Utf8JsonWriter json = call.Json;
        if (pool.Settings.Find("SmsConfiguration") is { } sms)
        {
            json.WriteStartObject("SmsMfaConfiguration");
            json.WriteOptional("SmsAuthenticationMessage", pool.Settings.Text("SmsAuthenticationMessage"));
            json.WritePropertyName("SmsConfiguration");
            sms.WriteTo(json);
            json.WriteEndObject();
        }
        foreach (string member in OwnMfaMembers)
        {
            if (pool.Mfa.Find(member) is not { } value)
                continue;
            json.WritePropertyName(member);
            value.WriteTo(json);
        }
        json.WriteOptional("MfaConfiguration", pool.Settings.Text("MfaConfiguration"));
    }

    private static void SetSession(Call call, UserPool pool)
    {
        if (call.Required("UserSessionTracking") is not ("ENABLED" or "DISABLED"))
            throw ServiceException.Invalid("UserSessionTracking must be ENABLED or DISABLED.");
        if (call.Request.Find("TokenSession", "MaxPerUser")!.Value.GetInt32() < 0)
            throw ServiceException.Invalid("MaxPerUser must not be negative.");
        pool.SessionConfiguration = Settings.Of(call.Request, "UserPoolId").Freeze();
        WriteSession(call, pool);
    }

    private static void WriteSession(Call call, UserPool pool)
    {
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WriteMembers(pool.SessionConfiguration ?? PoolSession);
    }

    private static void SetClientSession(Call call, UserPool pool, UserPoolClient client)
    {
        if (call.Request.Find("SSOSession", "MaxValidityMinutes")!.Value.GetInt32() <= 0)
            throw ServiceException.Invalid("MaxValidityMinutes must be positive.");
        client.SessionConfiguration = Settings.Of(call.Request, "UserPoolId", "ClientId").Freeze();
        WriteClientSession(call, pool, client);
    }

    private static void WriteClientSession(Call call, UserPool pool, UserPoolClient client)
    {
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WriteString("ClientId", client.Id);
        call.Json.WriteMembers(client.SessionConfiguration ?? ClientSession);
    }

    private static void DescribeRisk(Call call, UserPool pool)
    {
        if (call.Has("ClientId"))
            call.Client(pool);
        WriteRisk(call, pool, pool.RiskConfigurations.Find(call.Text("ClientId") ?? AllClients));
    }

    private static void SetRisk(Call call, UserPool pool)
    {
        if (!pool.HasThreatProtection)
            throw new ServiceException("UserPoolAddOnNotEnabledException", "Threat protection is not enabled for the user pool.");
        if (call.Has("ClientId"))
            call.Client(pool);
        JsonElement? takeover = call.Find("AccountTakeoverRiskConfiguration");
        bool notifies =
            takeover?.Find("Actions") is { } actions && actions.EnumerateObject().Any(a => a.Value.Find("Notify")?.GetBoolean() is true);
        if (notifies && takeover?.Find("NotifyConfiguration") is null)
            throw ServiceException.Invalid("NotifyConfiguration is required when an action notifies.");
        foreach (
            string range in call
                .Request.Texts("RiskExceptionConfiguration", "BlockedIPRangeList")
                .Concat(call.Request.Texts("RiskExceptionConfiguration", "SkippedIPRangeList"))
        )
        {
            if (!IsRange(range))
                throw ServiceException.Invalid($"{range} is not an IP range in CIDR notation.");
        }
        string key = call.Text("ClientId") ?? AllClients;
        JsonObject settings = Settings.Of(call.Request, "UserPoolId", "ClientId");
        PoolResource? risk = pool.RiskConfigurations.Find(key);
        if (risk is null)
            risk = pool.RiskConfigurations.Add(call, key, settings);
        else
            risk.Change(call, settings);
        WriteRisk(call, pool, risk);
    }

    private static bool IsRange(string range)
    {
        string[] parts = range.Split('/');
        return parts.Length == 2
            && System.Net.IPAddress.TryParse(parts[0], out System.Net.IPAddress? address)
            && int.TryParse(parts[1], out int bits)
            && bits >= 0
            && bits <= address.GetAddressBytes().Length * 8;
    }

    private static void WriteRisk(Call call, UserPool pool, PoolResource? risk)
    {
        call.Json.WriteStartObject("RiskConfiguration");
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WriteOptional("ClientId", call.Text("ClientId"));
        if (risk is not null)
        {
            call.Json.WriteMembers(risk.Settings);
            call.Json.WriteTime("LastModifiedDate", risk.Modified);
        }
        call.Json.WriteEndObject();
    }

    private static void SetLogs(Call call, UserPool pool)
    {
        HashSet<string> sources = [];
        foreach (JsonElement log in call.Items("LogConfigurations"))
        {
            string source = log.Text("EventSource")!;
            if (!sources.Add(source))
                throw ServiceException.Invalid($"The event source {source} is given more than once.");
            if (LogDestinations.Count(d => log.Find(d) is not null) != 1)
                throw ServiceException.Invalid($"The event source {source} must have exactly one destination.");
            if ((source == "userAuthEvents") != (log.Text("LogLevel") == "INFO"))
                throw ServiceException.Invalid("The log level of userNotification is ERROR, that of userAuthEvents INFO.");
            if (source == "userNotification" && log.Find("CloudWatchLogsConfiguration") is null)
                throw ServiceException.Invalid("The logs of userNotification go to CloudWatch only.");
            if (source == "userAuthEvents")
                pool.RequireTier("logs of authentication events", "PLUS");
        }
        pool.LogConfigurations = call.Find("LogConfigurations")!.Value.Clone();
        WriteLogs(call, pool);
    }

    private static void WriteLogs(Call call, UserPool pool)
    {
        call.Json.WriteStartObject("LogDeliveryConfiguration");
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WritePropertyName("LogConfigurations");
        (pool.LogConfigurations ?? NoLogs).WriteTo(call.Json);
        call.Json.WriteEndObject();
    }
}
