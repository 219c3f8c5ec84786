using System.Formats.Cbor;
using System.Text;
using CognitoPS.LocalServer.Srp;

namespace CognitoPS.LocalServer.WebAuthn;

/// <summary>What an authenticator signed: authenticatorData.</summary>
internal sealed class WebAuthnData
{
    private const int HashLength = 32;
    private const int HeaderLength = HashLength + 5;
    private const int KeyIdLength = 16;

    internal WebAuthnData(byte[] bytes)
    {
        if (bytes.Length < HeaderLength)
            throw new WebAuthnFormatException();
        Bytes = bytes;
    }

    internal byte[] Bytes { get; }

    internal bool UserPresent => (Bytes[HashLength] & 0x01) != 0;

    internal bool UserVerified => (Bytes[HashLength] & 0x04) != 0;

    internal uint Counter =>
        (uint)((Bytes[HashLength + 1] << 24) | (Bytes[HashLength + 2] << 16) | (Bytes[HashLength + 3] << 8) | Bytes[HashLength + 4]);

    internal bool IsFor(string relyingParty) =>
        SrpGroup.AreEqual([.. Bytes.Take(HashLength)], SrpGroup.Hash(Encoding.UTF8.GetBytes(relyingParty)));

    /// <summary>The id and the COSE key of a new credential.</summary>
    internal (byte[] Id, byte[] PublicKey) Credential()
    {
        int start = HeaderLength + KeyIdLength + 2;
        if ((Bytes[HashLength] & 0x40) == 0 || Bytes.Length < start)
            throw new WebAuthnFormatException();
        int length = (Bytes[start - 2] << 8) | Bytes[start - 1];
        if (Bytes.Length < start + length)
            throw new WebAuthnFormatException();
        ReadOnlyMemory<byte> rest = Bytes.AsMemory(start + length);
        return (
            Bytes.AsSpan(start, length).ToArray(),
            WebAuthnFormat.Try(() =>
                new CborReader(rest, CborConformanceMode.Lax, allowMultipleRootLevelValues: true).ReadEncodedValue().ToArray()
            )
        );
    }
}
