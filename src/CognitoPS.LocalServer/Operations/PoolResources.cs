using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>What the resources of a pool have in common.</summary>
internal static class Resources
{
    internal static PoolResource Get(this ResourceSet set, string key, string what) =>
        set.Find(key) ?? throw ServiceException.NotFound($"{what} {key} does not exist.");

    internal static PoolResource Add(this ResourceSet set, Call call, string key, JsonNode settings)
    {
        PoolResource resource = new(key, call.State.NextSequence(), settings.Freeze(), call.Now);
        set.Add(resource);
        return resource;
    }

    internal static void Change(this PoolResource resource, Call call, JsonNode settings)
    {
        resource.Settings = settings.Freeze();
        resource.Modified = call.Now;
    }

    /// <summary>The settings with those of the request over them, for updates that leave alone what they are not given.</summary>
    internal static JsonObject With(this PoolResource resource, JsonElement request, params string[] without)
    {
        JsonObject settings = JsonSettings.Of(resource.Settings);
        foreach (KeyValuePair<string, JsonNode?> member in JsonSettings.Of(request, without))
            settings[member.Key] = member.Value?.DeepClone();
        return settings;
    }

    internal static void Write(this PoolResource resource, Utf8JsonWriter json, UserPool pool, bool dates = true)
    {
        json.WriteStartObject();
        json.WriteString("UserPoolId", pool.Id);
        json.WriteMembers(resource.Settings);
        if (dates)
            resource.WriteDates(json);
        json.WriteEndObject();
    }

    internal static void Write(this PoolResource resource, Call call, string name, UserPool pool, bool dates = true)
    {
        call.Json.WritePropertyName(name);
        resource.Write(call.Json, pool, dates);
    }

    internal static void WriteDates(this PoolResource resource, Utf8JsonWriter json)
    {
        json.WriteTime("CreationDate", resource.Created);
        json.WriteTime("LastModifiedDate", resource.Modified);
    }

    internal static void WritePage(this Call call, string list, ResourceSet set, Action<Utf8JsonWriter, PoolResource> write) =>
        call.WritePage(list, set.Items, write, resource => resource.Sequence);
}
