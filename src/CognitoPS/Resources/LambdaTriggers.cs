using System.Management.Automation;
using System.Text.RegularExpressions;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Resources;

/// <summary>What holds for a pool's Lambda triggers.</summary>
internal static class LambdaTriggers
{
    private static readonly Regex FunctionArn = new(
        @"^arn:[\w-]+:lambda:(?<region>[a-z0-9-]+):\d{12}:function:[\w-]+(:[\w$-]+)?$",
        RegexOptions.CultureInvariant
    );

    /// <summary>Refuses Lambda triggers that the pool could never call: ARNs that are none, and functions of another region.</summary>
    /// <param name="triggers">The triggers to be sent.</param>
    /// <param name="current">Those that the pool has; what is there already is not questioned.</param>
    /// <param name="region">The pool's region.</param>
    public static void Check(LambdaConfigType? triggers, LambdaConfigType? current, string region)
    {
        HashSet<string> known = [.. Arns(current).Select(trigger => trigger.Arn)];
        foreach ((string name, string arn) in Arns(triggers).Where(trigger => !known.Contains(trigger.Arn)))
        {
            if (FunctionArn.Match(arn) is not { Success: true } match)
            {
                throw new CognitoException(
                    "InvalidTriggerArn",
                    ErrorCategory.InvalidArgument,
                    $"LambdaConfig.{name} is not the ARN of a Lambda function: '{arn}'.",
                    "The ARN looks like arn:aws:lambda:eu-west-1:123456789012:function:name."
                );
            }

            if (match.Groups["region"].Value is var found && found != region)
            {
                throw new CognitoException(
                    "TriggerOfOtherRegion",
                    ErrorCategory.InvalidArgument,
                    $"LambdaConfig.{name} is a function in {found}, but the pool is in {region}.",
                    "A pool can call only functions in its own Region. Deploy the function there."
                );
            }
        }
    }

    private static IEnumerable<(string Name, string Arn)> Arns(LambdaConfigType? triggers)
    {
        if (triggers is null)
            yield break;
        foreach (
            var member in SettingMembers
                .Of(typeof(LambdaConfigType))
                .Values.Where(member => member.Name != nameof(LambdaConfigType.KMSKeyID))
        )
        {
            object? value = member.GetValue(triggers);
            if ((value as string ?? (value is null ? null : SettingTree.Read(value, "LambdaArn") as string)) is { } arn)
                yield return (member.Name, arn);
        }
    }
}
