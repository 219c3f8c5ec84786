using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static IEnumerable<Rule> TriggerRules() =>
        [
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "trigger-elsewhere",
                Title = "Triggers are functions of the pool's own account and region",
                Severity = Severity.High,
                Why = "Whoever owns the function sees every sign-in, and decides about it. One of another region is never called.",
                Manual = "Deploy the function beside the pool, then Set-CognitoUserPool -LambdaConfig with its ARN.",
                Applies = one => Triggers(one.Item).Any(),
                Problem = one =>
                    Triggers(one.Item).FirstOrDefault(trigger => IsElsewhere(trigger.Arn, one.Item.Arn)) is { Arn: not null } found
                        ? Found($"LambdaConfig.{found.Name}", found.Arn)
                        : null,
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "trigger-version",
                Title = "The pre token generation trigger gets a current event",
                Severity = Severity.Low,
                Why =
                    "Version V1_0 cannot put anything into access tokens, so that applications decide by id "
                    + "tokens, which are not meant for it.",
                Manual =
                    "The function must understand the newer event first: then Set-CognitoUserPool "
                    + "-LambdaConfig @{ PreTokenGenerationConfig = @{ LambdaVersion = 'V2_0'; LambdaArn = '…' } "
                    + "}.",
                Applies = one =>
                    !IsTier(one.Pool, UserPoolTierType.LITE)
                    && one.Item.LambdaConfig is { } triggers
                    && (triggers.PreTokenGeneration ?? triggers.PreTokenGenerationConfig?.LambdaArn) is not null,
                Problem = one =>
                    Unless(
                        one.Item.LambdaConfig.PreTokenGenerationConfig?.LambdaVersion is { } version
                            && version != PreTokenGenerationLambdaVersionType.V1_0,
                        "LambdaConfig.PreTokenGenerationConfig.LambdaVersion",
                        one.Item.LambdaConfig.PreTokenGenerationConfig?.LambdaVersion
                    ),
            },
        ];

    private static IEnumerable<(string Name, string Arn)> Triggers(UserPoolType pool)
    {
        if (pool.LambdaConfig is not { } triggers)
            yield break;
        foreach (var member in SettingMembers.Of(typeof(LambdaConfigType)).Values)
        {
            object? value = member.GetValue(triggers);
            string? arn = value is null or string ? value as string : SettingTree.Read(value, "LambdaArn") as string;
            if (arn is not null && member.Name != nameof(LambdaConfigType.KMSKeyID))
                yield return (member.Name, arn);
        }
    }

    /// <summary>Whether two ARNs name different regions or accounts.</summary>
    private static bool IsElsewhere(string function, string pool) =>
        function.Split(':') is [_, _, _, string region, string account, ..]
        && pool.Split(':') is [_, _, _, string poolRegion, string poolAccount, ..]
        && (region != poolRegion || account != poolAccount);
}
