using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Tags of a pool.</summary>
internal static class TagOperations
{
    private const int MaximumTags = 50;

    internal static void AddTo(OperationTable table)
    {
        table.Add("ListTagsForResource", call => WithTags(call, (pool, tags) => call.Json.WriteTags(tags)));
        table.Add("TagResource", call => WithTags(call, (pool, tags) => Tag(call, pool, tags)));
        table.Add("UntagResource", call => WithTags(call, (pool, tags) => Untag(call, pool, tags)));
    }

    private static void WithTags(Call call, Action<UserPool, JsonObject> use)
    {
        string arn = call.Required("ResourceArn");
        UserPool? pool = call.State.FindPool(arn.Substring(arn.LastIndexOf('/') + 1));
        if (pool is null || pool.Arn != arn || pool.Region != call.Region)
            throw ServiceException.NotFound($"Resource {arn} does not exist.");
        lock (pool)
            use(pool, JsonNode.Parse(pool.Settings.GetProperty("UserPoolTags").GetRawText())!.AsObject());
    }

    private static void Tag(Call call, UserPool pool, JsonObject tags)
    {
        foreach (JsonProperty tag in call.Find("Tags")!.Value.EnumerateObject())
            tags[tag.Name] = tag.Value.GetString();
        Check(tags);
        SetTags(pool, tags);
    }

    internal static void Check(JsonObject tags)
    {
        if (tags.Count > MaximumTags)
            throw ServiceException.Invalid($"A resource has at most {MaximumTags} tags.");
        foreach (KeyValuePair<string, JsonNode?> tag in tags)
        {
            if (
                tag.Key.Length is 0 or > 128
                || tag.Value!.GetValue<string>().Length > 256
                || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            )
                throw ServiceException.Invalid($"The tag {tag.Key} is not valid.");
        }
    }

    private static void Untag(Call call, UserPool pool, JsonObject tags)
    {
        foreach (string key in call.Strings("TagKeys"))
            tags.Remove(key);
        SetTags(pool, tags);
    }

    private static void SetTags(UserPool pool, JsonObject tags)
    {
        JsonObject settings = JsonSettings.Of(pool.Settings);
        settings["UserPoolTags"] = tags;
        pool.Settings = settings.Freeze();
    }

    private static void WriteTags(this Utf8JsonWriter json, JsonObject tags)
    {
        json.WritePropertyName("Tags");
        tags.WriteTo(json);
    }
}
