using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Security;

/// <summary>Changes which logs a user pool writes, and where to: what is named changes, everything else stays.</summary>
/// <remarks>
/// <para>The service replaces all log configurations at once. -AddLogConfiguration changes the one of its event source and keeps the other.
/// Messages that could not be delivered go to CloudWatch Logs only.</para>
/// <para>Operations: GetLogDeliveryConfiguration, SetLogDeliveryConfiguration.</para>
/// </remarks>
/// <example>
/// What users do goes to a bucket; the other log stays as it is.
/// <code>Set-CognitoLogDelivery -UserPoolId eu-west-1_Customers -AddLogConfiguration @{ EventSource = 'userAuthEvents'; LogLevel = 'INFO'; S3Configuration = @{ BucketArn = 'arn:aws:s3:::example-logs' } }</code>
/// </example>
/// <example>
/// No log of failed messages any more, in every staging pool.
/// <code>Get-CognitoUserPool *-staging | Set-CognitoLogDelivery -RemoveLogConfiguration userNotification</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoLogDelivery", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(LogDelivery))]
public sealed class SetCognitoLogDeliveryCommand : SetCommand
{
    /// <summary>
    /// All log configurations, instead of those that are there: at most 2, each with EventSource (userNotification or userAuthEvents),
    /// LogLevel (ERROR or INFO) and a destination: CloudWatchLogsConfiguration, S3Configuration or FirehoseConfiguration.
    /// </summary>
    [Parameter]
    [Settings(typeof(List<LogConfigurationType>))]
    [Alias("LogConfiguration")]
    public List<LogConfigurationType>? LogConfigurations { get; set; }

    /// <summary>Adds log configurations, each instead of the one of the same event source.</summary>
    [Parameter]
    [Settings(typeof(List<LogConfigurationType>))]
    public List<LogConfigurationType>? AddLogConfiguration { get; set; }

    /// <summary>Removes the log configurations of event sources: userNotification, userAuthEvents.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<EventSourceName>))]
    public string[] RemoveLogConfiguration { get; set; } = [];

    private protected override Task ProcessAsync()
    {
        Bound.RefuseEditsOf(nameof(LogConfigurations), nameof(AddLogConfiguration), nameof(RemoveLogConfiguration));
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        return UpdateAsync(
            new Update<LogDeliveryConfigurationType, SetLogDeliveryConfigurationRequest>
            {
                Target = _ => $"log delivery of {pool}",
                Read = async token =>
                    (await client.GetLogDeliveryConfigurationAsync(new() { UserPoolId = pool }, token)).LogDeliveryConfiguration ?? new(),
                Identify = request => request.UserPoolId = pool,
                Adjust = (_, request) => Edit(request),
                Write = async (request, token) => (await client.SetLogDeliveryConfigurationAsync(request, token)).LogDeliveryConfiguration,
                Rules = UpdateRules.LogDelivery,
                Output = logs => new LogDelivery(logs, pool, region),
            }
        );
    }

    private void Edit(SetLogDeliveryConfigurationRequest request)
    {
        List<LogConfigurationType> logs = request.LogConfigurations ?? [];
        foreach (LogConfigurationType log in AddLogConfiguration ?? [])
        {
            logs.RemoveAll(known => known.EventSource == log.EventSource);
            logs.Add(log);
        }

        logs.RemoveAll(log => RemoveLogConfiguration.Contains(log.EventSource?.Value, StringComparer.OrdinalIgnoreCase));
        foreach (LogConfigurationType log in logs)
            Check(log, logs);
        request.LogConfigurations = logs;
    }

    /// <exception cref="CognitoException">InvalidSetting, MissingSetting.</exception>
    private static void Check(LogConfigurationType log, List<LogConfigurationType> logs)
    {
        if (log is { CloudWatchLogsConfiguration: null, S3Configuration: null, FirehoseConfiguration: null })
            throw new CognitoException(
                "MissingSetting",
                ErrorCategory.InvalidArgument,
                $"The log configuration of {log.EventSource} has no destination.",
                "Give CloudWatchLogsConfiguration, S3Configuration or FirehoseConfiguration."
            );
        if (logs.Count(other => other.EventSource == log.EventSource) > 1)
            throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"There are two log configurations of {log.EventSource}.",
                "A pool has one of each event source."
            );
    }
}
