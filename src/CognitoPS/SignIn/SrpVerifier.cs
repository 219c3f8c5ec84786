using System.Numerics;

#if LOCAL_SERVER
namespace CognitoPS.LocalServer.Srp;

#else
namespace CognitoPS.SignIn;

#endif

/// <summary>What a server keeps instead of a password: also what ConfirmDevice sends for a new device. Needs SrpGroup only.</summary>
internal sealed class SrpVerifier(BigInteger salt, BigInteger verifier)
{
    public BigInteger Salt { get; } = salt;

    public BigInteger Verifier { get; } = verifier;

    /// <param name="group">The pool's name, or the device group key.</param>
    /// <param name="user">The user's USER_ID_FOR_SRP, or the device key.</param>
    /// <param name="password">Stays the caller's to wipe.</param>
    /// <param name="randomBytes">Where the salt comes from; the system's generator by default.</param>
    public static SrpVerifier Create(string group, string user, char[] password, Func<int, byte[]>? randomBytes = null)
    {
        BigInteger salt = SrpGroup.ToNumber((randomBytes ?? SrpGroup.RandomBytes)(16));
        BigInteger x = SrpGroup.PrivateKey(group, user, password, salt);
        return new SrpVerifier(salt, BigInteger.ModPow(SrpGroup.G, x, SrpGroup.N));
    }

    /// <summary>From DeviceSecretVerifierConfig's members.</summary>
    public static SrpVerifier FromBase64(string salt, string verifier) =>
        new(SrpGroup.ToNumber(Convert.FromBase64String(salt)), SrpGroup.ToNumber(Convert.FromBase64String(verifier)));

    /// <summary>DeviceSecretVerifierConfig.Salt.</summary>
    public string SaltBase64 => Convert.ToBase64String(SrpGroup.Pad(Salt));

    /// <summary>DeviceSecretVerifierConfig.PasswordVerifier.</summary>
    public string VerifierBase64 => Convert.ToBase64String(SrpGroup.Pad(Verifier));

    /// <summary>SALT as a challenge parameter.</summary>
    public string SaltHex => SrpGroup.ToHex(Salt);

    public SrpServer Challenge(Func<int, byte[]>? randomBytes = null) => new(this, (randomBytes ?? SrpGroup.RandomBytes)(64));
}

/// <summary>The server's side of one SRP exchange.</summary>
internal sealed class SrpServer
{
    private readonly BigInteger _b;
    private readonly BigInteger _publicB;
    private readonly BigInteger _verifier;

    public SrpServer(SrpVerifier verifier, byte[] random)
    {
        _verifier = verifier.Verifier;
        _b = SrpGroup.ToNumber(random);
        SrpGroup.Wipe(random);
        _publicB = (SrpGroup.K * _verifier + BigInteger.ModPow(SrpGroup.G, _b, SrpGroup.N)) % SrpGroup.N;
    }

    /// <summary>SRP_B.</summary>
    public string PublicValue => SrpGroup.ToHex(_publicB);

    /// <summary>
    /// Whether the claim proves the password. The caller checks that the secret block is its own and the timestamp is near.
    /// </summary>
    public bool Accepts(string clientPublicValue, string group, string user, SrpClaim claim)
    {
        try
        {
            BigInteger a = SrpGroup.ParseHex(clientPublicValue);
            if (SrpGroup.IsZeroModN(a))
                return false;
            BigInteger u = SrpGroup.Scramble(a, _publicB);
            if (u.IsZero)
                return false;
            byte[] key = SrpGroup.SessionKey(BigInteger.ModPow(a * BigInteger.ModPow(_verifier, u, SrpGroup.N), _b, SrpGroup.N), u);
            byte[] expected = SrpGroup.Claim(key, group, user, Convert.FromBase64String(claim.SecretBlock), claim.Timestamp);
            SrpGroup.Wipe(key);
            return SrpGroup.AreEqual(expected, Convert.FromBase64String(claim.Signature));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>PASSWORD_CLAIM_SIGNATURE, PASSWORD_CLAIM_SECRET_BLOCK and TIMESTAMP.</summary>
internal sealed record SrpClaim(string Signature, string SecretBlock, string Timestamp);
