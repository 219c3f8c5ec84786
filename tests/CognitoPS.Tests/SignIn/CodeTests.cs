using System.Collections;
using CognitoPS.Errors;
using CognitoPS.Secrets;
using CognitoPS.SignIn;
using QRCoder;
using Xunit;

namespace CognitoPS.Tests.SignIn;

public class CodeTests
{
    // RFC 6238, appendix B; the key is the ASCII text 12345678901234567890.
    private const string RfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Totp_gives_the_codes_of_RFC_6238(long seconds, string code)
    {
        DateTime utc = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
        Assert.Equal(code, TotpCode.Compute(SecureText.Hide(RfcSecret), utc, digits: 8).Code);
        Assert.Equal(code[2..], TotpCode.Compute(SecureText.Hide(RfcSecret), utc).Code);
    }

    [Fact]
    public void Totp_knows_its_neighbours_and_the_time_left()
    {
        DateTime utc = DateTimeOffset.FromUnixTimeSeconds(1111111109).UtcDateTime;
        var now = TotpCode.Compute(SecureText.Hide(RfcSecret), utc);

        Assert.Equal(now.Next, TotpCode.Compute(SecureText.Hide(RfcSecret), utc.AddSeconds(30)).Code);
        Assert.Equal(now.Previous, TotpCode.Compute(SecureText.Hide(RfcSecret), utc.AddSeconds(-30)).Code);
        Assert.Equal(30 - 1111111109 % 30, now.SecondsRemaining);
    }

    [Fact]
    public void Totp_secret_may_be_written_as_people_write_it() =>
        Assert.Equal(
            TotpCode.Compute(SecureText.Hide(RfcSecret), DateTime.UnixEpoch).Code,
            TotpCode.Compute(SecureText.Hide("gezd gnbv-gy3t qojq gezd gnbv gy3t qojq"), DateTime.UnixEpoch).Code
        );

    [Theory]
    [InlineData("")]
    [InlineData("01890189")]
    [InlineData("ABC!DEF")]
    public void Totp_secret_that_is_not_Base32_is_refused_without_repeating_it(string secret)
    {
        SignInException refused = Assert.Throws<SignInException>(() => TotpCode.Compute(SecureText.Hide(secret), DateTime.UnixEpoch));
        Assert.Equal(SignInError.BadTotpSecret, refused.Id);
        Assert.True(secret.Length == 0 || !refused.ToString().Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Secret_hash_is_the_HMAC_over_user_and_client() =>
        // printf 'alice1example23456789' | openssl dgst -sha256 -hmac 'sécret-key' -binary | base64
        Assert.Equal(
            "84z0m4T7mvILOBgKWDTLlMG+DRxbvYUC40JSwyaBEYY=",
            SecretHash.Compute(SecureText.Hide("sécret-key"), "alice", "1example23456789")
        );

    [Fact]
    public void Otpauth_address_escapes_names() =>
        Assert.Equal(
            "otpauth://totp/My%20%26%20Co:al%2Bice%40example.com?secret=JBSWY3DP&issuer=My%20%26%20Co",
            OtpAuthUri.Build("My & Co", "al+ice@example.com", SecureText.Hide("JBSWY3DP"))
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void QR_code_draws_every_module_and_the_quiet_zone(bool lightBackground)
    {
        const string Content = "otpauth://totp/Pool:alice?secret=JBSWY3DPEHPK3PXP&issuer=Pool";
        using QRCodeData data = QrCode.Encode(Content);
        List<BitArray> modules = data.ModuleMatrix;
        string[] lines = QrCode.Draw(Content, lightBackground).Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

        Assert.Equal((modules.Count + 1) / 2, lines.Length);
        for (int row = 0; row < modules.Count; row++)
        {
            for (int column = 0; column < modules.Count; column++)
            {
                bool drawn = lines[row / 2][column] switch
                {
                    '█' => true,
                    '▀' => row % 2 == 0,
                    '▄' => row % 2 == 1,
                    _ => false,
                };
                Assert.Equal(modules[row][column] == lightBackground, drawn);
            }
        }
        Assert.All(Enumerable.Range(0, 4), row => Assert.DoesNotContain(true, modules[row].Cast<bool>()));
        Assert.Contains(true, modules[4].Cast<bool>());
    }
}
