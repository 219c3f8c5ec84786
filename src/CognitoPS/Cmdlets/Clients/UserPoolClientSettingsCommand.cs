using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>The settings of an app client, which New- and Set-CognitoUserPoolClient share.</summary>
public abstract class UserPoolClientSettingsCommand : PoolCommand
{
    /// <summary>
    /// How long a refresh token is valid: a time span, as '00:30:00' or (New-TimeSpan -Hours 1), or a number in the unit of
    /// -TokenValidityUnits (days by default); from 60 minutes to 10 years. Default 30 days.
    /// </summary>
    [Parameter]
    public TokenValidity? RefreshTokenValidity { get; set; }

    /// <summary>
    /// How long an access token is valid: a time span, as '00:30:00' or (New-TimeSpan -Hours 1), or a number in the unit of
    /// -TokenValidityUnits (hours by default); from 5 minutes to 1 day. Default 1 hour.
    /// </summary>
    [Parameter]
    public TokenValidity? AccessTokenValidity { get; set; }

    /// <summary>
    /// How long an id token is valid: a time span, as '00:30:00' or (New-TimeSpan -Hours 1), or a number in the unit of -TokenValidityUnits
    /// (hours by default); from 5 minutes to 1 day. Default 1 hour.
    /// </summary>
    [Parameter]
    public TokenValidity? IdTokenValidity { get; set; }

    /// <summary>
    /// The units of the three validities, as @{ AccessToken = 'minutes'; IdToken = 'minutes'; RefreshToken = 'days' }: seconds, minutes,
    /// hours or days.
    /// </summary>
    [Parameter]
    [Settings(typeof(TokenValidityUnitsType))]
    public TokenValidityUnitsType? TokenValidityUnits { get; set; }

    /// <summary>User attributes that the client may read. Default: all standard attributes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClientAttributeCompleter))]
    [Alias("ReadAttribute")]
    public string[] ReadAttributes { get; set; } = [];

    /// <summary>User attributes that the client may write. Default: all standard attributes that can be written.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClientAttributeCompleter))]
    [Alias("WriteAttribute")]
    public string[] WriteAttributes { get; set; } = [];

    /// <summary>Sign-in flows that the client may use, as ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<ExplicitAuthFlowsType>))]
    [Alias("ExplicitAuthFlow")]
    public string[] ExplicitAuthFlows { get; set; } = [];

    /// <summary>Identity providers that users of the client may sign in with: COGNITO and the names of the pool's own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SupportedProviderCompleter))]
    [Alias("SupportedIdentityProvider")]
    public string[] SupportedIdentityProviders { get; set; } = [];

    /// <summary>
    /// Where managed login may send users after sign-in: up to 100 addresses, https except for localhost and app schemes.
    /// </summary>
    [Parameter]
    [Alias("CallbackURL")]
    public string[] CallbackURLs { get; set; } = [];

    /// <summary>Where managed login may send users after sign-out: up to 100 addresses.</summary>
    [Parameter]
    [Alias("LogoutURL")]
    public string[] LogoutURLs { get; set; } = [];

    /// <summary>Where users go when a request names no callback: one of -CallbackURLs.</summary>
    [Parameter]
    public string? DefaultRedirectURI { get; set; }

    /// <summary>
    /// OAuth grants that the client may use: code, implicit, client_credentials. The last cannot be combined with the others and needs a
    /// secret.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<OAuthFlowType>))]
    [Alias("AllowedOAuthFlow")]
    public string[] AllowedOAuthFlows { get; set; } = [];

    /// <summary>
    /// OAuth scopes that the client may ask for: phone, email, openid, profile, aws.cognito.signin.user.admin, and those of resource
    /// servers.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    [Alias("AllowedOAuthScope")]
    public string[] AllowedOAuthScopes { get; set; } = [];

    /// <summary>Whether the client may use OAuth at all. Default false.</summary>
    [Parameter]
    public bool? AllowedOAuthFlowsUserPoolClient { get; set; }

    /// <summary>The Amazon Pinpoint project that the client reports to.</summary>
    [Parameter]
    [Settings(typeof(AnalyticsConfigurationType))]
    public AnalyticsConfigurationType? AnalyticsConfiguration { get; set; }

    /// <summary>ENABLED hides whether a user exists from someone who signs in; LEGACY shows it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter<PreventUserExistenceErrorTypes>))]
    public string? PreventUserExistenceErrors { get; set; }

    /// <summary>Whether tokens can be revoked. Default true.</summary>
    [Parameter]
    public bool? EnableTokenRevocation { get; set; }

    /// <summary>Whether the client may pass its users' IP addresses on for threat protection; needs a secret. Default false.</summary>
    [Parameter]
    public bool? EnablePropagateAdditionalUserContextData { get; set; }

    /// <summary>Minutes that a sign-in may take from challenge to answer: 3 to 15. Default 3.</summary>
    [Parameter]
    public int? AuthSessionValidity { get; set; }

    /// <summary>Whether each use of a refresh token gives a new one, as @{ Feature = 'ENABLED'; RetryGracePeriodSeconds = 10 }.</summary>
    [Parameter]
    [Settings(typeof(RefreshTokenRotationType))]
    public RefreshTokenRotationType? RefreshTokenRotation { get; set; }

    /// <summary>Refuses settings that the service would not take together.</summary>
    /// <param name="request">The whole request.</param>
    /// <param name="current">The client as it is; null for a new one.</param>
    /// <param name="hasSecret">Whether the client has a secret, or will have one.</param>
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

    /// <summary>What has no effect as it is asked; null for nothing.</summary>
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
