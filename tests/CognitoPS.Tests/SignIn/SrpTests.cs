using System.Globalization;
using CognitoPS.Errors;
using CognitoPS.SignIn;
using Xunit;

namespace CognitoPS.Tests.SignIn;

public class SrpTests
{
    public static IEnumerable<TheoryDataRow<string>> Vectors => SrpVectors.Names;

    [Theory, MemberData(nameof(Vectors))]
    public void Client_sends_what_the_JavaScript_library_sends(string name)
    {
        SrpVector vector = SrpVectors.Get(name);
        SrpClient client = new(vector.Group, vector.ClientRandom);

        SrpClaim claim = client.Prove(
            vector.User,
            vector.Password.ToCharArray(),
            vector.SaltSent,
            vector.B,
            vector.SecretBlock,
            vector.UtcNow
        );

        Assert.Equal(vector.A, client.PublicValue);
        Assert.Equal(vector.Claim, claim);
    }

    [Theory, MemberData(nameof(Vectors))]
    public void Verifier_is_the_one_that_the_JavaScript_library_makes(string name)
    {
        SrpVector vector = SrpVectors.Get(name);

        var made = SrpVerifier.Create(
            vector.Group,
            vector.User,
            vector.Password.ToCharArray(),
            _ => Convert.FromHexString(vector.SaltSent)
        );

        Assert.Equal(Convert.ToBase64String(Convert.FromHexString(vector.Verifier)), made.VerifierBase64);
        Assert.Equal(Convert.ToBase64String(Convert.FromHexString(vector.Salt)), made.SaltBase64);
        var read = SrpVerifier.FromBase64(made.SaltBase64, made.VerifierBase64);
        Assert.Equal((made.Salt, made.Verifier), (read.Salt, read.Verifier));
    }

    [Theory, MemberData(nameof(Vectors))]
    public void Server_accepts_the_JavaScript_library_and_nobody_who_changes_a_thing(string name)
    {
        SrpVector vector = SrpVectors.Get(name);
        SrpServer server = vector.ServerVerifier.Challenge(vector.ServerRandom);

        Assert.Equal(vector.B, server.PublicValue);
        Assert.True(server.Accepts(vector.A, vector.Group, vector.User, vector.Claim));
        Assert.False(server.Accepts(vector.A, vector.Group, vector.User + "x", vector.Claim));
        Assert.False(server.Accepts(vector.A, vector.Group, vector.User, vector.Claim with { Timestamp = "Mon Nov 2 07:05:09 UTC 2026" }));
        Assert.False(server.Accepts(vector.A, vector.Group, vector.User, vector.Claim with { Signature = "not Base64!" }));
    }

    [Fact]
    public void Wrong_password_is_refused()
    {
        var verifier = SrpVerifier.Create("Pool", "alice", "right".ToCharArray());
        SrpServer server = verifier.Challenge();
        SrpClient client = new("Pool");

        SrpClaim Prove(string password) =>
            client.Prove("alice", password.ToCharArray(), verifier.SaltHex, server.PublicValue, "AAAA", DateTime.UtcNow);

        Assert.True(server.Accepts(client.PublicValue, "Pool", "alice", Prove("right")));
        Assert.False(server.Accepts(client.PublicValue, "Pool", "alice", Prove("wrong")));
    }

    [Fact]
    public void Public_values_that_are_zero_modulo_N_are_refused()
    {
        SrpVector vector = SrpVectors.Get("plain");
        foreach (string zero in new[] { "0", SrpGroup.ToHex(SrpGroup.N), SrpGroup.ToHex(2 * SrpGroup.N) })
        {
            SignInException refused = Assert.Throws<SignInException>(() =>
                new SrpClient(vector.Group).Prove(vector.User, ['p'], vector.Salt, zero, vector.SecretBlock, DateTime.UtcNow)
            );
            Assert.Equal(SignInError.BadSrpValue, refused.Id);

            // With A = 0 the session key is known to everybody, whatever the password.
            SrpServer server = vector.ServerVerifier.Challenge(vector.ServerRandom);
            byte[] key = SrpGroup.SessionKey(0, SrpGroup.Scramble(SrpGroup.ParseHex(zero), SrpGroup.ParseHex(vector.B)));
            byte[] forged = SrpGroup.Claim(key, vector.Group, vector.User, Convert.FromBase64String(vector.SecretBlock), vector.Timestamp);
            Assert.False(server.Accepts(zero, vector.Group, vector.User, vector.Claim with { Signature = Convert.ToBase64String(forged) }));
        }
    }

    [Theory]
    [InlineData("", "ab", "AAAA")]
    [InlineData("ab", "xyz", "AAAA")]
    [InlineData("ab", "ab", "*")]
    public void Values_that_are_not_numbers_are_refused(string salt, string serverPublicValue, string secretBlock) =>
        Assert.Equal(
            SignInError.BadSrpValue,
            Assert
                .Throws<SignInException>(() =>
                    new SrpClient("Pool").Prove("alice", ['p'], salt, serverPublicValue, secretBlock, DateTime.UtcNow)
                )
                .Id
        );

    [Fact]
    public void Timestamp_is_English_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("Tue Nov 3 07:05:09 UTC 2026", SrpGroup.Timestamp(new DateTime(2026, 11, 3, 7, 5, 9, DateTimeKind.Utc)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7F")]
    [InlineData(128, "0080")]
    [InlineData(255, "00FF")]
    [InlineData(256, "0100")]
    public void Numbers_become_the_fewest_bytes_with_a_zero_sign_bit(int number, string bytes) =>
        Assert.Equal(bytes, Convert.ToHexString(SrpGroup.Pad(number)));
}
