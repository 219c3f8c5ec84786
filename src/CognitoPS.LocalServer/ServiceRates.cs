using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CognitoPS.Local;

/// <summary>The service's default request rates: a bucket per category that holds what one second brings.</summary>
internal sealed class ServiceRates
{
    private static readonly (string Category, int Rate, string Operations)[] Table =
    [
        ("UserAuthentication", 120, "InitiateAuth AdminInitiateAuth RespondToAuthChallenge AdminRespondToAuthChallenge"),
        ("UserCreation", 50, "SignUp ConfirmSignUp AdminCreateUser AdminConfirmSignUp"),
        ("UserAccountRecovery", 30, "ForgotPassword ConfirmForgotPassword ChangePassword AdminResetUserPassword AdminSetUserPassword"),
        ("UserRead", 120, "AdminGetUser GetUser"),
        ("UserUpdate", 25, "AdminAddUserToGroup AdminRemoveUserFromGroup AdminUpdateUserAttributes AdminDeleteUserAttributes AdminEnableUser AdminDisableUser AdminDeleteUser DeleteUser "
            + "UpdateUserAttributes DeleteUserAttributes AdminUserGlobalSignOut GlobalSignOut AdminLinkProviderForUser AdminDisableProviderForUser VerifyUserAttribute "
            + "GetUserAttributeVerificationCode ResendConfirmationCode AdminUpdateAuthEventFeedback UpdateAuthEventFeedback AdminRevokeUserSession RevokeUserSession"),
        ("UserToken", 120, "RevokeToken GetTokensFromRefreshToken"),
        ("UserResourceRead", 50, "AdminListGroupsForUser AdminListDevices AdminGetDevice ListDevices GetDevice AdminListUserAuthEvents AdminGetUserAuthFactors GetUserAuthFactors "
            + "AdminListUserSessions ListUserSessions ListWebAuthnCredentials"),
        ("UserResourceUpdate", 25, "AdminSetUserMFAPreference SetUserMFAPreference AdminSetUserSettings SetUserSettings AssociateSoftwareToken VerifySoftwareToken AdminDeleteSoftwareToken "
            + "AdminForgetDevice ForgetDevice AdminUpdateDeviceStatus UpdateDeviceStatus ConfirmDevice StartWebAuthnRegistration CompleteWebAuthnRegistration DeleteWebAuthnCredential"),
        ("UserList", 30, "ListUsers ListUsersInGroup"),
        ("UserPoolRead", 15, "ListUserPools DescribeUserPool"),
        ("UserPoolUpdate", 15, "CreateUserPool UpdateUserPool DeleteUserPool"),
        ("UserPoolResourceRead", 20, "ListGroups GetGroup ListIdentityProviders DescribeIdentityProvider GetIdentityProviderByIdentifier ListResourceServers DescribeResourceServer "
            + "DescribeUserPoolDomain DescribeManagedLoginBranding DescribeManagedLoginBrandingByClient GetUICustomization ListTerms DescribeTerms DescribeTermsByClient DescribeRiskConfiguration "
            + "GetLogDeliveryConfiguration GetUserPoolMfaConfig GetUserPoolSessionConfiguration GetUserPoolClientSessionConfiguration ListUserPoolReplicas GetSigningCertificate ListTagsForResource "
            + "GetCSVHeader ListUserImportJobs DescribeUserImportJob"),
        ("UserPoolResourceUpdate", 15, "CreateGroup UpdateGroup DeleteGroup AddCustomAttributes CreateIdentityProvider UpdateIdentityProvider DeleteIdentityProvider CreateResourceServer UpdateResourceServer "
            + "DeleteResourceServer CreateUserPoolDomain UpdateUserPoolDomain DeleteUserPoolDomain CreateManagedLoginBranding UpdateManagedLoginBranding DeleteManagedLoginBranding SetUICustomization "
            + "CreateTerms UpdateTerms DeleteTerms SetRiskConfiguration SetLogDeliveryConfiguration SetUserPoolMfaConfig SetUserPoolSessionConfiguration SetUserPoolClientSessionConfiguration "
            + "CreateUserPoolReplica UpdateUserPoolReplica DeleteUserPoolReplica TagResource UntagResource CreateUserImportJob StartUserImportJob StopUserImportJob"),
        ("UserPoolClientRead", 15, "ListUserPoolClients DescribeUserPoolClient ListUserPoolClientSecrets"),
        ("UserPoolClientUpdate", 15, "CreateUserPoolClient UpdateUserPoolClient DeleteUserPoolClient AddUserPoolClientSecret DeleteUserPoolClientSecret"),
        ("ClientAuthentication", 150, "GetClientToken"),
        ("LimitManagement", 1, "GetProvisionedLimit UpdateProvisionedLimit"),
    ];

    private static readonly Dictionary<string, (string Category, int Rate)> CategoryOf = Table
        .SelectMany(row => row.Operations.Split(' ').Select(operation => (operation, row)))
        .ToDictionary(pair => pair.operation, pair => (pair.row.Category, pair.row.Rate));

    private static readonly Regex PoolId = new("\"UserPoolId\"\\s*:\\s*\"([^\"]+)\"", RegexOptions.CultureInvariant);

    // Operations on what is in a pool also have a rate of their own for each pool.
    private static readonly HashSet<string> PerPool = ["UserPoolResourceRead", "UserPoolResourceUpdate", "UserPoolClientRead", "UserPoolClientUpdate"];
    private const int PerPoolRate = 5;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>The category of an operation, or null.</summary>
    internal static string? Category(string operation) => CategoryOf.TryGetValue(operation, out (string Category, int Rate) found) ? found.Category : null;

    /// <summary>Whether the rate lets this request pass.</summary>
    internal bool Take(string operation, LoggedRequest request, double factor)
    {
        if (!CategoryOf.TryGetValue(operation, out (string Category, int Rate) found))
            return true;
        if (!Take($"{request.Region} {found.Category}", found.Rate * factor))
            return false;
        return !PerPool.Contains(found.Category) || PoolId.Match(request.Body) is not { Success: true } pool || Take($"{operation} {pool.Groups[1].Value}", PerPoolRate * factor);
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
