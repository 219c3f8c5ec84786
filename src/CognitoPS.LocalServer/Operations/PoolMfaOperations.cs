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
    private static readonly string[] Factors = ["SmsMfaConfiguration", "EmailMfaConfiguration", "SoftwareTokenMfaConfiguration"];

    internal static void AddTo(OperationTable table)
    {
        table.Add("GetUserPoolMfaConfig", Write);
        table.Add("SetUserPoolMfaConfig", Set);
    }

    /// <summary>Whether a second factor is named: its being there counts, not whether it is enabled, and passkeys are none.</summary>
    internal static bool HasFactor(JsonElement mfa) => Array.Exists(Factors, factor => mfa.Find(factor) is not null);

    /// <summary>Whether who signs in with a passkey needs no second factor.</summary>
    internal static bool IsPasskeyEnough(JsonElement mfa) =>
        mfa.Text("WebAuthnConfiguration", "FactorConfiguration") == "MULTI_FACTOR_WITH_USER_VERIFICATION";

    private static void Set(Call call, UserPool pool)
    {
        JsonElement request = call.Request;
        string mode = call.Text("MfaConfiguration") ?? "OFF";
        JsonElement? sms = request.Find("SmsMfaConfiguration");
        Check(request, mode, pool);
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

    private static void Check(JsonElement request, string mode, UserPool pool)
    {
        if (mode == "OFF" && HasFactor(request))
            throw ServiceException.Invalid("Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
        if (mode != "OFF" && !HasFactor(request))
            throw ServiceException.Invalid("Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.");
        MessagingRules.CheckSms(request.Find("SmsMfaConfiguration", "SmsConfiguration"), pool.Region);
        if (request.Find("EmailMfaConfiguration") is not null)
        {
            pool.RequireTier("Email MFA", "ESSENTIALS", "PLUS");
            if (pool.Settings.Text("EmailConfiguration", "EmailSendingAccount") != "DEVELOPER")
                throw ServiceException.Invalid(
                    "Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT."
                );
        }
        string[] first = UserPoolRules.FirstFactors(pool.Settings);
        if (mode == "ON" && first.Contains("WEB_AUTHN") && !IsPasskeyEnough(request))
            throw ServiceException.Invalid(
                "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor"
            );
        if (mode == "ON")
            UserPoolRules.CheckNoCodes(first);
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
