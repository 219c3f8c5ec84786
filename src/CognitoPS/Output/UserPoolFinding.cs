using CognitoPS.Audit;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>What a rule says about a user pool, or about something in it.</summary>
[TableView("Severity:8", "Status:7", "RuleId:28", "Resource:20", "Evidence", GroupBy = "UserPool", ColorBy = "Severity")]
public sealed class UserPoolFinding
{
    internal UserPoolFinding(Finding source)
    {
        RuleId = source.Rule.Id;
        Title = source.Rule.Title;
        Severity = source.Rule.Severity.ToString();
        Status = source.Status.ToString();
        UserPoolId = source.UserPoolId;
        UserPoolName = source.UserPoolName;
        Region = source.Region;
        ResourceType = source.Rule.ResourceType;
        ResourceId = source.ResourceId;
        ResourceName = source.ResourceName;
        Evidence = source.Evidence?.ToString();
        Remedy = source.Remedy?.ToString();
        Reason = source.Reason;
        Why = source.Rule.Why;
        References = Readable.List(source.Rule.References);
    }

    /// <summary>The rule's name, which stays the same from version to version, such as client-implicit-flow.</summary>
    public string RuleId { get; }

    /// <summary>What holds where the rule passes.</summary>
    public string Title { get; }

    /// <summary>How bad it is where the rule fails: Critical, High, Medium, Low or Info.</summary>
    public string Severity { get; }

    /// <summary>Fail, Pass, NotApplicable, Unknown (it may not be read, or the service does not tell) or Suppressed.</summary>
    public string Status { get; }

    /// <summary>The id of the pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's name.</summary>
    public string? UserPoolName { get; }

    /// <summary>The pool's name and id.</summary>
    public string UserPool => UserPoolName is null ? UserPoolId : $"{UserPoolName} ({UserPoolId})";

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>What kind of thing it is about: UserPool, UserPoolClient, Group, IdentityProvider or UserPoolDomain.</summary>
    public string ResourceType { get; }

    /// <summary>The id of the thing, such as the client's; the name of what has no id.</summary>
    public string ResourceId { get; }

    /// <summary>The name of the thing, where it has one beside its id.</summary>
    public string? ResourceName { get; }

    /// <summary>The thing as people call it.</summary>
    public string Resource => ResourceName ?? ResourceId;

    /// <summary>The setting that decided, and its value.</summary>
    public string? Evidence { get; }

    /// <summary>The command that mends it, which can be pasted and run; null where none does.</summary>
    public string? Remedy { get; }

    /// <summary>Why it is unknown or suppressed, or why no command mends it.</summary>
    public string? Reason { get; }

    /// <summary>What may happen where the rule fails.</summary>
    public string Why { get; }

    /// <summary>What others call the same, such as "Security Hub Cognito.6".</summary>
    public IReadOnlyList<string> References { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Severity} {RuleId} {Resource}";
}
