using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>How long sessions of a pool and of an app client last. What is set, is replaced.</summary>
internal static class SessionConfigurationOperations
{
    private static readonly JsonElement PoolDefaults = JsonSettings.Parse(
        """{ "UserSessionTracking": "DISABLED", "TokenSession": { "MaxPerUser": 0 } }"""
    );

    private static readonly JsonElement ClientDefaults = JsonSettings.Parse("""{ "SSOSession": { "MaxValidityMinutes": 60 } }""");

    internal static void AddTo(OperationTable table)
    {
        table.Add("GetUserPoolSessionConfiguration", WritePool);
        table.Add("SetUserPoolSessionConfiguration", SetPool);
        table.Add("GetUserPoolClientSessionConfiguration", WriteClient);
        table.Add("SetUserPoolClientSessionConfiguration", SetClient);
    }

    private static void SetPool(Call call, UserPool pool)
    {
        if (call.Required("UserSessionTracking") is not ("ENABLED" or "DISABLED"))
            throw ServiceException.Invalid("UserSessionTracking must be ENABLED or DISABLED.");
        if (call.Request.Find("TokenSession", "MaxPerUser")!.Value.GetInt32() < 0)
            throw ServiceException.Invalid("MaxPerUser must not be negative.");
        pool.SessionConfiguration = JsonSettings.Of(call.Request, "UserPoolId").Freeze();
        WritePool(call, pool);
    }

    private static void WritePool(Call call, UserPool pool)
    {
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WriteMembers(pool.SessionConfiguration ?? PoolDefaults);
    }

    private static void SetClient(Call call, UserPool pool, UserPoolClient client)
    {
        if (call.Request.Find("SSOSession", "MaxValidityMinutes")!.Value.GetInt32() <= 0)
            throw ServiceException.Invalid("MaxValidityMinutes must be positive.");
        client.SessionConfiguration = JsonSettings.Of(call.Request, "UserPoolId", "ClientId").Freeze();
        WriteClient(call, pool, client);
    }

    private static void WriteClient(Call call, UserPool pool, UserPoolClient client)
    {
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WriteString("ClientId", client.Id);
        call.Json.WriteMembers(client.SessionConfiguration ?? ClientDefaults);
    }
}
