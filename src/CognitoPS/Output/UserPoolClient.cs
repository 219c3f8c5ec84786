using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;
using CognitoPS.Secrets;

namespace CognitoPS;

/// <summary>An app client with all of its settings.</summary>
[TableView("ClientName:22", "ClientId:26", "HasSecret:9", "ExplicitAuthFlows")]
public sealed class UserPoolClient
{
    internal UserPoolClient(UserPoolClientType source, string region)
    {
        UserPoolId = source.UserPoolId;
        ClientId = source.ClientId;
        ClientName = source.ClientName;
        Region = region;
        ClientSecret = source.ClientSecret is { } secret ? SecureText.Hide(secret) : null;
        ClientType = source.ClientType;
        Created = Timestamp.Of(source.CreationDate);
        Modified = Timestamp.Of(source.LastModifiedDate);
        RefreshTokenValidity = source.RefreshTokenValidity;
        AccessTokenValidity = source.AccessTokenValidity;
        IdTokenValidity = source.IdTokenValidity;
        TokenValidityUnits = SettingObject.Of(source.TokenValidityUnits);
        ReadAttributes = Readable.List(source.ReadAttributes);
        WriteAttributes = Readable.List(source.WriteAttributes);
        ExplicitAuthFlows = Readable.List(source.ExplicitAuthFlows);
        SupportedIdentityProviders = Readable.List(source.SupportedIdentityProviders);
        CallbackURLs = Readable.List(source.CallbackURLs);
        LogoutURLs = Readable.List(source.LogoutURLs);
        DefaultRedirectURI = source.DefaultRedirectURI;
        AllowedOAuthFlows = Readable.List(source.AllowedOAuthFlows);
        AllowedOAuthScopes = Readable.List(source.AllowedOAuthScopes);
        AllowedOAuthFlowsUserPoolClient = source.AllowedOAuthFlowsUserPoolClient;
        AnalyticsConfiguration = SettingObject.Of(source.AnalyticsConfiguration);
        PreventUserExistenceErrors = source.PreventUserExistenceErrors?.Value;
        EnableTokenRevocation = source.EnableTokenRevocation;
        EnablePropagateAdditionalUserContextData = source.EnablePropagateAdditionalUserContextData;
        AuthSessionValidity = source.AuthSessionValidity;
        RefreshTokenRotation = SettingObject.Of(source.RefreshTokenRotation);
    }

    /// <summary>The id of the pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The client's id.</summary>
    public string ClientId { get; }

    /// <summary>The client's name.</summary>
    public string ClientName { get; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>Whether the client has a secret.</summary>
    public bool HasSecret => ClientSecret is not null;

    /// <summary>The client's secret, or null when it has none; GetSecretText() gives it as text.</summary>
    public SecureString? ClientSecret { get; }

    /// <summary>REGULAR, or DCR for a client that registered itself.</summary>
    public string? ClientType { get; }

    /// <summary>When the client was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the client was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <summary>How long a refresh token is valid, in the unit that TokenValidityUnits names (days by default).</summary>
    public int? RefreshTokenValidity { get; }

    /// <summary>How long an access token is valid, in the unit that TokenValidityUnits names (hours by default).</summary>
    public int? AccessTokenValidity { get; }

    /// <summary>How long an id token is valid, in the unit that TokenValidityUnits names (hours by default).</summary>
    public int? IdTokenValidity { get; }

    /// <summary>The units of the three validities.</summary>
    public SettingObject? TokenValidityUnits { get; }

    /// <summary>User attributes that the client may read; empty for the default.</summary>
    public IReadOnlyList<string> ReadAttributes { get; }

    /// <summary>User attributes that the client may write; empty for the default.</summary>
    public IReadOnlyList<string> WriteAttributes { get; }

    /// <summary>Sign-in flows that the client may use.</summary>
    public IReadOnlyList<string> ExplicitAuthFlows { get; }

    /// <summary>Identity providers that users of the client may sign in with.</summary>
    public IReadOnlyList<string> SupportedIdentityProviders { get; }

    /// <summary>Where managed login may send users after sign-in.</summary>
    public IReadOnlyList<string> CallbackURLs { get; }

    /// <summary>Where managed login may send users after sign-out.</summary>
    public IReadOnlyList<string> LogoutURLs { get; }

    /// <summary>Where users go when a request names no callback.</summary>
    public string? DefaultRedirectURI { get; }

    /// <summary>OAuth grants that the client may use: code, implicit, client_credentials.</summary>
    public IReadOnlyList<string> AllowedOAuthFlows { get; }

    /// <summary>OAuth scopes that the client may ask for.</summary>
    public IReadOnlyList<string> AllowedOAuthScopes { get; }

    /// <summary>Whether the client may use OAuth at all.</summary>
    public bool? AllowedOAuthFlowsUserPoolClient { get; }

    /// <summary>The Amazon Pinpoint project that the client reports to.</summary>
    public SettingObject? AnalyticsConfiguration { get; }

    /// <summary>ENABLED hides whether a user exists from someone who signs in; LEGACY shows it.</summary>
    public string? PreventUserExistenceErrors { get; }

    /// <summary>Whether tokens can be revoked.</summary>
    public bool? EnableTokenRevocation { get; }

    /// <summary>Whether the client may pass its users' IP addresses on for threat protection.</summary>
    public bool? EnablePropagateAdditionalUserContextData { get; }

    /// <summary>Minutes that a sign-in may take from challenge to answer.</summary>
    public int? AuthSessionValidity { get; }

    /// <summary>Whether each use of a refresh token gives a new one.</summary>
    public SettingObject? RefreshTokenRotation { get; }

    /// <summary>The client's secret as text, or null when it has none.</summary>
    public string? GetSecretText() => ClientSecret is null ? null : SecureText.Reveal(ClientSecret);

    /// <inheritdoc/>
    public override string ToString() => ClientId;
}
