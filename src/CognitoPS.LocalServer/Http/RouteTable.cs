using System.Collections.Specialized;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Http;

/// <summary>The addresses beside the API itself: keys, the token endpoint, uploads.</summary>
internal sealed class RouteTable
{
    private readonly List<(string Method, string[] Path, Func<RouteCall, HttpAnswer> Answer)> _routes = [];

    /// <summary>Answers a path; a segment in braces takes any value.</summary>
    internal void Add(string method, string path, Func<RouteCall, HttpAnswer> answer) => _routes.Add((method, Segments(path), answer));

    /// <summary>The answer of the route that fits; 404 where none does.</summary>
    internal HttpAnswer Answer(ServerState state, string method, Uri url, NameValueCollection headers, byte[] body)
    {
        string[] path = Segments(url.AbsolutePath);
        foreach ((string routeMethod, string[] route, Func<RouteCall, HttpAnswer> answer) in _routes)
        {
            if (routeMethod == method && Match(route, path) is { } values)
                return answer(new RouteCall(state, values, url, headers, body));
        }
        return HttpAnswer.Text(404, "text/plain", "Not found");
    }

    private static Dictionary<string, string>? Match(string[] route, string[] path)
    {
        if (route.Length != path.Length)
            return null;
        Dictionary<string, string> values = [];
        for (int i = 0; i < route.Length; i++)
        {
            if (route[i].StartsWith("{", StringComparison.Ordinal))
                values[route[i].Trim('{', '}')] = path[i];
            else if (route[i] != path[i])
                return null;
        }
        return values;
    }

    private static string[] Segments(string path) => path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
}
