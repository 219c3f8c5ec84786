using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.LocalServer.WebAuthn;

/// <summary>What a browser signed about itself: clientDataJSON.</summary>
internal sealed record WebAuthnClient(byte[] Bytes, string Type, string Challenge, string Origin)
{
    internal static WebAuthnClient Read(JsonElement response)
    {
        byte[] bytes = WebAuthnFormat.Bytes(response, "clientDataJSON");
        using JsonDocument data = WebAuthnFormat.Try(() => JsonDocument.Parse(bytes));
        JsonElement root = data.RootElement;
        return new WebAuthnClient(
            bytes,
            WebAuthnFormat.Text(root, "type"),
            WebAuthnFormat.Text(root, "challenge"),
            WebAuthnFormat.Text(root, "origin")
        );
    }

    internal bool Fits(string type, byte[] challenge) => Type == type && Challenge == Base64UrlEncoder.Encode(challenge);

    /// <summary>Whether the page belongs to the relying party: its host or one below it, over https unless it is on this machine.</summary>
    internal bool ComesFrom(string relyingParty) =>
        Uri.TryCreate(Origin, UriKind.Absolute, out Uri? origin)
        && (origin.Scheme == "https" || (origin.Scheme == "http" && origin.Host == "localhost"))
        && (origin.Host == relyingParty || origin.Host.EndsWith("." + relyingParty, StringComparison.OrdinalIgnoreCase));
}
