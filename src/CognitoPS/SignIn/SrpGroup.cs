using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

#if LOCAL_SERVER
namespace CognitoPS.LocalServer.Srp;

#else
namespace CognitoPS.SignIn;

#endif

/// <summary>
/// What both sides of Cognito's SRP-6a share: the 3072-bit group of RFC 5054, how numbers become bytes, and the hashes over them.
/// Needs nothing else of the module, so that the local server can compile the same file.
/// </summary>
/// <remarks>BigInteger can neither be wiped nor does it compute in constant time; only byte and character arrays are wiped.</remarks>
internal static class SrpGroup
{
    private const string Prime =
        "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
        + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
        + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
        + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
        + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
        + "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
        + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
        + "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF";

    private static readonly byte[] KeyInfo = [.. Encoding.ASCII.GetBytes("Caldera Derived Key"), 1];

    public static BigInteger N { get; } = ParseHex(Prime);

    public static BigInteger G { get; } = new(2);

    public static BigInteger K { get; } = ToNumber(Hash(Pad(N), Pad(G)));

    /// <summary>Big-endian, as few bytes as hold the number and a zero sign bit: what Cognito hashes.</summary>
    public static byte[] Pad(BigInteger number)
    {
        byte[] bytes = number.ToByteArray();
        Array.Reverse(bytes);
        return bytes;
    }

    public static BigInteger ToNumber(byte[] bigEndian)
    {
        byte[] bytes = new byte[bigEndian.Length + 1];
        bigEndian.CopyTo(bytes, 1);
        Array.Reverse(bytes);
        BigInteger number = new(bytes);
        Wipe(bytes);
        return number;
    }

    /// <exception cref="FormatException">The text is empty or not hexadecimal.</exception>
    public static BigInteger ParseHex(string hex) =>
        BigInteger.Parse("0" + (hex.Length > 0 ? hex : "?"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public static string ToHex(BigInteger number)
    {
        string digits = number.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return digits.Length > 0 ? digits : "0";
    }

    public static bool IsZeroModN(BigInteger number) => (number % N).IsZero;

    /// <summary>x: who (pool name and user, or device group and device) and what they know, under a salt.</summary>
    public static BigInteger PrivateKey(string group, string user, char[] password, BigInteger salt)
    {
        byte[] secret = Encoding.UTF8.GetBytes(password);
        byte[] identity = Hash(Encoding.UTF8.GetBytes(group + user + ":"), secret);
        byte[] hash = Hash(Pad(salt), identity);
        BigInteger x = ToNumber(hash);
        Wipe(secret);
        Wipe(identity);
        Wipe(hash);
        return x;
    }

    /// <summary>u: binds the two public values together.</summary>
    public static BigInteger Scramble(BigInteger a, BigInteger b) => ToNumber(Hash(Pad(a), Pad(b)));

    public static byte[] SessionKey(BigInteger s, BigInteger u)
    {
        byte[] input = Pad(s);
        byte[] pseudoRandomKey = Hmac(Pad(u), input);
        byte[] expanded = Hmac(pseudoRandomKey, KeyInfo);
        byte[] key = new byte[16];
        Array.Copy(expanded, key, key.Length);
        Wipe(input);
        Wipe(pseudoRandomKey);
        Wipe(expanded);
        return key;
    }

    public static byte[] Claim(byte[] sessionKey, string group, string user, byte[] secretBlock, string timestamp) =>
        Hmac(sessionKey, [.. Encoding.UTF8.GetBytes(group + user), .. secretBlock, .. Encoding.UTF8.GetBytes(timestamp)]);

    public static string Timestamp(DateTime utc) => utc.ToString("ddd MMM d HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);

    public static byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        using var generator = RandomNumberGenerator.Create();
        generator.GetBytes(bytes);
        return bytes;
    }

    public static byte[] Hash(params byte[][] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    public static byte[] Hmac(byte[] key, byte[] message)
    {
        using HMACSHA256 hmac = new(key);
        return hmac.ComputeHash(message);
    }

    /// <summary>Compares without telling by its duration where the difference is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool AreEqual(byte[] left, byte[] right)
    {
        int difference = left.Length ^ right.Length;
        for (int i = 0; i < left.Length && i < right.Length; i++)
            difference |= left[i] ^ right[i];
        return difference == 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static void Wipe(Array secret) => Array.Clear(secret, 0, secret.Length);
}
