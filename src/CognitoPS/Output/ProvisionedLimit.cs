using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The provisioned request rate limit of one category of operations in a Region.</summary>
[TableView("Category:28", "ProvisionedLimitValue:22", "FreeLimitValue:16", "Region")]
public sealed class ProvisionedLimit
{
    internal ProvisionedLimit(LimitType source, string category, string region)
    {
        Category = category;
        LimitClass = source.LimitDefinition?.LimitClass?.Value;
        ProvisionedLimitValue = source.ProvisionedLimitValue;
        FreeLimitValue = source.FreeLimitValue;
        Region = region;
    }

    /// <summary>The category of operations, such as UserAuthentication.</summary>
    public string Category { get; }

    /// <summary>The kind of limit: API_CATEGORY.</summary>
    public string? LimitClass { get; }

    /// <summary>The current limit, in requests per second.</summary>
    public int? ProvisionedLimitValue { get; }

    /// <summary>The free limit, in requests per second.</summary>
    public int? FreeLimitValue { get; }

    /// <summary>The Region that it applies to.</summary>
    public string Region { get; }
}
