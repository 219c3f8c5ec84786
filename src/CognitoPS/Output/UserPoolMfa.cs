using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>Whether a user pool asks for a second factor, and which ones it has.</summary>
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

    /// <summary>The pool's id.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's region.</summary>
    public string Region { get; }

    /// <summary>OFF, ON for everybody, OPTIONAL for who sets it up.</summary>
    public string? MfaConfiguration { get; }

    /// <summary>Codes by text message.</summary>
    public SettingObject? SmsMfaConfiguration { get; }

    /// <summary>Codes of an authenticator app.</summary>
    public SettingObject? SoftwareTokenMfaConfiguration { get; }

    /// <summary>Codes by e-mail.</summary>
    public SettingObject? EmailMfaConfiguration { get; }

    /// <summary>Passkeys.</summary>
    public SettingObject? WebAuthnConfiguration { get; }

    /// <inheritdoc/>
    public override string ToString() => MfaConfiguration ?? "";
}
