using System.Formats.Cbor;
using System.Security.Cryptography;

namespace CognitoPS.LocalServer.WebAuthn;

/// <summary>ES256 keys as COSE writes them.</summary>
internal static class WebAuthnKey
{
    internal const int Es256 = -7;
    private const int NumberLength = 32;

    internal static bool IsSupported(byte[] coseKey) => Read(coseKey) is not null;

    internal static bool Verify(byte[] coseKey, byte[] message, byte[] signature)
    {
        if (Read(coseKey) is not { } point || Numbers(signature) is not { } numbers)
            return false;
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        return key.VerifyData(message, numbers, HashAlgorithmName.SHA256);
    }

    /// <summary>The point of a key on P-256; null for other keys.</summary>
    private static ECPoint? Read(byte[] coseKey)
    {
        Dictionary<int, object> members = [];
        WebAuthnFormat.Try(() =>
        {
            CborReader reader = new(coseKey, CborConformanceMode.Lax);
            reader.ReadStartMap();
            while (reader.PeekState() != CborReaderState.EndMap)
            {
                int name = reader.ReadInt32();
                if (reader.PeekState() == CborReaderState.ByteString)
                    members[name] = reader.ReadByteString();
                else if (reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger)
                    members[name] = reader.ReadInt32();
                else
                    reader.SkipValue();
            }
            return true;
        });
        const int KeyType = 1,
            Algorithm = 3,
            Curve = -1,
            X = -2,
            Y = -3;
        object? Member(int name) => members.TryGetValue(name, out object? value) ? value : null;
        bool fits = Member(KeyType) is 2 && Member(Algorithm) is Es256 && Member(Curve) is 1;
        return fits && Member(X) is byte[] { Length: NumberLength } x && Member(Y) is byte[] { Length: NumberLength } y
            ? new ECPoint { X = x, Y = y }
            : null;
    }

    /// <summary>The two numbers of an ASN.1 signature, one after the other as .NET takes them; null for anything else.</summary>
    private static byte[]? Numbers(byte[] signature)
    {
        const int Sequence = 0x30,
            Integer = 0x02;
        if (signature.Length < 8 || signature[0] != Sequence || signature[1] != signature.Length - 2)
            return null;
        byte[] numbers = new byte[2 * NumberLength];
        int at = 2;
        for (int end = NumberLength; end <= numbers.Length; end += NumberLength)
        {
            if (at + 2 > signature.Length || signature[at] != Integer || at + 2 + signature[at + 1] > signature.Length)
                return null;
            byte[] number = [.. signature.Skip(at + 2).Take(signature[at + 1]).SkipWhile(octet => octet == 0)];
            if (number.Length > NumberLength)
                return null;
            number.CopyTo(numbers, end - number.Length);
            at += 2 + signature[at + 1];
        }
        return at == signature.Length ? numbers : null;
    }
}
