using System.Formats.Cbor;
using System.Text.Json;
using CognitoPS.LocalServer.Json;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.LocalServer.WebAuthn;

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
        catch (Exception e)
            when (e
                    is FormatException
                        or JsonException
                        or InvalidOperationException
                        or CborContentException
                        or OverflowException
                        or ArgumentException
            )
        {
            throw new WebAuthnFormatException();
        }
    }
}
