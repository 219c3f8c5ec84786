namespace CognitoPS.LocalServer.State;

/// <summary>A sign-in that lasts.</summary>
internal sealed class Session(string id, string clientId, long sequence, long now)
{
    internal string Id { get; } = id;

    internal long Sequence { get; } = sequence;

    internal string ClientId { get; } = clientId;

    /// <summary>TOKEN or SSO.</summary>
    internal string Type { get; set; } = "TOKEN";

    internal string? OriginId { get; set; }

    internal string? LastAddress { get; set; }

    internal long Created { get; } = now;

    internal long LastActive { get; set; } = now;

    /// <summary>When its refresh tokens run out.</summary>
    internal long Expires { get; init; }

    /// <summary>The known device that it was started from.</summary>
    internal string? DeviceKey { get; set; }

    /// <summary>The device that was offered to be remembered.</summary>
    internal Device? NewDevice { get; set; }
}
