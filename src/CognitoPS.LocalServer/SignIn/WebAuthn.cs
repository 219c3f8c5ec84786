using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CognitoPS.Local.State;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.Local.SignIn;

/// <summary>What a browser signed about itself: clientDataJSON.</summary>
internal sealed record WebAuthnClient(byte[] Bytes, string Type, string Challenge, string Origin)
{
    internal static WebAuthnClient Read(JsonElement response)
    {
        byte[] bytes = WebAuthnFormat.Bytes(response, "clientDataJSON");
        using JsonDocument data = WebAuthnFormat.Try(() => JsonDocument.Parse(bytes));
        JsonElement root = data.RootElement;
        return new WebAuthnClient(bytes, WebAuthnFormat.Text(root, "type"), WebAuthnFormat.Text(root, "challenge"), WebAuthnFormat.Text(root, "origin"));
    }

    internal bool Fits(string type, byte[] challenge) => Type == type && Challenge == Base64UrlEncoder.Encode(challenge);

    /// <summary>Whether the page belongs to the relying party: its host or one below it, over https unless it is on this machine.</summary>
    internal bool ComesFrom(string relyingParty) =>
        Uri.TryCreate(Origin, UriKind.Absolute, out Uri? origin)
        && (origin.Scheme == "https" || (origin.Scheme == "http" && origin.Host == "localhost"))
        && (origin.Host == relyingParty || origin.Host.EndsWith("." + relyingParty, StringComparison.OrdinalIgnoreCase));
}

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

    internal uint Counter => (uint)((Bytes[HashLength + 1] << 24) | (Bytes[HashLength + 2] << 16) | (Bytes[HashLength + 3] << 8) | Bytes[HashLength + 4]);

    internal bool IsFor(string relyingParty) => SrpGroup.AreEqual([.. Bytes.Take(HashLength)], SrpGroup.Hash(Encoding.UTF8.GetBytes(relyingParty)));

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
        return (Bytes.AsSpan(start, length).ToArray(), WebAuthnFormat.Try(() => new CborReader(rest, CborConformanceMode.Lax, allowMultipleRootLevelValues: true).ReadEncodedValue().ToArray()));
    }
}

/// <summary>A browser's answer to creation options.</summary>
internal sealed record WebAuthnRegistration(string CredentialId, byte[] PublicKey, WebAuthnClient Client, WebAuthnData Data, string[] Transports, string? Attachment)
{
    internal static WebAuthnRegistration Read(JsonElement credential)
    {
        JsonElement response = WebAuthnFormat.Member(credential, "response");
        byte[] attestation = WebAuthnFormat.Bytes(response, "attestationObject");
        WebAuthnData data = new(WebAuthnFormat.Try(() => AuthenticatorData(attestation)));
        (byte[] id, byte[] key) = data.Credential();
        return new WebAuthnRegistration(
            Base64UrlEncoder.Encode(id), key, WebAuthnClient.Read(response), data,
            WebAuthnFormat.Try(() => response.Texts("transports")), WebAuthnFormat.Try(() => credential.Text("authenticatorAttachment")));
    }

    private static byte[] AuthenticatorData(byte[] attestation)
    {
        CborReader reader = new(attestation, CborConformanceMode.Lax);
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            if (reader.ReadTextString() == "authData")
                return reader.ReadByteString();
            reader.SkipValue();
        }
        throw new WebAuthnFormatException();
    }
}

/// <summary>A browser's answer to request options.</summary>
internal sealed record WebAuthnAssertion(string CredentialId, WebAuthnClient Client, WebAuthnData Data, byte[] Signature)
{
    internal static WebAuthnAssertion Read(JsonElement credential)
    {
        JsonElement response = WebAuthnFormat.Member(credential, "response");
        return new WebAuthnAssertion(
            WebAuthnFormat.Text(credential, "id"), WebAuthnClient.Read(response), new WebAuthnData(WebAuthnFormat.Bytes(response, "authenticatorData")), WebAuthnFormat.Bytes(response, "signature"));
    }

    internal bool IsSignedBy(byte[] publicKey) => WebAuthnKey.Verify(publicKey, [.. Data.Bytes, .. SrpGroup.Hash(Client.Bytes)], Signature);
}

/// <summary>ES256 keys as COSE writes them.</summary>
internal static class WebAuthnKey
{
    internal const int Es256 = -7;
    private const int NumberLength = 32;

    internal static bool IsSupported(byte[] coseKey) => Read(coseKey) != null;

    internal static bool Verify(byte[] coseKey, byte[] message, byte[] signature)
    {
        if (Read(coseKey) is not { } point || Numbers(signature) is not { } numbers)
            return false;
        using ECDsa key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
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
        const int KeyType = 1, Algorithm = 3, Curve = -1, X = -2, Y = -3;
        object? Member(int name) => members.TryGetValue(name, out object? value) ? value : null;
        bool fits = Member(KeyType) is 2 && Member(Algorithm) is Es256 && Member(Curve) is 1;
        return fits && Member(X) is byte[] { Length: NumberLength } x && Member(Y) is byte[] { Length: NumberLength } y ? new ECPoint { X = x, Y = y } : null;
    }

    /// <summary>The two numbers of an ASN.1 signature, one after the other as .NET takes them; null for anything else.</summary>
    private static byte[]? Numbers(byte[] signature)
    {
        const int Sequence = 0x30, Integer = 0x02;
        if (signature.Length < 8 || signature[0] != Sequence || signature[1] != signature.Length - 2)
            return null;
        byte[] numbers = new byte[2 * NumberLength];
        int at = 2;
        for (int end = NumberLength; end <= numbers.Length; end += NumberLength)
        {
            if (at + 2 > signature.Length || signature[at] != Integer || at + 2 + signature[at + 1] > signature.Length)
                return null;
            byte[] number = [.. signature.Skip(at + 2).Take(signature[at + 1]).SkipWhile(b => b == 0)];
            if (number.Length > NumberLength)
                return null;
            number.CopyTo(numbers, end - number.Length);
            at += 2 + signature[at + 1];
        }
        return at == signature.Length ? numbers : null;
    }
}

/// <summary>Reading what a browser sent, which can be anything.</summary>
internal static class WebAuthnFormat
{
    internal static JsonElement Member(JsonElement from, string name) => Try(() => from.Find(name)) ?? throw new WebAuthnFormatException();

    internal static string Text(JsonElement from, string name) => Try(() => from.Text(name)) ?? throw new WebAuthnFormatException();

    internal static byte[] Bytes(JsonElement from, string name) => Try(() => Base64UrlEncoder.DecodeBytes(Text(from, name)));

    internal static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or CborContentException or OverflowException or ArgumentException)
        {
            throw new WebAuthnFormatException();
        }
    }
}

/// <summary>What was sent is no credential.</summary>
internal sealed class WebAuthnFormatException : Exception
{
}
