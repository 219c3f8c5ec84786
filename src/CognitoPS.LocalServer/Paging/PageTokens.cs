using System.Globalization;
using System.Text;
using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;

namespace CognitoPS.LocalServer.Paging;

/// <summary>Tokens that hold where the next page begins. One is good for an hour, and only with the request it came from.</summary>
internal static class PageTokens
{
    internal const long LifeTime = 60 * 60 * 1000;

    /// <summary>
    /// The token for the page that begins after <paramref name="cursor"/>, or at the start where that is null; <paramref name="empty"/>
    /// when this page was left empty on purpose.
    /// </summary>
    internal static string Write(Call call, string? cursor, bool empty)
    {
        string content = $"{call.Now + LifeTime:x}.{(empty ? 1 : 0)}.{cursor}";
        return Encode($"{Seal(call, content):x16}.{content}");
    }

    /// <summary>Where the page begins that the request asks for; null at the start.</summary>
    internal static (string? Cursor, bool AfterEmpty) Read(Call call)
    {
        if (call.Text(call.Operation.TokenMember) is not { } token)
            return (null, false);
        string text = Decode(token);
        string[] parts = text.Split(['.'], 4);
        if (parts.Length != 4 || parts[0] != Seal(call, text.Substring(17)).ToString("x16", CultureInfo.InvariantCulture))
            throw ServiceException.Invalid("Invalid pagination token.");
        if (Convert.ToInt64(parts[1], 16) < call.Now)
            throw ServiceException.Invalid("The pagination token has expired.");
        return (parts[3].Length > 0 ? parts[3] : null, parts[2] == "1");
    }

    /// <summary>A number over the token's content and all of the request but its token and page size.</summary>
    private static ulong Seal(Call call, string content)
    {
        ulong hash = call.State.PageTokenSecret;
        Mix(ref hash, content);
        Mix(ref hash, call.Operation.Name);
        Mix(ref hash, call.Region);
        foreach (JsonProperty member in call.Request.EnumerateObject().OrderBy(given => given.Name, StringComparer.Ordinal))
        {
            if (member.NameEquals(call.Operation.TokenMember) || (call.Operation.SizeMember is { } size && member.NameEquals(size)))
                continue;
            Mix(ref hash, member.Name);
            Mix(ref hash, member.Value.GetRawText());
        }
        return hash;
    }

    private static void Mix(ref ulong hash, string text)
    {
        foreach (char c in text)
            hash = (hash ^ c) * 1099511628211;
        hash = (hash ^ 0x1F) * 1099511628211;
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
