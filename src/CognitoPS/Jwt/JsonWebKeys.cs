namespace CognitoPS.Jwt;

/// <summary>Fetches the keys that a user pool publishes, by one HTTP client for the whole process.</summary>
internal static class JsonWebKeys
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };

    /// <summary>The verifier whose cache all cmdlets share.</summary>
    public static TokenVerifier Verifier { get; } = new(FetchAsync);

    private static async Task<string> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await Http.GetAsync(address, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(
#if NET
            cancellationToken
#endif
        ).ConfigureAwait(false);
    }
}
