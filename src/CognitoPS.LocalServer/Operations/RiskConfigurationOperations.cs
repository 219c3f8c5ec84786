using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>What threat protection does, for a pool or an app client. What is set, is replaced.</summary>
internal static class RiskConfigurationOperations
{
    private const string AllClients = "ALL";

    internal static void AddTo(OperationTable table)
    {
        table.Add("DescribeRiskConfiguration", Describe);
        table.Add("SetRiskConfiguration", Set);
    }

    private static void Describe(Call call, UserPool pool)
    {
        if (call.Has("ClientId"))
            call.Client(pool);
        Write(call, pool, pool.RiskConfigurations.Find(call.Text("ClientId") ?? AllClients));
    }

    private static void Set(Call call, UserPool pool)
    {
        pool.RequireThreatProtection();
        if (call.Has("ClientId"))
            call.Client(pool);
        JsonElement? takeover = call.Find("AccountTakeoverRiskConfiguration");
        bool notifies =
            takeover?.Find("Actions") is { } actions
            && actions.EnumerateObject().Any(action => action.Value.Find("Notify")?.GetBoolean() is true);
        if (notifies && takeover?.Find("NotifyConfiguration") is null)
            throw ServiceException.Invalid("NotifyConfiguration is required when an action notifies.");
        MessagingRules.CheckIdentity(takeover?.Text("NotifyConfiguration", "SourceArn"));
        foreach (
            string range in call
                .Request.Strings("RiskExceptionConfiguration", "BlockedIPRangeList")
                .Concat(call.Request.Strings("RiskExceptionConfiguration", "SkippedIPRangeList"))
        )
        {
            if (!IsRange(range))
                throw ServiceException.Invalid("Incorrect CIDR format");
        }
        string key = call.Text("ClientId") ?? AllClients;
        JsonObject settings = JsonSettings.Of(call.Request, "UserPoolId", "ClientId");
        PoolResource? risk = pool.RiskConfigurations.Find(key);
        if (risk is null)
            risk = pool.RiskConfigurations.Add(call, key, settings);
        else
            risk.Change(call, settings);
        Write(call, pool, risk);
    }

    private static bool IsRange(string range)
    {
        string[] parts = range.Split('/');
        return parts.Length == 2
            && IPAddress.TryParse(parts[0], out IPAddress? address)
            && int.TryParse(parts[1], out int bits)
            && bits >= 0
            && bits <= address.GetAddressBytes().Length * 8;
    }

    private static void Write(Call call, UserPool pool, PoolResource? risk)
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
}
