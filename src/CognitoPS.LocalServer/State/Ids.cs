namespace CognitoPS.LocalServer.State;

/// <summary>Ids and secrets in the service's forms. With a seed they are the same in every run.</summary>
internal sealed class Ids(int? seed)
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Mixed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Random _random = seed is int value ? new Random(value) : new Random(Guid.NewGuid().GetHashCode());

    internal string PoolId(string region) => $"{region}_{Text(Mixed, 9)}";

    internal string ClientId() => Text(Lower, 26);

    internal string ClientSecret() => Text(Lower, 51);

    internal string Code(int digits = 6) => Text("0123456789", digits);

    internal string TemporaryPassword() =>
        $"{Text("ABCDEFGHJKLMNPQRSTUVWXYZ", 2)}{Text(Lower, 12)}{Text("0123456789", 2)}{Text("!#$%&*+", 2)}a";

    internal Guid Uuid()
    {
        byte[] bytes = new byte[16];
        lock (_random)
            _random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    /// <summary>A user's sub: its third group begins with 70, and its fourth tells no variant, so it is a UUID of no version.</summary>
    internal Guid Sub()
    {
        byte[] bytes = new byte[16];
        lock (_random)
            _random.NextBytes(bytes);
        return AsSub(bytes);
    }

    /// <summary>Sixteen bytes in the form of a sub.</summary>
    internal static Guid AsSub(byte[] bytes)
    {
        bytes[7] = 0x70;
        if ((bytes[8] & 0xC0) == 0x80)
            bytes[8] |= 0x40;
        return new Guid(bytes);
    }

    internal string Text(string alphabet, int length)
    {
        char[] text = new char[length];
        lock (_random)
        {
            for (int i = 0; i < length; i++)
                text[i] = alphabet[_random.Next(alphabet.Length)];
        }
        return new string(text);
    }
}
