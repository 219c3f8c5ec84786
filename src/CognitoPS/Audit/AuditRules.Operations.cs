using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private static IEnumerable<Rule> OperationRules() =>
        [
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "pool-deletion-protection",
                Title = "The pool is protected against deletion",
                Severity = Severity.Medium,
                Why = "One call removes the pool with all of its users, and nothing brings them back.",
                References = ["Security Hub Cognito.6", "prowler cognito_user_pool_deletion_protection_enabled"],
                Problem = one =>
                    Unless(one.Item.DeletionProtection == DeletionProtectionType.ACTIVE, "DeletionProtection", one.Item.DeletionProtection),
                Remedy = one => ChangePool(one, ("DeletionProtection", "ACTIVE")),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "pool-tier",
                Title = "The feature plan covers the settings in use",
                Severity = Severity.Medium,
                Why = "A setting that the plan does not cover has no effect, or any change of the pool is refused.",
                Problem = one => TierProblem(one.Item)?.Evidence,
                Remedy = one => ChangePool(one, ("UserPoolTier", TierProblem(one.Item)!.Value.Needed.Value)),
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "pool-required-tags",
                Title = "The pool has the tags that your policy demands",
                Severity = Severity.Low,
                Why = "A pool that belongs to nobody is looked after by nobody. The tags are those of -RequiredTag.",
                Manual = "The value is yours to say: Add-CognitoTag.",
                Applies = one => one.Options.RequiredTags.Count > 0,
                Problem = one => Unless(MissingTags(one).Length == 0, "UserPoolTags", $"without {Shown(MissingTags(one))}"),
                Remedy = AddTags,
            },
            new Rule<UserPoolType>(Subjects.Pool)
            {
                Id = "pool-web-acl",
                Title = "A web ACL stands before the pool",
                Severity = Severity.Info,
                Why = "A web ACL limits how often sign-in, sign-up and recovery are tried from one address.",
                References = ["prowler cognito_user_pool_waf_acl_attached"],
                NotVisible = "It is not visible in this API: aws wafv2 get-web-acl-for-resource --resource-arn with the pool's ARN tells.",
                Problem = one => Found("Arn", one.Item.Arn),
            },
            new Rule<LogDeliveryConfigurationType>(Subjects.Logs)
            {
                Id = "log-user-events",
                Title = "What users do is logged",
                Severity = Severity.Medium,
                Why = "After an incident nobody can say who signed in from where. It needs the plan PLUS.",
                Manual = LogManual,
                Applies = one => IsTier(one.Pool, UserPoolTierType.PLUS),
                Problem = one => LogProblem(one, EventSourceName.UserAuthEvents),
            },
            new Rule<LogDeliveryConfigurationType>(Subjects.Logs)
            {
                Id = "log-message-failures",
                Title = "Messages that could not be delivered are logged",
                Severity = Severity.Low,
                Why = "Otherwise users tell you that codes do not arrive, and nobody can say why.",
                Manual = LogManual,
                Problem = one => LogProblem(one, EventSourceName.UserNotification),
            },
        ];

    private const string LogManual = "The destination is yours to say: Set-CognitoLogDelivery -AddLogConfiguration with its ARN.";

    private static Evidence? LogProblem(Case<LogDeliveryConfigurationType> one, EventSourceName source) =>
        Unless(
            one.Item.LogConfigurations?.Exists(log => log.EventSource == source) is true,
            "LogConfigurations.EventSource",
            $"without {source.Value}"
        );

    private static (Evidence Evidence, UserPoolTierType Needed)? TierProblem(UserPoolType pool)
    {
        if (pool.UserPoolTier is not { } tier || tier == UserPoolTierType.PLUS)
            return null;
        if (HasThreatProtection(pool))
            return (new(ModeMember, $"{pool.UserPoolAddOns.AdvancedSecurityMode} on {tier}"), UserPoolTierType.PLUS);
        if (tier != UserPoolTierType.LITE)
            return null;
        if (FirstFactors(pool).FirstOrDefault(factor => factor != "PASSWORD") is { } factor)
            return (new("Policies.SignInPolicy.AllowedFirstAuthFactors", $"{factor} on {tier}"), UserPoolTierType.ESSENTIALS);
        if (
            pool.LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion is { } version
            && version != PreTokenGenerationLambdaVersionType.V1_0
        )
            return (new("LambdaConfig.PreTokenGenerationConfig.LambdaVersion", $"{version} on {tier}"), UserPoolTierType.ESSENTIALS);
        return null;
    }

    private static string[] MissingTags(Case<UserPoolType> one) => [.. one.Options.RequiredTags.Where(tag => !HasTag(one.Item, tag))];

    /// <summary>A tag is demanded by its name, or as name=value where the value may have wildcards.</summary>
    private static bool HasTag(UserPoolType pool, string demand)
    {
        string[] parts = demand.Split(['='], 2);
        return pool.UserPoolTags is { } tags
            && tags.TryGetValue(parts[0], out string? value)
            && (parts.Length < 2 || new WildcardPattern(parts[1], WildcardOptions.IgnoreCase).IsMatch(value));
    }

    private static Remedy? AddTags(Case<UserPoolType> one)
    {
        string[][] missing = [.. MissingTags(one).Select(tag => tag.Split(['='], 2))];
        return Array.TrueForAll(missing, tag => tag.Length == 2 && !WildcardPattern.ContainsWildcardCharacters(tag[1]))
            ? new(
                "Add-CognitoTag",
                ("UserPoolId", one.Picture.UserPoolId),
                ("Tag", new Table([.. missing.Select(tag => (tag[0], (object)tag[1]))]))
            )
            : null;
    }
}
