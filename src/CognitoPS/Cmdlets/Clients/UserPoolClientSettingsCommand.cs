using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>The settings of an app client that New- and Set-CognitoUserPoolClient share.</summary>
public abstract class UserPoolClientSettingsCommand : PoolCommand
{
    /// <summary>
    /// Refresh token expiration, 60 minutes to 10 years: a time span such as 12h, '12:00:00' or (New-TimeSpan -Days 7), or a number in the
    /// unit of -TokenValidityUnits (days by default). Default: 30 days.
    /// </summary>
    [Parameter]
    public TokenValidity? RefreshTokenValidity { get; set; }

    /// <summary>
    /// Access token expiration, 5 minutes to 1 day: a time span such as 30m, '00:30:00' or (New-TimeSpan -Hours 1), or a number in the unit
    /// of -TokenValidityUnits (hours by default). Default: 1 hour.
    /// </summary>
    [Parameter]
    public TokenValidity? AccessTokenValidity { get; set; }

    /// <summary>
    /// ID token expiration, 5 minutes to 1 day: a time span such as 30m, '00:30:00' or (New-TimeSpan -Hours 1), or a number in the unit of
    /// -TokenValidityUnits (hours by default). Default: 1 hour.
    /// </summary>
    [Parameter]
    public TokenValidity? IdTokenValidity { get; set; }

    /// <summary>
    /// The units of the three token expirations, such as @{ AccessToken = 'minutes'; IdToken = 'minutes'; RefreshToken = 'days' }. Valid
    /// units are seconds, minutes, hours and days. Defaults: hours, hours and days.
    /// </summary>
    [Parameter]
    [Settings(typeof(TokenValidityUnitsType))]
    public TokenValidityUnitsType? TokenValidityUnits { get; set; }

    /// <summary>The user attributes that the app client can read. Default: all standard attributes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClientAttributeCompleter))]
    [Alias("ReadAttribute")]
    public string[] ReadAttributes { get; set; } = [];

    /// <summary>The user attributes that the app client can write. Default: all standard attributes that can be written.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClientAttributeCompleter))]
    [Alias("WriteAttribute")]
    public string[] WriteAttributes { get; set; } = [];

    /// <summary>
    /// The authentication flows that the app client can use, such as ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH. Default:
    /// ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<ExplicitAuthFlowsType>))]
    [Alias("ExplicitAuthFlow")]
    public string[] ExplicitAuthFlows { get; set; } = [];

    /// <summary>
    /// The identity providers that users of the app client can sign in with: COGNITO and the names of the user pool's identity providers.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(SupportedProviderCompleter))]
    [Alias("SupportedIdentityProvider")]
    public string[] SupportedIdentityProviders { get; set; } = [];

    /// <summary>
    /// The allowed callback URLs, where managed login can send users after sign-in: up to 100. They must use https, except for localhost
    /// and app schemes.
    /// </summary>
    [Parameter]
    [Alias("CallbackURL")]
    public string[] CallbackURLs { get; set; } = [];

    /// <summary>
    /// The allowed sign-out URLs, where managed login can send users after sign-out: up to 100. They must use https, except for localhost
    /// and app schemes.
    /// </summary>
    [Parameter]
    [Alias("LogoutURL")]
    public string[] LogoutURLs { get; set; } = [];

    /// <summary>The default redirect URI, for requests that name no callback URL. It must be one of -CallbackURLs.</summary>
    [Parameter]
    public string? DefaultRedirectURI { get; set; }

    /// <summary>
    /// The OAuth grant types that the app client can use: code, implicit or client_credentials. You can't combine client_credentials with
    /// the others, and it requires a client secret.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<OAuthFlowType>))]
    [Alias("AllowedOAuthFlow")]
    public string[] AllowedOAuthFlows { get; set; } = [];

    /// <summary>
    /// The OAuth scopes that the app client can request: phone, email, openid, profile, aws.cognito.signin.user.admin, and the custom
    /// scopes of resource servers.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    [Alias("AllowedOAuthScope")]
    public string[] AllowedOAuthScopes { get; set; } = [];

    /// <summary>Whether the app client can use OAuth at all. Default: false.</summary>
    [Parameter]
    public bool? AllowedOAuthFlowsUserPoolClient { get; set; }

    /// <summary>The Amazon Pinpoint project that the app client sends analytics to.</summary>
    [Parameter]
    [Settings(typeof(AnalyticsConfigurationType))]
    public AnalyticsConfigurationType? AnalyticsConfiguration { get; set; }

    /// <summary>ENABLED prevents error messages that reveal whether a user exists. LEGACY allows them. Default: LEGACY.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<PreventUserExistenceErrorTypes>))]
    public string? PreventUserExistenceErrors { get; set; }

    /// <summary>Whether tokens can be revoked. Default: true.</summary>
    [Parameter]
    public bool? EnableTokenRevocation { get; set; }

    /// <summary>
    /// Whether the app client can pass users' IP addresses to threat protection. Requires a client secret. Default: false.
    /// </summary>
    [Parameter]
    public bool? EnablePropagateAdditionalUserContextData { get; set; }

    /// <summary>
    /// The authentication flow session duration in minutes, 3 to 15. Users must complete each challenge of a sign-in within it. Default: 3.
    /// </summary>
    [Parameter]
    public int? AuthSessionValidity { get; set; }

    /// <summary>
    /// Refresh token rotation, such as @{ Feature = 'ENABLED'; RetryGracePeriodSeconds = 10 }. When enabled, each use of a refresh token
    /// returns a new one. The grace period is 0 to 60 seconds.
    /// </summary>
    [Parameter]
    [Settings(typeof(RefreshTokenRotationType))]
    public RefreshTokenRotationType? RefreshTokenRotation { get; set; }

    /// <summary>Rejects settings that the service wouldn't accept together.</summary>
    /// <param name="request">The complete request.</param>
    /// <param name="current">The current app client; null for a new one.</param>
    /// <param name="hasSecret">Whether the app client has a secret, or is getting one.</param>
    private protected void Check(object request, UserPoolClientType? current, bool hasSecret)
    {
        CheckUnit(nameof(AccessTokenValidity), AccessTokenValidity, TokenValidityUnits?.AccessToken?.Value);
        CheckUnit(nameof(IdTokenValidity), IdTokenValidity, TokenValidityUnits?.IdToken?.Value);
        CheckUnit(nameof(RefreshTokenValidity), RefreshTokenValidity, TokenValidityUnits?.RefreshToken?.Value);
        UserPoolClientType wanted = SettingTree.Project<UserPoolClientType>(request, []);
        string[] problems = [.. UserPoolClientRules.Problems(wanted, current, hasSecret)];
        if (problems.Length > 0)
            throw new CognitoException(
                "InvalidClientSettings",
                ErrorCategory.InvalidArgument,
                $"Nothing was changed: {string.Join("; ", problems)}."
            );
    }

    /// <summary>Settings that have no effect in this combination; null if there are none.</summary>
    private protected string? Caution(bool? allowsOAuth) =>
        IsGiven(nameof(AllowedOAuthFlows)) && allowsOAuth is not true
            ? "The OAuth grant types have no effect until you set -AllowedOAuthFlowsUserPoolClient $true."
            : null;

    private static void CheckUnit(string parameter, TokenValidity? validity, string? unit)
    {
        if (validity?.Unit is not null && unit is not null)
            throw BoundSettings.Contradiction(
                $"-{parameter} is a time span with a unit of its own, and -TokenValidityUnits sets another one."
            );
    }
}
