using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CognitoPS.Tests.Support;

/// <summary>A passkey and the browser around it, in memory: answers creation and request options as navigator.credentials does.</summary>
public sealed class SoftwareAuthenticator(string origin) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);

    internal uint Counter { get; set; }

    public void Dispose() => _key.Dispose();

    /// <summary>The answer to CredentialCreationOptions, both as JSON.</summary>
    public string Answer(string creationOptions) => JsonSerializer.Serialize(Create(JsonElement.Parse(creationOptions)));

    /// <summary>The answer to CredentialCreationOptions.</summary>
    internal object Create(JsonElement options)
    {
        ECParameters key = _key.ExportParameters(includePrivateParameters: false);
        CborWriter cose = new();
        cose.WriteStartMap(5);
        foreach ((int name, object value) in new (int, object)[] { (1, 2), (3, -7), (-1, 1), (-2, key.Q.X!), (-3, key.Q.Y!) })
        {
            cose.WriteInt32(name);
            if (value is byte[] bytes)
                cose.WriteByteString(bytes);
            else
                cose.WriteInt32((int)value);
        }
        cose.WriteEndMap();
        byte[] data =
        [
            .. Data(options.GetProperty("rp").GetProperty("id").GetString()!, 0x45),
            .. new byte[16],
            0,
            (byte)_id.Length,
            .. _id,
            .. cose.Encode(),
        ];
        CborWriter attestation = new();
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(data);
        attestation.WriteEndMap();
        return Credential(
            new
            {
                clientDataJSON = Encode(Client("webauthn.create", options)),
                attestationObject = Encode(attestation.Encode()),
                transports = new[] { "internal" },
            }
        );
    }

    /// <summary>The answer to CREDENTIAL_REQUEST_OPTIONS.</summary>
    internal string Get(string requestOptions)
    {
        JsonElement options = JsonDocument.Parse(requestOptions).RootElement;
        Counter++;
        byte[] data = Data(options.GetProperty("rpId").GetString()!, 0x05);
        byte[] client = Client("webauthn.get", options);
        byte[] signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return JsonSerializer.Serialize(
            Credential(
                new
                {
                    clientDataJSON = Encode(client),
                    authenticatorData = Encode(data),
                    signature = Encode(signature),
                }
            )
        );
    }

    private object Credential(object response) =>
        new
        {
            id = Encode(_id),
            rawId = Encode(_id),
            type = "public-key",
            response,
            authenticatorAttachment = "platform",
            clientExtensionResults = new { },
        };

    private byte[] Data(string relyingParty, byte flags) =>
        [
            .. SHA256.HashData(Encoding.UTF8.GetBytes(relyingParty)),
            flags,
            (byte)(Counter >> 24),
            (byte)(Counter >> 16),
            (byte)(Counter >> 8),
            (byte)Counter,
        ];

    private byte[] Client(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = options.GetProperty("challenge").GetString(),
                origin,
                crossOrigin = false,
            }
        );

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
