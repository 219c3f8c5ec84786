using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CognitoPS.Pacing;

/// <summary>The service's default request rates: which category an operation counts in, and how many a second that category has.</summary>
internal static class RequestRates
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>Requests a second of each category, per account and region.</summary>
    public static readonly IReadOnlyDictionary<string, int> PerSecond = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["UserAuthentication"] = 120,
        ["UserCreation"] = 50,
        ["UserFederation"] = 25,
        ["UserAccountRecovery"] = 30,
        ["UserRead"] = 120,
        ["UserUpdate"] = 25,
        ["UserToken"] = 120,
        ["UserResourceRead"] = 50,
        ["UserResourceUpdate"] = 25,
        ["UserList"] = 30,
        ["UserPoolRead"] = 15,
        ["UserPoolUpdate"] = 15,
        ["UserPoolResourceRead"] = 20,
        ["UserPoolResourceUpdate"] = 15,
        ["UserPoolClientRead"] = 15,
        ["UserPoolClientUpdate"] = 15,
        ["ClientAuthentication"] = 150,
        ["LimitManagement"] = 1,
    };

    /// <summary>Categories whose operations also have a rate of their own for each pool.</summary>
    public static readonly ISet<string> PerPool = new HashSet<string>(StringComparer.Ordinal)
    {
        "UserPoolResourceRead",
        "UserPoolResourceUpdate",
        "UserPoolClientRead",
        "UserPoolClientUpdate",
    };

    /// <summary>That rate: requests a second of one operation about one pool.</summary>
    public const int PerSecondAndPool = 5;

    /// <summary>
    /// The operations of a category, as patterns of whole names. The first row that fits decides; what fits none is a pool's resource.
    /// </summary>
    private static readonly (string Category, Regex Operations)[] Table =
    [
        Row("UserAuthentication", "(Admin)?(InitiateAuth|RespondToAuthChallenge)"),
        Row("UserCreation", "SignUp|ConfirmSignUp|AdminCreateUser|AdminConfirmSignUp"),
        Row("UserAccountRecovery", "ForgotPassword|ConfirmForgotPassword|ChangePassword|AdminResetUserPassword|AdminSetUserPassword"),
        Row("UserRead", "AdminGetUser|GetUser"),
        Row("UserToken", "RevokeToken|GetTokensFromRefreshToken"),
        Row("ClientAuthentication", "GetClientToken"),
        Row("LimitManagement", "(Get|Update)ProvisionedLimit"),
        Row("UserList", "ListUsers|ListUsersInGroup"),
        Row(
            "UserResourceRead",
            "(Admin)?(ListDevices|GetDevice|GetUserAuthFactors|ListUserSessions)|AdminListGroupsForUser|AdminListUserAuthEvents|ListWebAuthnCredentials"
        ),
        Row(
            "UserResourceUpdate",
            "(Admin)?(SetUserMFAPreference|SetUserSettings|UpdateDeviceStatus|ForgetDevice|RevokeUserSession|UpdateAuthEventFeedback)|ConfirmDevice|AssociateSoftwareToken|VerifySoftwareToken|AdminDeleteSoftwareToken|.*WebAuthn.*|GetUserAttributeVerificationCode|VerifyUserAttribute"
        ),
        Row(
            "UserUpdate",
            "Admin(AddUserToGroup|RemoveUserFromGroup|UpdateUserAttributes|DeleteUserAttributes|EnableUser|DisableUser|DeleteUser|UserGlobalSignOut|LinkProviderForUser|DisableProviderForUser)|UpdateUserAttributes|DeleteUserAttributes|DeleteUser|GlobalSignOut|ResendConfirmationCode"
        ),
        Row("UserPoolRead", "ListUserPools|DescribeUserPool|GetUserPoolMfaConfig|GetUserPoolSessionConfiguration"),
        Row("UserPoolUpdate", "(Create|Update|Delete)UserPool|AddCustomAttributes|SetUserPoolMfaConfig|SetUserPoolSessionConfiguration"),
        Row(
            "UserPoolClientRead",
            "ListUserPoolClients|DescribeUserPoolClient|ListUserPoolClientSecrets|GetUserPoolClientSessionConfiguration"
        ),
        Row(
            "UserPoolClientUpdate",
            "(Create|Update|Delete)UserPoolClient|(Add|Delete)UserPoolClientSecret|SetUserPoolClientSessionConfiguration"
        ),
        Row("UserPoolResourceRead", "(List|Get|Describe).*"),
    ];

    /// <summary>The category that <paramref name="operation"/> counts in.</summary>
    public static string CategoryOf(string operation) => Known.GetOrAdd(operation, Find);

    private static string Find(string operation)
    {
        foreach ((string category, Regex operations) in Table)
        {
            if (operations.IsMatch(operation))
                return category;
        }

        return "UserPoolResourceUpdate";
    }

    private static (string, Regex) Row(string category, string operations) =>
        (category, new Regex($"^({operations})$", RegexOptions.CultureInvariant));
}
