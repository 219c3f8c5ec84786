using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The authentication factors of a user.</summary>
[TableView("Username:36", "PreferredMfaSetting:19", "UserMFASettingList:36", "ConfiguredUserAuthFactors")]
public sealed class UserAuthFactor
{
    internal UserAuthFactor(AdminGetUserAuthFactorsResponse source, string userPoolId, string region)
        : this(userPoolId, region, source.Username, source.PreferredMfaSetting, source.UserMFASettingList, source.ConfiguredUserAuthFactors)
    { }

    internal UserAuthFactor(GetUserAuthFactorsResponse source, string? userPoolId, string region)
        : this(userPoolId, region, source.Username, source.PreferredMfaSetting, source.UserMFASettingList, source.ConfiguredUserAuthFactors)
    { }

    private UserAuthFactor(string? userPoolId, string region, string username, string? preferred, List<string>? mfa, List<string>? factors)
    {
        UserPoolId = userPoolId;
        Region = region;
        Username = username;
        PreferredMfaSetting = preferred;
        UserMFASettingList = Readable.List(mfa);
        ConfiguredUserAuthFactors = Readable.List(factors);
    }

    /// <summary>The ID of the user pool that the user belongs to.</summary>
    public string? UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The username.</summary>
    public string Username { get; }

    /// <summary>The preferred MFA method.</summary>
    public string? PreferredMfaSetting { get; }

    /// <summary>The MFA methods that the user has set up.</summary>
    public IReadOnlyList<string> UserMFASettingList { get; }

    /// <summary>The first factors that the user can sign in with: PASSWORD, EMAIL_OTP, SMS_OTP, WEB_AUTHN.</summary>
    public IReadOnlyList<string> ConfiguredUserAuthFactors { get; }

    /// <inheritdoc/>
    public override string ToString() => Username;
}
