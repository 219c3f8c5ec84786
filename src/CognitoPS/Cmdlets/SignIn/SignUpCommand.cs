using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>A cmdlet with which somebody who is not signed in looks after an account.</summary>
public abstract class SignUpCommand : AppClientCommand
{
    /// <summary>What the pool's Lambda triggers are told, as @{ source = 'script' }.</summary>
    [Parameter]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>Where the user is, for threat protection, as @{ IpAddress = '192.0.2.7'; EncodedData = '…' }.</summary>
    [Parameter]
    [Settings(typeof(UserContextDataType))]
    public UserContextDataType? UserContextData { get; set; }

    /// <summary>The Amazon Pinpoint endpoint that it is counted for, as @{ AnalyticsEndpointId = '…' }.</summary>
    [Parameter]
    [Settings(typeof(AnalyticsMetadataType))]
    public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

    /// <summary>An account in words, for questions.</summary>
    private protected string Describe(string username) => $"user '{username}' of app client {ClientId}";
}
