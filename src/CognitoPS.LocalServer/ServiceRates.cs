using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CognitoPS.Local.State;

namespace CognitoPS.Local;

/// <summary>The service's default request rates: a bucket per category that holds what one second brings.</summary>
internal sealed class ServiceRates(ServerState state)
{
    private static readonly (string Category, int Rate, bool Raisable, string Operations)[] Table =
    [
        ("UserAuthentication", 120, true, "InitiateAuth AdminInitiateAuth RespondToAuthChallenge AdminRespondToAuthChallenge"),
        ("UserCreation", 50, true, "SignUp ConfirmSignUp AdminCreateUser AdminConfirmSignUp"),
        ("UserFederation", 25, true, ""),
        (
            "UserAccountRecovery",
            30,
            false,
            "ForgotPassword ConfirmForgotPassword ChangePassword AdminResetUserPassword AdminSetUserPassword"
        ),
        ("UserRead", 120, true, "AdminGetUser GetUser"),
        (
            "UserUpdate",
            25,
            false,
            "AdminAddUserToGroup AdminRemoveUserFromGroup AdminUpdateUserAttributes AdminDeleteUserAttributes AdminEnableUser AdminDisableUser AdminDeleteUser DeleteUser "
                + "UpdateUserAttributes DeleteUserAttributes AdminUserGlobalSignOut GlobalSignOut AdminLinkProviderForUser AdminDisableProviderForUser VerifyUserAttribute "
                + "GetUserAttributeVerificationCode ResendConfirmationCode AdminUpdateAuthEventFeedback UpdateAuthEventFeedback AdminRevokeUserSession RevokeUserSession"
        ),
        ("UserToken", 120, true, "RevokeToken GetTokensFromRefreshToken"),
        (
            "UserResourceRead",
            50,
            true,
            "AdminListGroupsForUser AdminListDevices AdminGetDevice ListDevices GetDevice AdminListUserAuthEvents AdminGetUserAuthFactors GetUserAuthFactors "
                + "AdminListUserSessions ListUserSessions ListWebAuthnCredentials"
        ),
        (
            "UserResourceUpdate",
            25,
            false,
            "AdminSetUserMFAPreference SetUserMFAPreference AdminSetUserSettings SetUserSettings AssociateSoftwareToken VerifySoftwareToken AdminDeleteSoftwareToken "
                + "AdminForgetDevice ForgetDevice AdminUpdateDeviceStatus UpdateDeviceStatus ConfirmDevice StartWebAuthnRegistration CompleteWebAuthnRegistration DeleteWebAuthnCredential"
        ),
        ("UserList", 30, false, "ListUsers ListUsersInGroup"),
        ("UserPoolRead", 15, false, "ListUserPools DescribeUserPool"),
        ("UserPoolUpdate", 15, false, "CreateUserPool UpdateUserPool DeleteUserPool"),
        (
            "UserPoolResourceRead",
            20,
            false,
            "ListGroups GetGroup ListIdentityProviders DescribeIdentityProvider GetIdentityProviderByIdentifier ListResourceServers DescribeResourceServer "
                + "DescribeUserPoolDomain DescribeManagedLoginBranding DescribeManagedLoginBrandingByClient GetUICustomization ListTerms DescribeTerms DescribeTermsByClient DescribeRiskConfiguration "
                + "GetLogDeliveryConfiguration GetUserPoolMfaConfig GetUserPoolSessionConfiguration GetUserPoolClientSessionConfiguration ListUserPoolReplicas GetSigningCertificate ListTagsForResource "
                + "GetCSVHeader ListUserImportJobs DescribeUserImportJob"
        ),
        (
            "UserPoolResourceUpdate",
            15,
            false,
            "CreateGroup UpdateGroup DeleteGroup AddCustomAttributes CreateIdentityProvider UpdateIdentityProvider DeleteIdentityProvider CreateResourceServer UpdateResourceServer "
                + "DeleteResourceServer CreateUserPoolDomain UpdateUserPoolDomain DeleteUserPoolDomain CreateManagedLoginBranding UpdateManagedLoginBranding DeleteManagedLoginBranding SetUICustomization "
                + "CreateTerms UpdateTerms DeleteTerms SetRiskConfiguration SetLogDeliveryConfiguration SetUserPoolMfaConfig SetUserPoolSessionConfiguration SetUserPoolClientSessionConfiguration "
                + "CreateUserPoolReplica UpdateUserPoolReplica DeleteUserPoolReplica TagResource UntagResource CreateUserImportJob StartUserImportJob StopUserImportJob"
        ),
        ("UserPoolClientRead", 15, false, "ListUserPoolClients DescribeUserPoolClient ListUserPoolClientSecrets"),
        (
            "UserPoolClientUpdate",
            15,
            false,
            "CreateUserPoolClient UpdateUserPoolClient DeleteUserPoolClient AddUserPoolClientSecret DeleteUserPoolClientSecret"
        ),
        ("ClientAuthentication", 150, false, "GetClientToken"),
        ("LimitManagement", 1, false, "GetProvisionedLimit UpdateProvisionedLimit"),
    ];

    private static readonly Dictionary<string, (string Category, int Rate)> CategoryOf = Table
        .SelectMany(row => row.Operations.Split(' ').Select(operation => (operation, row)))
        .ToDictionary(pair => pair.operation, pair => (pair.row.Category, pair.row.Rate));

    private static readonly Regex PoolId = new("\"UserPoolId\"\\s*:\\s*\"([^\"]+)\"", RegexOptions.CultureInvariant);

    // Operations on what is in a pool also have a rate of their own for each pool.
    private static readonly HashSet<string> PerPool =
    [
        "UserPoolResourceRead",
        "UserPoolResourceUpdate",
        "UserPoolClientRead",
        "UserPoolClientUpdate",
    ];
    private const int PerPoolRate = 5;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>How many a second of an operation's category are let pass.</summary>
    internal static int RateOf(string operation) => CategoryOf[operation].Rate;

    internal static bool Knows(string operation) => CategoryOf.ContainsKey(operation);

    /// <summary>A category by its name, however it is spelled: UserAuthentication or USER_AUTHENTICATION.</summary>
    internal static (string Category, int Rate, bool Raisable)? Find(string name)
    {
        int row = Array.FindIndex(Table, r => string.Equals(r.Category, name.Replace("_", ""), StringComparison.OrdinalIgnoreCase));
        return row < 0 ? null : (Table[row].Category, Table[row].Rate, Table[row].Raisable);
    }

    /// <summary>Whether the rate lets this request pass.</summary>
    internal bool Take(string operation, LoggedRequest request, double factor)
    {
        if (!CategoryOf.TryGetValue(operation, out (string Category, int Rate) found))
            return true;
        int rate = state.ProvisionedRates.TryGetValue((request.Region, found.Category), out int raised) ? raised : found.Rate;
        if (!Take($"{request.Region} {found.Category}", rate * factor))
            return false;
        return !PerPool.Contains(found.Category)
            || PoolId.Match(request.Body) is not { Success: true } pool
            || Take($"{operation} {pool.Groups[1].Value}", PerPoolRate * factor);
    }

    private bool Take(string bucket, double rate) => _buckets.GetOrAdd(bucket, _ => new Bucket()).Take(rate);

    /// <summary>Holds what one second brings.</summary>
    private sealed class Bucket
    {
        private double _tokens = double.MaxValue;
        private long _last;

        internal bool Take(double rate)
        {
            lock (this)
            {
                long now = Stopwatch.GetTimestamp();
                _tokens = Math.Min(rate, _tokens + ((now - _last) * rate / Stopwatch.Frequency));
                _last = now;
                if (_tokens < 1)
                    return false;
                _tokens--;
                return true;
            }
        }
    }
}
