using System.Security;

namespace CognitoPS.SignIn;

/// <summary>An open challenge: what it wants, and all that is needed to go on. Can be answered again when an answer was refused.</summary>
internal sealed class SignInChallenge
{
    public required string Name { get; init; }

    /// <summary>The members of <see cref="SignInAnswers"/> that are missing, all of them.</summary>
    public required IReadOnlyList<string> Wants { get; init; }

    /// <summary>What can be chosen: factors, or ways of MFA.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The attributes that have to be set and were not given.</summary>
    public IReadOnlyList<string> RequiredAttributes { get; init; } = [];

    /// <summary>The secret for the authenticator app that is to be set up.</summary>
    public SecureString? SoftwareTokenSecret => State.SoftwareTokenSecret;

    public string? Username => State.Username;

    /// <summary>SMS or EMAIL.</summary>
    public string? DeliveryMedium => Reply["CODE_DELIVERY_DELIVERY_MEDIUM"];

    /// <summary>Where the code went, masked by the service.</summary>
    public string? DeliveryDestination => Reply["CODE_DELIVERY_DESTINATION"];

    public IReadOnlyDictionary<string, string> Parameters => Reply.Parameters;

    public string? Session => Reply.Session;

    internal required SignInState State { get; init; }

    internal required AuthReply Reply { get; init; }
}
