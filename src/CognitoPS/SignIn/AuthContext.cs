using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.SignIn;

/// <summary>What goes along with each request of a sign-in, for triggers and for threat protection.</summary>
internal sealed class AuthContext
{
    public Dictionary<string, string>? ClientMetadata { get; init; }

    public AnalyticsMetadataType? AnalyticsMetadata { get; init; }

    /// <summary>For the public operations.</summary>
    public UserContextDataType? UserContextData { get; init; }

    /// <summary>For the administrator's operations.</summary>
    public ContextDataType? ContextData { get; init; }
}
