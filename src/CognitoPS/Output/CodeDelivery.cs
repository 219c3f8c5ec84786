using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A code that was sent to a user, and its destination.</summary>
[TableView("Username:32", "DeliveryMedium:14", "AttributeName:14", "Destination")]
public sealed class CodeDelivery
{
    internal CodeDelivery(CodeDeliveryDetailsType? source, string? username, string region)
    {
        Username = username;
        Region = region;
        DeliveryMedium = source?.DeliveryMedium?.Value;
        AttributeName = source?.AttributeName;
        Destination = source?.Destination;
    }

    /// <summary>The user that the code belongs to.</summary>
    public string? Username { get; }

    /// <summary>SMS or EMAIL.</summary>
    public string? DeliveryMedium { get; }

    /// <summary>The attribute that contains the destination or is being verified.</summary>
    public string? AttributeName { get; }

    /// <summary>The email address or phone number, masked by the service.</summary>
    public string? Destination { get; }

    /// <summary>The app client that requested it.</summary>
    public string? ClientId { get; internal init; }

    /// <summary>The ID of the user pool, if specified.</summary>
    public string? UserPoolId { get; internal init; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{DeliveryMedium} {Destination}";
}
