using System.Collections.Concurrent;
using System.Globalization;
using CognitoPS.SignIn;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.Jwt;

/// <summary>What a token must be to pass.</summary>
internal sealed class TokenExpectation
{
    /// <summary>Without a pool, the token must name any pool of the service itself.</summary>
    public string? UserPoolId { get; init; }

    /// <summary>Empty: any app client.</summary>
    public IReadOnlyCollection<string> ClientIds { get; init; } = [];

    /// <summary>id or access; null: either.</summary>
    public string? TokenUse { get; init; }

    /// <summary>A minute: tokens can be as short-lived as five.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A server other than the service.</summary>
    public Uri? Endpoint { get; init; }
}

/// <summary>
/// Verifies tokens by the pool's published keys, which it keeps; an unknown key makes it ask again, once a minute at most.
/// </summary>
internal sealed class TokenVerifier(Func<Uri, CancellationToken, Task<string>> fetch, Func<DateTime>? clock = null)
{
    private static readonly TimeSpan FetchPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(10);
    private static readonly JsonWebTokenHandler Handler = new();
    private readonly Func<DateTime> _clock = clock ?? (() => DateTime.UtcNow);
    private readonly ConcurrentDictionary<Uri, KeySet> _keySets = new();

    /// <summary>Says what is wrong with a token; throws for no token whatever.</summary>
    public async Task<TokenCheck> CheckAsync(string text, TokenExpectation expected, CancellationToken cancellationToken)
    {
        Token token;
        try
        {
            token = TokenReader.Read(text);
        }
        catch (MalformedTokenException malformed)
        {
            return new TokenCheck(null, [new TokenReason(TokenReasonId.Malformed, malformed.Message)]);
        }

        if (token.Kind == TokenKind.Refresh)
            return new TokenCheck(
                token,
                [
                    new TokenReason(
                        TokenReasonId.WrongUse,
                        "This is a refresh token: it is encrypted, and only the service can tell whether it is good."
                    ),
                ]
            );

        List<TokenReason> reasons = [.. CheckClaims(token, expected)];
        string? userPoolId = expected.UserPoolId ?? token.UserPoolId;
        IReadOnlyList<string> issuers = userPoolId is null ? [] : CognitoIssuer.Of(userPoolId, expected.Endpoint);
        bool issuerFits = token.Issuer is not null && issuers.Contains(token.Issuer);
        if (!issuerFits)
        {
            reasons.Add(
                new TokenReason(
                    TokenReasonId.WrongIssuer,
                    expected.UserPoolId is null
                        ? "The token was not issued by a user pool."
                        : "The token was not issued by the user pool "
                            + $"{expected.UserPoolId}{(token.UserPoolId is { } other && other != expected.UserPoolId ? $", but by {other}" : "")}."
                )
            );
        }

        if (token.Algorithm != SecurityAlgorithms.RsaSha256)
            reasons.Add(
                new TokenReason(
                    TokenReasonId.AlgorithmNotAllowed,
                    "User pools sign with RS256; this token names another algorithm, or none."
                )
            );
        else if (
            issuerFits
            && await CheckSignatureAsync(
                    text.Trim(),
                    token,
                    CognitoIssuer.KeysOf(token.Issuer!, userPoolId!, expected.Endpoint),
                    cancellationToken
                )
                .ConfigureAwait(false)
                is { } reason
        )
            reasons.Add(reason);
        return new TokenCheck(token, reasons.ToArray());
    }

    private IEnumerable<TokenReason> CheckClaims(Token token, TokenExpectation expected)
    {
        DateTime now = _clock();
        if (token.Expires is not { Utc: var expiry })
            yield return new TokenReason(TokenReasonId.Malformed, "The token has no expiry.");
        else if (expiry < now - expected.ClockSkew)
            yield return new TokenReason(TokenReasonId.Expired, $"The token expired at {InWords(expiry)}.");

        if (new[] { token.NotBefore?.Utc, token.IssuedAt?.Utc }.Max() is { } start && start > now + expected.ClockSkew)
            yield return new TokenReason(
                TokenReasonId.NotYetValid,
                $"The token counts from {InWords(start)} on; is the clock right? It says {InWords(now)}."
            );

        if (token.Kind == TokenKind.Other)
            yield return new TokenReason(TokenReasonId.WrongUse, "The token is neither an id token nor an access token.");
        else if (expected.TokenUse is not null && !token.Kind.Equals(expected.TokenUse, StringComparison.OrdinalIgnoreCase))
            yield return new TokenReason(
                TokenReasonId.WrongUse,
                $"This is an {token.Kind.ToLowerInvariant()} token, not an {expected.TokenUse.ToLowerInvariant()} token."
            );

        if (expected.ClientIds.Count > 0 && (token.ClientId is null || !expected.ClientIds.Contains(token.ClientId)))
            yield return new TokenReason(
                TokenReasonId.WrongClient,
                $"The token was issued for {(token.ClientId is null ? "no app client" : $"the app client {token.ClientId}")}."
            );
    }

    private static string InWords(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private async Task<TokenReason?> CheckSignatureAsync(string text, Token token, Uri address, CancellationToken cancellationToken)
    {
        JsonWebKey? key;
        try
        {
            key = await FindKeyAsync(address, token.KeyId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new TokenReason(TokenReasonId.KeysUnavailable, $"The keys at {address} cannot be read: {error.Message}");
        }

        if (key is null)
            return new TokenReason(TokenReasonId.UnknownKey, "The token was signed with a key that the user pool does not have.");
        TokenValidationResult result = await Handler
            .ValidateTokenAsync(
                text,
                new TokenValidationParameters
                {
                    IssuerSigningKey = key,
                    ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                    ValidateAudience = false,
                    ValidateIssuer = false,
                    ValidateLifetime = false,
                }
            )
            .ConfigureAwait(false);
        return result.IsValid
            ? null
            : new TokenReason(TokenReasonId.BadSignature, "The signature does not fit the token: it was changed or forged.");
    }

    private async Task<JsonWebKey?> FindKeyAsync(Uri address, string? keyId, CancellationToken cancellationToken)
    {
        if (keyId is null)
            return null;
        KeySet set = _keySets.GetOrAdd(address, _ => new KeySet());
        await set.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!set.Keys.TryGetValue(keyId, out JsonWebKey? key) && (set.FetchedAt is null || _clock() - set.FetchedAt >= FetchPause))
            {
                if (set.Failure is { } failure && _clock() - set.FailedAt < FailurePause)
                    throw new HttpRequestException(failure);
                try
                {
                    set.Keys = ReadKeys(await fetch(address, cancellationToken).ConfigureAwait(false));
                }
                catch (Exception error) when (!cancellationToken.IsCancellationRequested)
                {
                    (set.Failure, set.FailedAt) = (error.Message, _clock());
                    throw;
                }

                (set.Failure, set.FetchedAt) = (null, _clock());
                set.Keys.TryGetValue(keyId, out key);
            }
            return key;
        }
        finally
        {
            set.Gate.Release();
        }
    }

    private static Dictionary<string, JsonWebKey> ReadKeys(string json) =>
        new JsonWebKeySet(json)
            .Keys.Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or "sig" && key.Kid is not null)
            .GroupBy(key => key.Kid)
            .ToDictionary(keys => keys.Key, keys => keys.First());

    private sealed class KeySet
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTime? FetchedAt { get; set; }

        /// <summary>Why the last fetch failed: it is not repeated at once.</summary>
        public string? Failure { get; set; }

        public DateTime FailedAt { get; set; }

        public Dictionary<string, JsonWebKey> Keys { get; set; } = [];
    }
}
