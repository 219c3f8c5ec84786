using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CognitoPS.SignIn;
using Xunit;

namespace CognitoPS.Tests.SignIn;

/// <summary>What amazon-cognito-identity-js computes and sends, written by tests/js/srp-vectors.</summary>
internal sealed record SrpVector(
    string Name,
    string Group,
    string User,
    string Password,
    string SaltSent,
    string Salt,
    string Verifier,
    string PrivateA,
    string PrivateB,
    string A,
    string B,
    string SecretBlock,
    string Now,
    string Timestamp,
    string Signature
)
{
    public DateTime UtcNow => DateTime.Parse(Now, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    public SrpClaim Claim => new(Signature, SecretBlock, Timestamp);

    public Func<int, byte[]> ClientRandom => _ => Convert.FromHexString(PrivateA);

    public Func<int, byte[]> ServerRandom => _ => Convert.FromHexString(PrivateB);

    public SrpVerifier ServerVerifier => new(SrpGroup.ParseHex(Salt), SrpGroup.ParseHex(Verifier));

    public override string ToString() => Name;
}

internal static class SrpVectors
{
    private static readonly Dictionary<string, SrpVector> Vectors = JsonSerializer
        .Deserialize<List<SrpVector>>(File.ReadAllText(Path.Combine(Folder(), "vectors.json")))!
        .ToDictionary(vector => vector.Name);

    public static IEnumerable<TheoryDataRow<string>> Names => Vectors.Keys.Select(name => new TheoryDataRow<string>(name));

    public static SrpVector Get(string name) => Vectors[name];

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
