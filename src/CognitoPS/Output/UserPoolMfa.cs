using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The multi-factor authentication (MFA) configuration of a user pool.</summary>
[TableView("UserPoolId:24", "MfaConfiguration:16", "SoftwareTokenMfaConfiguration:15:SoftwareToken", "EmailMfaConfiguration")]
public sealed class UserPoolMfa
{
    internal UserPoolMfa(GetUserPoolMfaConfigResponse source, string userPoolId, string region)
    {
        UserPoolId = userPoolId;
        Region = region;
        MfaConfiguration = source.MfaConfiguration?.Value;
        SmsMfaConfiguration = SettingObject.Of(source.SmsMfaConfiguration);
        SoftwareTokenMfaConfiguration = SettingObject.Of(source.SoftwareTokenMfaConfiguration);
        EmailMfaConfiguration = SettingObject.Of(source.EmailMfaConfiguration);
        WebAuthnConfiguration = SettingObject.Of(source.WebAuthnConfiguration);
    }

    /// <summary>The pool's ID.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's Region.</summary>
    public string Region { get; }

    /// <summary>OFF, ON (required for everyone) or OPTIONAL (only for users who set it up).</summary>
    public string? MfaConfiguration { get; }

    /// <summary>The SMS message settings.</summary>
    public SettingObject? SmsMfaConfiguration { get; }

    /// <summary>The authenticator app (TOTP) settings.</summary>
    public SettingObject? SoftwareTokenMfaConfiguration { get; }

    /// <summary>The email message settings.</summary>
    public SettingObject? EmailMfaConfiguration { get; }

    /// <summary>The passkey settings.</summary>
    public SettingObject? WebAuthnConfiguration { get; }

    /// <inheritdoc/>
    public override string ToString() => MfaConfiguration ?? "";
}
