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

    /// <summary>The ID of the user pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The client's ID.</summary>
    public string ClientId { get; }

    /// <summary>The client's name.</summary>
    public string ClientName { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>Whether the app client has a client secret.</summary>
    public bool HasSecret => ClientSecret is not null;

    /// <summary>The client secret, or null if the app client has none. Call GetSecretText() for plain text.</summary>
    public SecureString? ClientSecret { get; }

    /// <summary>The client type: REGULAR, or DCR for an app client that registered itself.</summary>
    public string? ClientType { get; }

    /// <summary>When the client was created, in local time.</summary>
    public Timestamp? Created { get; }

    /// <summary>When the client was last changed, in local time.</summary>
    public Timestamp? Modified { get; }

    /// <summary>Refresh token expiration, in the unit in TokenValidityUnits (days by default).</summary>
    public int? RefreshTokenValidity { get; }

    /// <summary>Access token expiration, in the unit in TokenValidityUnits (hours by default).</summary>
    public int? AccessTokenValidity { get; }

    /// <summary>ID token expiration, in the unit in TokenValidityUnits (hours by default).</summary>
    public int? IdTokenValidity { get; }

    /// <summary>The units of the three token expirations.</summary>
    public SettingObject? TokenValidityUnits { get; }

    /// <summary>The user attributes that the app client can read; empty for the default.</summary>
    public IReadOnlyList<string> ReadAttributes { get; }

    /// <summary>The user attributes that the app client can write; empty for the default.</summary>
    public IReadOnlyList<string> WriteAttributes { get; }

    /// <summary>The authentication flows that the app client can use.</summary>
    public IReadOnlyList<string> ExplicitAuthFlows { get; }

    /// <summary>The identity providers that users of the app client can sign in with.</summary>
    public IReadOnlyList<string> SupportedIdentityProviders { get; }

    /// <summary>The allowed callback URLs, where managed login can send users after sign-in.</summary>
    public IReadOnlyList<string> CallbackURLs { get; }

    /// <summary>The allowed sign-out URLs, where managed login can send users after sign-out.</summary>
    public IReadOnlyList<string> LogoutURLs { get; }

    /// <summary>The default redirect URI, for requests that name no callback URL.</summary>
    public string? DefaultRedirectURI { get; }

    /// <summary>The OAuth grant types that the app client can use: code, implicit, client_credentials.</summary>
    public IReadOnlyList<string> AllowedOAuthFlows { get; }

    /// <summary>The OAuth scopes that the app client can request.</summary>
    public IReadOnlyList<string> AllowedOAuthScopes { get; }

    /// <summary>Whether the app client can use OAuth at all.</summary>
    public bool? AllowedOAuthFlowsUserPoolClient { get; }

    /// <summary>The Amazon Pinpoint project that the app client sends analytics to.</summary>
    public SettingObject? AnalyticsConfiguration { get; }

    /// <summary>ENABLED prevents error messages that reveal whether a user exists. LEGACY allows them.</summary>
    public string? PreventUserExistenceErrors { get; }

    /// <summary>Whether tokens can be revoked.</summary>
    public bool? EnableTokenRevocation { get; }

    /// <summary>Whether the app client can pass users' IP addresses to threat protection.</summary>
    public bool? EnablePropagateAdditionalUserContextData { get; }

    /// <summary>The authentication flow session duration in minutes.</summary>
    public int? AuthSessionValidity { get; }

    /// <summary>Refresh token rotation: whether each use of a refresh token returns a new one.</summary>
    public SettingObject? RefreshTokenRotation { get; }

    /// <summary>Returns the client secret as plain text, or null if the app client has none.</summary>
    public string? GetSecretText() => ClientSecret is null ? null : SecureText.Reveal(ClientSecret);

    /// <inheritdoc/>
    public override string ToString() => ClientId;
}
