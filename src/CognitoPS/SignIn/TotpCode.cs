using System.Security;
using CognitoPS.Errors;
using CognitoPS.Secrets;
using OtpNet;

namespace CognitoPS.SignIn;

/// <summary>A time-based one-time password by RFC 6238 as Cognito takes it: SHA-1, 30 seconds, 6 digits.</summary>
internal sealed class TotpCode
{
    public const int Period = 30;

    private TotpCode(Totp totp, DateTime utc)
    {
        Code = totp.ComputeTotp(utc);
        Previous = totp.ComputeTotp(utc.AddSeconds(-Period));
        Next = totp.ComputeTotp(utc.AddSeconds(Period));
        SecondsRemaining = totp.RemainingSeconds(utc);
    }

    public string Code { get; }

    public string Previous { get; }

    public string Next { get; }

    public int SecondsRemaining { get; }

    /// <param name="secret">The shared key in Base32, as AssociateSoftwareToken gives it; blanks, hyphens and case do not count.</param>
    /// <param name="utc">The moment.</param>
    /// <param name="digits">6; RFC 6238's own examples have 8.</param>
    /// <exception cref="SignInException">The secret is not Base32.</exception>
    public static TotpCode Compute(SecureString secret, DateTime utc, int digits = 6)
    {
        byte[] key = SecureText.Use(secret, Decode);
        try
        {
            return new TotpCode(new Totp(key, Period, OtpHashMode.Sha1, digits), utc);
        }
        finally
        {
            SrpGroup.Wipe(key);
        }
    }

    private static byte[] Decode(char[] secret)
    {
        string text = new([.. secret.Where(character => character is not (' ' or '-'))]);
        try
        {
            byte[] key = Base32Encoding.ToBytes(text.TrimEnd('=').ToUpperInvariant());
            return key.Length > 0 ? key : throw new ArgumentException("empty", nameof(secret));
        }
        catch (ArgumentException)
        {
            throw new SignInException(
                SignInError.BadTotpSecret,
                "The software token's secret is not Base32 (letters A to Z and digits 2 to 7)."
            );
        }
    }
}
