using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Second factors of a pool. What is set, is replaced.</summary>
internal static class PoolMfaOperations
{
    private static readonly string[] Members = ["SoftwareTokenMfaConfiguration", "EmailMfaConfiguration", "WebAuthnConfiguration"];

    internal static void AddTo(OperationTable table)
    {
        table.Add("GetUserPoolMfaConfig", Write);
        table.Add("SetUserPoolMfaConfig", Set);
    }

    /// <summary>Whether a second factor other than SMS is set up for the pool.</summary>
    internal static bool HasFactor(JsonElement mfa) =>
        mfa.Find("SoftwareTokenMfaConfiguration", "Enabled")?.GetBoolean() is true
        || mfa.Find("EmailMfaConfiguration") is not null
        || mfa.Text("WebAuthnConfiguration", "FactorConfiguration") == "MULTI_FACTOR_WITH_USER_VERIFICATION";

    private static void Set(Call call, UserPool pool)
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
        JsonObject settings = JsonSettings.Of(pool.Settings, "SmsAuthenticationMessage", "SmsConfiguration");
        foreach (string member in new[] { "SmsAuthenticationMessage", "SmsConfiguration" })
        {
            if (sms?.Find(member) is { } value)
                settings[member] = JsonNode.Parse(value.GetRawText());
        }
        settings["MfaConfiguration"] = mode;
        pool.Settings = settings.Freeze();
        pool.Mfa = JsonSettings.Of(request, "UserPoolId", "MfaConfiguration", "SmsMfaConfiguration").Freeze();
        pool.Modified = call.Now;
        Write(call, pool);
    }

    private static void Write(Call call, UserPool pool)
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
        foreach (string member in Members)
        {
            if (pool.Mfa.Find(member) is not { } value)
                continue;
            json.WritePropertyName(member);
            value.WriteTo(json);
        }
        json.WriteOptional("MfaConfiguration", pool.Settings.Text("MfaConfiguration"));
    }
}
