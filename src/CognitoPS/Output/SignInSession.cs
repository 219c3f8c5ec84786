using System.Security;
using CognitoPS.Output;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS;

/// <summary>A user's sign-in: the tokens, or the challenge that it stopped at. Pipe it to cmdlets that act as the signed-in user.</summary>
[TableView("Username:32", "IsSignedIn:10", "ChallengeName:24", "Expires:16", "ClientId")]
public sealed class SignInSession : IActsAsUser
{
    internal SignInSession(string clientId, string region) => (ClientId, Region) = (clientId, region);

    /// <summary>The username that the service returned.</summary>
    public string? Username { get; internal init; }

    /// <summary>Whether the sign-in is complete. If not, continue with Resume-CognitoSignIn.</summary>
    public bool IsSignedIn => AccessToken is not null;

    /// <summary>The ID of the user pool, if specified or contained in the tokens.</summary>
    public string? UserPoolId { get; internal init; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The endpoint, if one was specified.</summary>
    public Uri? EndpointUrl { get; internal init; }

    /// <summary>The app client.</summary>
    public string ClientId { get; }

    /// <summary>The client secret, if the app client has one.</summary>
    public SecureString? ClientSecret { get; internal init; }

    /// <summary>The access token for the service and your API. Call GetAccessToken() for plain text.</summary>
    public SecureString? AccessToken { get; internal init; }

    /// <summary>The ID token, which identifies the user. Call GetIdToken() for plain text.</summary>
    public SecureString? IdToken { get; internal init; }

    /// <summary>The refresh token for Update-CognitoToken. Call GetRefreshToken() for plain text.</summary>
    public SecureString? RefreshToken { get; internal init; }

    /// <summary>The token type: Bearer.</summary>
    public string? TokenType { get; internal init; }

    /// <summary>When the access token expires, in local time.</summary>
    public Timestamp? Expires { get; internal init; }

    /// <summary>The pending challenge, such as SOFTWARE_TOKEN_MFA or NEW_PASSWORD_REQUIRED; null after sign-in.</summary>
    public string? ChallengeName => Challenge?.Name;

    /// <summary>The parameters of Resume-CognitoSignIn that the challenge requires, or one of them if it offers a choice.</summary>
    public IReadOnlyList<string> Wants =>
        Readable.List(Challenge?.Wants.Select(name => ParameterNames.TryGetValue(name, out string? parameter) ? parameter : name));

    /// <summary>The choices that the challenge offers, for -MfaChoice or -FirstFactor.</summary>
    public IReadOnlyList<string> Choices => Readable.List(Challenge?.Choices);

    /// <summary>The attributes that you must set with -Attribute.</summary>
    public IReadOnlyList<string> RequiredAttributes => Readable.List(Challenge?.RequiredAttributes);

    /// <summary>The delivery medium of the code: SMS or EMAIL.</summary>
    public string? DeliveryMedium => Challenge?.DeliveryMedium;

    /// <summary>The destination of the code, masked by the service.</summary>
    public string? DeliveryDestination => Challenge?.DeliveryDestination;

    /// <summary>The parameters of the challenge, such as CREDENTIAL_REQUEST_OPTIONS for a passkey.</summary>
    public IReadOnlyDictionary<string, string> ChallengeParameters => Readable.Table(Challenge?.Parameters);

    /// <summary>
    /// The Base32 secret of an authenticator app that is being set up. This is the only copy. GetSoftwareTokenUri() returns the otpauth URI
    /// for the app.
    /// </summary>
    public SecureString? SoftwareTokenSecret { get; internal init; }

    /// <summary>The key of the device that the user signed in from, if the user pool tracks devices.</summary>
    public string? DeviceKey { get; internal init; }

    /// <summary>The group key of the device.</summary>
    public string? DeviceGroupKey { get; internal init; }

    /// <summary>
    /// The password of the confirmed device. This is the only copy. With it and both keys, the next sign-in can skip MFA.
    /// </summary>
    public SecureString? DevicePassword { get; internal init; }

    /// <summary>Whether the user must still consent to remembering the device; see Set-CognitoUserDevice.</summary>
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

    /// <summary>Returns the access token as plain text.</summary>
    public string? GetAccessToken() => Text(AccessToken);

    /// <summary>Returns the ID token as plain text.</summary>
    public string? GetIdToken() => Text(IdToken);

    /// <summary>Returns the refresh token as plain text.</summary>
    public string? GetRefreshToken() => Text(RefreshToken);

    /// <summary>Returns the authenticator app's secret as plain text.</summary>
    public string? GetSoftwareTokenSecret() => Text(SoftwareTokenSecret);

    /// <summary>Returns the otpauth URI for an authenticator app, to enter or to show as a QR code.</summary>
    /// <param name="issuer">The issuer name that the app shows.</param>
    public string? GetSoftwareTokenUri(string issuer) =>
        SoftwareTokenSecret is null ? null : OtpAuthUri.Build(issuer, Username ?? ClientId, SoftwareTokenSecret);

    /// <inheritdoc/>
    public override string ToString() => IsSignedIn ? Username ?? ClientId : $"{Username}: {ChallengeName}";

    private static string? Text(SecureString? secret) => secret is null ? null : SecureText.Reveal(secret);
}
