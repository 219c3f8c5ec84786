using System.Collections.Specialized;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Http;

/// <summary>A request to one of those addresses; <paramref name="Values"/> holds what stood for the segments in braces.</summary>
internal sealed record RouteCall(
    ServerState State,
    IReadOnlyDictionary<string, string> Values,
    Uri Url,
    NameValueCollection Headers,
    byte[] Body
);
