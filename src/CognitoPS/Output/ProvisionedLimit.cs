using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>How many requests a second of one category the account may send in a region.</summary>
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

    /// <summary>The category of operations, as UserAuthentication.</summary>
    public string Category { get; }

    /// <summary>The kind of limit: API_CATEGORY.</summary>
    public string? LimitClass { get; }

    /// <summary>The limit that holds now, in requests a second.</summary>
    public int? ProvisionedLimitValue { get; }

    /// <summary>How much of it costs nothing, in requests a second.</summary>
    public int? FreeLimitValue { get; }

    /// <summary>The region that it holds in.</summary>
    public string Region { get; }
}
