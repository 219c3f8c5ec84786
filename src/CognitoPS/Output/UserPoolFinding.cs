using CognitoPS.Audit;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The finding of a rule about a user pool or a resource in it.</summary>
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

    /// <summary>What is true if the rule passes.</summary>
    public string Title { get; }

    /// <summary>The severity if the rule fails: Critical, High, Medium, Low or Info.</summary>
    public string Severity { get; }

    /// <summary>Fail, Pass, NotApplicable, Unknown (access was denied, or the service doesn't return the setting) or Suppressed.</summary>
    public string Status { get; }

    /// <summary>The ID of the user pool.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's name.</summary>
    public string? UserPoolName { get; }

    /// <summary>The pool's name and ID.</summary>
    public string UserPool => UserPoolName is null ? UserPoolId : $"{UserPoolName} ({UserPoolId})";

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The type of the resource: UserPool, UserPoolClient, Group, IdentityProvider or UserPoolDomain.</summary>
    public string ResourceType { get; }

    /// <summary>The ID of the resource, such as an app client's ID, or its name if it has no ID.</summary>
    public string ResourceId { get; }

    /// <summary>The name of the resource, if it has one in addition to its ID.</summary>
    public string? ResourceName { get; }

    /// <summary>The display name of the resource.</summary>
    public string Resource => ResourceName ?? ResourceId;

    /// <summary>The setting behind the result, and its value.</summary>
    public string? Evidence { get; }

    /// <summary>The command that fixes it, ready to paste and run; null if there is none.</summary>
    public string? Remedy { get; }

    /// <summary>The reason why it is unknown or suppressed, or why no command fixes it.</summary>
    public string? Reason { get; }

    /// <summary>What can happen if the rule fails.</summary>
    public string Why { get; }

    /// <summary>The names of the same check in other tools, such as "Security Hub Cognito.6".</summary>
    public IReadOnlyList<string> References { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Severity} {RuleId} {Resource}";
}
