using System.Text.Json;
using CognitoPS.LocalServer.Srp;

namespace CognitoPS.LocalServer.WebAuthn;

/// <summary>A browser's answer to request options.</summary>
internal sealed record WebAuthnAssertion(string CredentialId, WebAuthnClient Client, WebAuthnData Data, byte[] Signature)
{
    internal static WebAuthnAssertion Read(JsonElement credential)
    {
        JsonElement response = WebAuthnFormat.Member(credential, "response");
        return new WebAuthnAssertion(
            WebAuthnFormat.Text(credential, "id"),
            WebAuthnClient.Read(response),
            new WebAuthnData(WebAuthnFormat.Bytes(response, "authenticatorData")),
            WebAuthnFormat.Bytes(response, "signature")
        );
    }

    internal bool IsSignedBy(byte[] publicKey) => WebAuthnKey.Verify(publicKey, [.. Data.Bytes, .. SrpGroup.Hash(Client.Bytes)], Signature);
}
