using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>A cmdlet about the limits on request rates of the account in a region.</summary>
public abstract class ProvisionedLimitCommand : RegionalCommand
{
    /// <summary>The categories whose limits can be raised.</summary>
    internal static readonly string[] Categories =
    [
        "UserAuthentication",
        "UserCreation",
        "UserFederation",
        "UserRead",
        "UserToken",
        "UserResourceRead",
    ];

    /// <summary>The limit's definition.</summary>
    private protected static LimitDefinitionType Define(string category) =>
        new()
        {
            LimitClass = LimitClass.API_CATEGORY,
            Attributes = new() { ["Category"] = category },
        };
}

/// <summary>Categories whose limits can be raised.</summary>
public sealed class LimitCategoryCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        ProvisionedLimitCommand.Categories.Select(category => new Candidate(category));
}
