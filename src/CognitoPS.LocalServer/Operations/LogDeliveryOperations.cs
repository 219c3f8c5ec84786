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
        CheckSources([.. call.Items("LogConfigurations")]);
        foreach (JsonElement log in call.Items("LogConfigurations"))
        {
            string source = log.Text("EventSource")!;
            if (Destinations.Count(destination => log.Find(destination) is not null) > 1)
                throw ServiceException.Invalid($"The event source {source} must have exactly one destination.");
            if ((source == "userAuthEvents") != (log.Text("LogLevel") == "INFO"))
                throw ServiceException.Invalid("The log level of userNotification is ERROR, that of userAuthEvents INFO.");
            if (source == "userNotification" && log.Find("CloudWatchLogsConfiguration") is null)
                throw ServiceException.Invalid("The logs of userNotification go to CloudWatch only.");
            if (source == "userAuthEvents")
                pool.RequireTier("Log Streaming", "PLUS");
        }
        foreach (JsonElement log in call.Items("LogConfigurations"))
        {
            string? group = log.Text("CloudWatchLogsConfiguration", "LogGroupArn");
            string? stream = log.Text("FirehoseConfiguration", "StreamArn");
            if ((group ?? stream)?.Split(':') is [_, _, _, string region, ..] && region != pool.Region)
                throw ServiceException.Invalid("ARN does not belong to current region");
        }
        pool.LogConfigurations = call.Find("LogConfigurations")!.Value.Clone();
        Write(call, pool);
    }

    private static void CheckSources(JsonElement[] logs)
    {
        string[] homeless = Sources(logs.Where(log => !Array.Exists(Destinations, destination => log.Find(destination) is not null)));
        string[] repeated = Sources(logs.GroupBy(log => log.Text("EventSource")).Where(same => same.Count() > 1).SelectMany(same => same));
        List<string> faults = [];
        if (homeless.Length > 0)
            faults.Add($"Following event sources in request have no destination: [{string.Join(", ", homeless)}].");
        if (repeated.Length > 0)
            faults.Add($"Following event sources appear more then once in a request: [{string.Join(", ", repeated)}].");
        if (faults.Count > 0)
            throw ServiceException.Invalid($"Request validation Failed. {string.Join(" ", faults)}");
    }

    private static string[] Sources(IEnumerable<JsonElement> logs) => [.. logs.Select(log => log.Text("EventSource")!).Distinct()];

    private static void Write(Call call, UserPool pool)
    {
        call.Json.WriteStartObject("LogDeliveryConfiguration");
        call.Json.WriteString("UserPoolId", pool.Id);
        call.Json.WritePropertyName("LogConfigurations");
        (pool.LogConfigurations ?? None).WriteTo(call.Json);
        call.Json.WriteEndObject();
    }
}
