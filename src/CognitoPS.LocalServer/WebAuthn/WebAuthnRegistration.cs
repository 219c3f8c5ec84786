using System.Formats.Cbor;
using System.Text.Json;
using CognitoPS.LocalServer.Json;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.LocalServer.WebAuthn;

/// <summary>A browser's answer to creation options.</summary>
internal sealed record WebAuthnRegistration(
    string CredentialId,
    byte[] PublicKey,
    WebAuthnClient Client,
    WebAuthnData Data,
    string[] Transports,
    string? Attachment
)
{
    internal static WebAuthnRegistration Read(JsonElement credential)
    {
        JsonElement response = WebAuthnFormat.Member(credential, "response");
        byte[] attestation = WebAuthnFormat.Bytes(response, "attestationObject");
        WebAuthnData data = new(WebAuthnFormat.Try(() => AuthenticatorData(attestation)));
        (byte[] id, byte[] key) = data.Credential();
        return new WebAuthnRegistration(
            Base64UrlEncoder.Encode(id),
            key,
            WebAuthnClient.Read(response),
            data,
            WebAuthnFormat.Try(() => response.Strings("transports")),
            WebAuthnFormat.Try(() => credential.Text("authenticatorAttachment"))
        );
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
