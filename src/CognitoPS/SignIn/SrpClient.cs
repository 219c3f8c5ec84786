using System.Numerics;
using CognitoPS.Errors;

namespace CognitoPS.SignIn;

/// <summary>
/// The client's side of one SRP exchange. The group is the pool's name (the part of its id after the underscore) for a user,
/// the device group key for a device.
/// </summary>
internal sealed class SrpClient
{
    private readonly string _group;
    private readonly BigInteger _a;
    private readonly BigInteger _publicA;

    public SrpClient(string group, Func<int, byte[]>? randomBytes = null)
    {
        _group = group;
        byte[] random = (randomBytes ?? SrpGroup.RandomBytes)(128);
        _a = SrpGroup.ToNumber(random);
        SrpGroup.Wipe(random);
        _publicA = BigInteger.ModPow(SrpGroup.G, _a, SrpGroup.N);
        if (_a.IsZero)
            throw new SignInException(SignInError.BadSrpValue, "The random number for the password exchange is zero.");
    }

    /// <summary>SRP_A.</summary>
    public string PublicValue => SrpGroup.ToHex(_publicA);

    public static string PoolName(string userPoolId) => userPoolId.Substring(userPoolId.IndexOf('_') + 1);

    /// <summary>Proves knowledge of the password to whoever sent these challenge parameters.</summary>
    /// <param name="user">USER_ID_FOR_SRP, or the device key.</param>
    /// <param name="password">Stays the caller's to wipe.</param>
    /// <param name="salt">SALT.</param>
    /// <param name="serverPublicValue">SRP_B.</param>
    /// <param name="secretBlock">SECRET_BLOCK.</param>
    /// <param name="utcNow">The service refuses a clock that is minutes off.</param>
    /// <exception cref="SignInException">The server's values are no honest ones.</exception>
    public SrpClaim Prove(string user, char[] password, string salt, string serverPublicValue, string secretBlock, DateTime utcNow)
    {
        (BigInteger b, BigInteger saltNumber, byte[] block) = Parse(salt, serverPublicValue, secretBlock);
        if (SrpGroup.IsZeroModN(b))
            throw new SignInException(
                SignInError.BadSrpValue,
                "The server's public value for the password exchange is zero, which no genuine server sends."
            );
        BigInteger u = SrpGroup.Scramble(_publicA, b);
        if (u.IsZero)
            throw new SignInException(
                SignInError.BadSrpValue,
                "The public values of the password exchange hash to zero, which no genuine server causes."
            );

        BigInteger x = SrpGroup.PrivateKey(_group, user, password, saltNumber);
        BigInteger server = (b - SrpGroup.K * BigInteger.ModPow(SrpGroup.G, x, SrpGroup.N)) % SrpGroup.N;
        if (server.Sign < 0)
            server += SrpGroup.N;
        byte[] key = SrpGroup.SessionKey(BigInteger.ModPow(server, _a + u * x, SrpGroup.N), u);
        string timestamp = SrpGroup.Timestamp(utcNow);
        string signature = Convert.ToBase64String(SrpGroup.Claim(key, _group, user, block, timestamp));
        SrpGroup.Wipe(key);
        return new SrpClaim(signature, secretBlock, timestamp);
    }

    private static (BigInteger B, BigInteger Salt, byte[] Block) Parse(string salt, string serverPublicValue, string secretBlock)
    {
        try
        {
            return (SrpGroup.ParseHex(serverPublicValue), SrpGroup.ParseHex(salt), Convert.FromBase64String(secretBlock));
        }
        catch (FormatException)
        {
            throw new SignInException(
                SignInError.BadSrpValue,
                "The server's values for the password exchange are not hexadecimal or Base64."
            );
        }
    }
}
