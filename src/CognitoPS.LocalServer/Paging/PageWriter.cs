using System.Globalization;
using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Requests;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Paging;

/// <summary>
/// Writes one page of a list and the token of the next one. A token holds the key of the page's last item: the next page begins with what
/// comes after that key, also when the item itself is gone.
/// </summary>
internal static class PageWriter
{
    internal const int LargestPage = 60;

    internal static void WritePage<T>(
        this Call call,
        string list,
        OrderedSet<long, T> items,
        Action<Utf8JsonWriter, T> write,
        Func<T, long> keyOf,
        Func<T, bool>? matches = null
    )
        where T : class =>
        call.WritePage(
            list,
            cursor => items.After(long.Parse(cursor ?? "-1", CultureInfo.InvariantCulture)),
            write,
            item => keyOf(item).ToString(CultureInfo.InvariantCulture),
            matches
        );

    /// <summary>A page of a list that is short enough to be put in order each time.</summary>
    internal static void WritePage<T>(
        this Call call,
        string list,
        IEnumerable<T> items,
        Action<Utf8JsonWriter, T> write,
        Func<T, ListPosition> positionOf
    )
    {
        call.WritePage(list, After, write, item => positionOf(item).ToString());

        IEnumerable<T> After(string? cursor)
        {
            IEnumerable<T> ordered = items.OrderBy(positionOf);
            if (cursor is null)
                return ordered;
            var last = ListPosition.Parse(cursor);
            return ordered.SkipWhile(item => positionOf(item).CompareTo(last) <= 0);
        }
    }

    internal static void WritePage<T>(
        this Call call,
        string list,
        Func<string?, IEnumerable<T>> after,
        Action<Utf8JsonWriter, T> write,
        Func<T, string> cursorOf,
        Func<T, bool>? matches = null
    )
    {
        Faults faults = call.State.Faults;
        (string? cursor, bool afterEmpty) = PageTokens.Read(call);
        bool empty = !afterEmpty && faults.LeaveEmpty();
        int size = call.Operation.SizeMember is { } member && call.Number(member) is > 0 and int asked ? asked : LargestPage;
        int room = empty ? 0 : faults.Shorten(size);
        bool more = false;
        call.Json.WriteStartArray(list);
        foreach (T item in after(cursor))
        {
            if (matches is not null && !matches(item))
                continue;
            if (room-- == 0)
            {
                more = true;
                break;
            }
            write(call.Json, item);
            cursor = cursorOf(item);
        }
        call.Json.WriteEndArray();
        if (more)
            call.Json.WriteString(call.Operation.TokenMember, PageTokens.Write(call, cursor, empty));
    }
}
