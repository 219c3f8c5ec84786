using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Resources;

/// <summary>The limits on request rates of an account in a region.</summary>
internal static class ProvisionedLimits
{
    /// <summary>The categories whose limits can be raised.</summary>
    public static readonly string[] Categories =
    [
        "UserAuthentication",
        "UserCreation",
        "UserFederation",
        "UserRead",
        "UserToken",
        "UserResourceRead",
    ];

    /// <summary>A limit's definition.</summary>
    public static LimitDefinitionType Of(string category) =>
        new()
        {
            LimitClass = LimitClass.API_CATEGORY,
            Attributes = new() { ["Category"] = category },
        };
}
