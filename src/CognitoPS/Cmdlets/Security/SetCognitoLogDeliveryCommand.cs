using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Security;

/// <summary>Updates the log streaming configuration of user pools. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>The service replaces all log configurations at once. -AddLogConfiguration sets the one for its event source and keeps the other.
/// Messages that could not be delivered (userNotification) can only go to CloudWatch Logs.</para>
/// <para>Operations: GetLogDeliveryConfiguration, SetLogDeliveryConfiguration.</para>
/// </remarks>
/// <example>
/// Send user activity to an S3 bucket and keep the other log.
/// <code>Set-CognitoLogDelivery -UserPoolId eu-west-1_Customers -AddLogConfiguration @{ EventSource = 'userAuthEvents'; LogLevel = 'INFO'; S3Configuration = @{ BucketArn = 'arn:aws:s3:::example-logs' } }</code>
/// </example>
/// <example>
/// Stop logging failed messages in every staging pool.
/// <code>Get-CognitoUserPool *-staging | Set-CognitoLogDelivery -RemoveLogConfiguration userNotification</code>
/// </example>
/// <parameter name="Clear">Paths of settings to reset to the service default: LogConfigurations, which removes both logs.</parameter>
[Cmdlet(VerbsCommon.Set, "CognitoLogDelivery", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(LogDelivery))]
public sealed class SetCognitoLogDeliveryCommand : SetCommand
{
    /// <summary>
    /// All log configurations, at most 2. They replace the current ones. Each needs EventSource (userNotification or userAuthEvents),
    /// LogLevel (ERROR or INFO) and a destination: CloudWatchLogsConfiguration, S3Configuration or FirehoseConfiguration.
    /// </summary>
    [Parameter]
    [Settings(typeof(List<LogConfigurationType>))]
    [Alias("LogConfiguration")]
    public List<LogConfigurationType>? LogConfigurations { get; set; }

    /// <summary>Log configurations to add. Each replaces the current one for the same event source.</summary>
    [Parameter]
    [Settings(typeof(List<LogConfigurationType>))]
    public List<LogConfigurationType>? AddLogConfiguration { get; set; }

    /// <summary>Event sources whose log configuration is removed: userNotification, userAuthEvents.</summary>
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
                Target = _ => $"log streaming of {pool}",
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
                $"The log configuration for {log.EventSource} has no destination.",
                "Specify CloudWatchLogsConfiguration, S3Configuration or FirehoseConfiguration."
            );
        if (logs.Count(other => other.EventSource == log.EventSource) > 1)
            throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"There are two log configurations for {log.EventSource}.",
                "A pool can have one for each event source."
            );
    }
}
