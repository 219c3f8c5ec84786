using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A code that was sent to a user, and where to.</summary>
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

    /// <summary>Whose code it is.</summary>
    public string? Username { get; }

    /// <summary>SMS or EMAIL.</summary>
    public string? DeliveryMedium { get; }

    /// <summary>The attribute that holds the address, or is to be verified.</summary>
    public string? AttributeName { get; }

    /// <summary>The address or number, masked by the service.</summary>
    public string? Destination { get; }

    /// <summary>The app client that asked for it.</summary>
    public string? ClientId { get; internal init; }

    /// <summary>The id of the user's pool, where it was given.</summary>
    public string? UserPoolId { get; internal init; }

    /// <summary>The region of the pool.</summary>
    public string Region { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{DeliveryMedium} {Destination}";
}
