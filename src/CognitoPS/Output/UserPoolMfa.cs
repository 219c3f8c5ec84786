using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>Whether a user pool asks for a second factor, and which ones it has.</summary>
[TableView(
    "UserPoolId:24",
    "MfaConfiguration:17",
    "SoftwareTokenMfaConfiguration:20:SoftwareToken",
    "EmailMfaConfiguration:24:Email",
    "SmsMfaConfiguration:24:Sms"
)]
public sealed class UserPoolMfa
{
    internal UserPoolMfa(GetUserPoolMfaConfigResponse source, string userPoolId, string region)
    {
        UserPoolId = userPoolId;
        Region = region;
        MfaConfiguration = source.MfaConfiguration?.Value;
        SmsMfaConfiguration = source.SmsMfaConfiguration;
        SoftwareTokenMfaConfiguration = source.SoftwareTokenMfaConfiguration;
        EmailMfaConfiguration = source.EmailMfaConfiguration;
        WebAuthnConfiguration = source.WebAuthnConfiguration;
    }

    /// <summary>The pool's id.</summary>
    public string UserPoolId { get; }

    /// <summary>The pool's region.</summary>
    public string Region { get; }

    /// <summary>OFF, ON for everybody, OPTIONAL for who sets it up.</summary>
    public string? MfaConfiguration { get; }

    /// <summary>Codes by text message.</summary>
    public SmsMfaConfigType? SmsMfaConfiguration { get; }

    /// <summary>Codes of an authenticator app.</summary>
    public SoftwareTokenMfaConfigType? SoftwareTokenMfaConfiguration { get; }

    /// <summary>Codes by e-mail.</summary>
    public EmailMfaConfigType? EmailMfaConfiguration { get; }

    /// <summary>Passkeys.</summary>
    public WebAuthnConfigurationType? WebAuthnConfiguration { get; }

    /// <inheritdoc/>
    public override string ToString() => MfaConfiguration ?? "";
}
