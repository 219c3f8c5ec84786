using QRCoder;

namespace CognitoPS.SignIn;

/// <summary>A QR code drawn with half blocks, two modules a character, with its quiet zone.</summary>
internal static class QrCode
{
    /// <param name="content">What the code says.</param>
    /// <param name="lightBackground">Whether the terminal draws dark characters on a light background.</param>
    public static string Draw(string content, bool lightBackground = false)
    {
        using QRCodeData data = Encode(content);
        using AsciiQRCode code = new(data);
        return code.GetGraphicSmall(drawQuietZones: true, invert: lightBackground);
    }

    internal static QRCodeData Encode(string content) => QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
}
