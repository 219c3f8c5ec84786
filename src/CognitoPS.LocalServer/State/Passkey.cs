namespace CognitoPS.LocalServer.State;

/// <summary>A credential that an authenticator made: its public key as COSE has it.</summary>
internal sealed class Passkey(string id, byte[] publicKey, string relyingPartyId, long sequence, long now)
{
    internal string Id { get; } = id;

    internal long Sequence { get; } = sequence;

    internal byte[] PublicKey { get; } = publicKey;

    internal string RelyingPartyId { get; } = relyingPartyId;

    internal long Created { get; } = now;

    internal string[] Transports { get; init; } = [];

    internal string? Attachment { get; init; }

    /// <summary>How often the authenticator says that it has signed; 0 where it does not count.</summary>
    internal uint Counter { get; set; }
}
