using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Where the logs of a pool go. What is set, is replaced.</summary>
internal static class LogDeliveryOperations
{
    private static readonly string[] Destinations = ["CloudWatchLogsConfiguration", "S3Configuration", "FirehoseConfiguration"];

    private static readonly JsonElement None = JsonSettings.Parse("[]");

    internal static void AddTo(OperationTable table)
    {
        table.Add("GetLogDeliveryConfiguration", Write);
        table.Add("SetLogDeliveryConfiguration", Set);
    }

    private static void Set(Call call, UserPool pool)
    {
        HashSet<string> sources = [];
        foreach (JsonElement log in call.Items("LogConfigurations"))
        {
            string source = log.Text("EventSource")!;
            if (!sources.Add(source))
                throw ServiceException.Invalid($"The event source {source} is given more than once.");
            if (Destinations.Count(destination => log.Find(destination) is not null) != 1)
                throw ServiceException.Invalid($"The event source {source} must have exactly one destination.");
            if ((source == "userAuthEvents") != (log.Text("LogLevel") == "INFO"))
                throw ServiceException.Invalid("The log level of userNotification is ERROR, that of userAuthEvents INFO.");
            if (source == "userNotification" && log.Find("CloudWatchLogsConfiguration") is null)
                throw ServiceException.Invalid("The logs of userNotification go to CloudWatch only.");
            if (source == "userAuthEvents")
                pool.RequireTier("logs of authentication events", "PLUS");
        }
        pool.LogConfigurations = call.Find("LogConfigurations")!.Value.Clone();
        Write(call, pool);
    }

    private static void Write(Call call, UserPool pool)
    {
        call.Json.WriteStartObject("LogDeliveryConfiguration");
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WritePropertyName("LogConfigurations");
        (pool.LogConfigurations ?? None).WriteTo(call.Json);
        call.Json.WriteEndObject();
    }
}
