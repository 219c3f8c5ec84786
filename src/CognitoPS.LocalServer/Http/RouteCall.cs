using System.Collections.Specialized;

namespace CognitoPS.Local.Http;

/// <summary>A request to one of those addresses; <paramref name="Values"/> holds what stood for the segments in braces.</summary>
internal sealed record RouteCall(
    LocalServer Server,
    IReadOnlyDictionary<string, string> Values,
    Uri Url,
    NameValueCollection Headers,
    byte[] Body
);
