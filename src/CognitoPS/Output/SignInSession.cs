using System.Security;
using CognitoPS.Output;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A user's sign-in: its tokens, or the challenge at which it stopped. Pipe it to the cmdlets that act as the user.</summary>
[TableView("Username:32", "IsSignedIn:10", "ChallengeName:24", "Expires:16", "ClientId")]
public sealed class SignInSession : IActsAsUser
{
    internal SignInSession(string clientId, string region) => (ClientId, Region) = (clientId, region);

    /// <summary>The user's name, as the service calls the user.</summary>
    public string? Username { get; internal init; }

    /// <summary>Whether there are tokens. When not, Resume-CognitoSignIn goes on with the challenge.</summary>
    public bool IsSignedIn => AccessToken is not null;

    /// <summary>The id of the user pool, where it was given or the tokens name it.</summary>
    public string? UserPoolId { get; internal init; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <summary>The endpoint that was asked, where one was given.</summary>
    public Uri? EndpointUrl { get; internal init; }

    /// <summary>The app client.</summary>
    public string ClientId { get; }

    /// <summary>The app client's secret, where it has one.</summary>
    public SecureString? ClientSecret { get; internal init; }

    /// <summary>The access token: what the service and your API take. GetAccessToken() gives its text.</summary>
    public SecureString? AccessToken { get; internal init; }

    /// <summary>The id token: who the user is. GetIdToken() gives its text.</summary>
    public SecureString? IdToken { get; internal init; }

    /// <summary>The refresh token, for Update-CognitoToken. GetRefreshToken() gives its text.</summary>
    public SecureString? RefreshToken { get; internal init; }

    /// <summary>How the access token is sent: Bearer.</summary>
    public string? TokenType { get; internal init; }

    /// <summary>When the access token expires, in UTC, in local time.</summary>
    public Timestamp? Expires { get; internal init; }

    /// <summary>The open challenge: SOFTWARE_TOKEN_MFA, NEW_PASSWORD_REQUIRED and others; null once signed in.</summary>
    public string? ChallengeName => Challenge?.Name;

    /// <summary>The parameters of Resume-CognitoSignIn that the challenge wants; one of them where it offers a choice.</summary>
    public IReadOnlyList<string> Wants =>
        Readable.List(Challenge?.Wants.Select(name => ParameterNames.TryGetValue(name, out string? parameter) ? parameter : name));

    /// <summary>What the challenge lets the user choose between, for -MfaChoice or -FirstFactor.</summary>
    public IReadOnlyList<string> Choices => Readable.List(Challenge?.Choices);

    /// <summary>The attributes that have to be set by -Attribute.</summary>
    public IReadOnlyList<string> RequiredAttributes => Readable.List(Challenge?.RequiredAttributes);

    /// <summary>How the code was sent: SMS or EMAIL.</summary>
    public string? DeliveryMedium => Challenge?.DeliveryMedium;

    /// <summary>Where the code was sent, masked by the service.</summary>
    public string? DeliveryDestination => Challenge?.DeliveryDestination;

    /// <summary>What the service said with the challenge, as CREDENTIAL_REQUEST_OPTIONS for a passkey.</summary>
    public IReadOnlyDictionary<string, string> ChallengeParameters => Readable.Table(Challenge?.Parameters);

    /// <summary>
    /// The secret of an authenticator app that is being set up: the only copy. GetSoftwareTokenUri() gives the address for the app.
    /// </summary>
    public SecureString? SoftwareTokenSecret { get; internal init; }

    /// <summary>The key of the device that the user signed in from, where the pool tracks devices.</summary>
    public string? DeviceKey { get; internal init; }

    /// <summary>The group that the device belongs to.</summary>
    public string? DeviceGroupKey { get; internal init; }

    /// <summary>
    /// The password of the device that was confirmed: the only copy. With it and both keys the next sign-in may skip MFA.
    /// </summary>
    public SecureString? DevicePassword { get; internal init; }

    /// <summary>Whether the user has still to agree that the device is remembered: Set-CognitoUserDevice.</summary>
    public bool DeviceNeedsConsent { get; internal init; }

    internal SignInChallenge? Challenge { get; init; }

    internal bool IsAdministrators { get; init; }

    private static Dictionary<string, string> ParameterNames { get; } =
        new()
        {
            [nameof(SignInAnswers.Attributes)] = "Attribute",
            [nameof(SignInAnswers.Credential)] = "WebAuthnCredential",
            [nameof(SignInAnswers.Device)] = "DeviceKey",
            [nameof(SignInAnswers.Responses)] = "ChallengeResponse",
        };

    /// <summary>The access token's text.</summary>
    public string? GetAccessToken() => Text(AccessToken);

    /// <summary>The id token's text.</summary>
    public string? GetIdToken() => Text(IdToken);

    /// <summary>The refresh token's text.</summary>
    public string? GetRefreshToken() => Text(RefreshToken);

    /// <summary>The text of the authenticator app's secret.</summary>
    public string? GetSoftwareTokenSecret() => Text(SoftwareTokenSecret);

    /// <summary>The address that an authenticator app takes, by hand or as a QR code.</summary>
    /// <param name="issuer">What the app shows as the service's name.</param>
    public string? GetSoftwareTokenUri(string issuer) =>
        SoftwareTokenSecret is null ? null : OtpAuthUri.Build(issuer, Username ?? ClientId, SoftwareTokenSecret);

    /// <inheritdoc/>
    public override string ToString() => IsSignedIn ? Username ?? ClientId : $"{Username}: {ChallengeName}";

    private static string? Text(SecureString? secret) => secret is null ? null : SecureText.Reveal(secret);
}
