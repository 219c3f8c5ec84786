using System.Diagnostics;

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

    private static readonly Dictionary<string, string> CategoryOf = Table.SelectMany(t => t.Operations.Split(' ').Select(o => (o, t.Category))).ToDictionary(p => p.o, p => p.Category);

    private readonly Dictionary<string, Bucket> _buckets = Table.ToDictionary(t => t.Category, t => new Bucket(t.Rate));

    /// <summary>The category of an operation, or null.</summary>
    internal static string? Category(string operation) => CategoryOf.TryGetValue(operation, out string? category) ? category : null;

    internal bool Take(string operation, double factor) => Category(operation) is not { } category || _buckets[category].Take(factor);

    private sealed class Bucket(int rate)
    {
        private double _tokens = rate;
        private long _last = Stopwatch.GetTimestamp();

        internal bool Take(double factor)
        {
            lock (this)
            {
                long now = Stopwatch.GetTimestamp();
                _tokens = Math.Min(rate * factor, _tokens + ((now - _last) * rate * factor / Stopwatch.Frequency));
                _last = now;
                if (_tokens < 1)
                    return false;
                _tokens--;
                return true;
            }
        }
    }
}
