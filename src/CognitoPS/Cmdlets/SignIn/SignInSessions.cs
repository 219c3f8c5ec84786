using System.Security;
using CognitoPS.Jwt;
using CognitoPS.Output;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Creates the sessions that sign-ins return.</summary>
internal static class SignInSessions
{
    /// <summary>Converts tokens to a session; what they don't contain comes from the earlier session.</summary>
    public static SignInSession Of(
        AuthTokens? tokens,
        string clientId,
        SecureString? clientSecret,
        string? userPoolId,
        string region,
        Uri? endpoint,
        SignInResult? result = null,
        bool isAdministrators = false,
        SignInSession? former = null
    )
    {
        SecureString? access = Hide(tokens?.AccessToken);
        SignedInUser? user = access is null ? null : new SignedInUser(access);
        return new SignInSession(clientId, region)
        {
            Username = result?.Username ?? user?.Username,
            UserPoolId = userPoolId ?? user?.UserPoolId,
            EndpointUrl = endpoint,
            ClientSecret = clientSecret,
            AccessToken = access,
            IdToken = Hide(tokens?.IdToken),
            RefreshToken = Hide(tokens?.RefreshToken) ?? former?.RefreshToken,
            TokenType = tokens?.TokenType,
            Expires = Timestamp.Of(tokens is { ExpiresIn: > 0 } ? DateTime.UtcNow.AddSeconds(tokens.ExpiresIn) : user?.Expires),
            SoftwareTokenSecret = result?.SoftwareTokenSecret ?? result?.Challenge?.SoftwareTokenSecret,
            DeviceKey = result?.Device?.Key ?? tokens?.NewDeviceKey ?? former?.DeviceKey,
            DeviceGroupKey = result?.Device?.GroupKey ?? tokens?.NewDeviceGroupKey ?? former?.DeviceGroupKey,
            DevicePassword = result?.Device?.Password ?? former?.DevicePassword,
            DeviceNeedsConsent = result?.DeviceNeedsConsent is true,
            Challenge = result?.Challenge,
            IsAdministrators = isAdministrators,
        };
    }

    private static SecureString? Hide(string? text) => text is null ? null : SecureText.Hide(text);
}
