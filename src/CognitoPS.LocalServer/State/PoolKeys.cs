using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.LocalServer.State;

/// <summary>What a pool signs with, made when it is first needed, and the refresh tokens that it has given out.</summary>
internal sealed class PoolKeys
{
    private const int KeySize = 2048;

    private readonly Lazy<SigningCredentials> _signing = new(CreateKey);

    internal SigningCredentials Signing => _signing.Value;

    internal Dictionary<string, RefreshToken> RefreshTokens { get; } = new(StringComparer.Ordinal);

    private static SigningCredentials CreateKey()
    {
        using var rsa = RSA.Create();
        rsa.KeySize = KeySize;
        RsaSecurityKey key = new(rsa.ExportParameters(includePrivateParameters: true))
        {
            KeyId = Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('='),
        };
        return new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
    }
}
