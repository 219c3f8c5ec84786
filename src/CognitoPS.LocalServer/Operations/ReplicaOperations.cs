using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Replicas of a pool in other regions.</summary>
internal static class ReplicaOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("ListUserPoolReplicas", List);
        table.Add("CreateUserPoolReplica", Create);
        table.Add("UpdateUserPoolReplica", Update);
        table.Add("DeleteUserPoolReplica", Delete);
    }

    private static void List(Call call, UserPool pool)
    {
        PoolResource primary = new(pool.Region, -1, JsonSettings.Parse("""{ "Status": "ACTIVE", "Role": "PRIMARY" }"""), pool.Created);
        call.WritePage(
            "UserPoolReplicas",
            [primary, .. pool.Replicas.Items.All()],
            (json, replica) => Write(json, pool, replica),
            replica => new ListPosition(replica.Sequence)
        );
    }

    private static void Create(Call call, UserPool pool)
    {
        string region = call.Required("RegionName");
        if (region == pool.Region || pool.Replicas.Find(region) is not null)
            throw ServiceException.Invalid($"The user pool is in {region} already.");
        Write(call, pool, pool.Replicas.Add(call, region, new JsonObject { ["Status"] = "ACTIVE", ["Role"] = "SECONDARY" }));
    }

    private static void Update(Call call, UserPool pool)
    {
        PoolResource replica = Get(call, pool);
        replica.Change(call, new JsonObject { ["Status"] = call.Required("Status"), ["Role"] = "SECONDARY" });
        Write(call, pool, replica);
    }

    private static void Delete(Call call, UserPool pool)
    {
        PoolResource replica = Get(call, pool);
        pool.Replicas.Remove(replica);
        replica.Change(call, new JsonObject { ["Status"] = "DELETING", ["Role"] = "SECONDARY" });
        Write(call, pool, replica);
    }

    private static PoolResource Get(Call call, UserPool pool) => pool.Replicas.Get(call.Required("RegionName"), "User pool replica in");

    private static void Write(Call call, UserPool pool, PoolResource replica)
    {
        call.Json.WritePropertyName("UserPoolReplica");
        Write(call.Json, pool, replica);
    }

    private static void Write(Utf8JsonWriter json, UserPool pool, PoolResource replica)
    {
        json.WriteStartObject();
        json.WriteString("RegionName", replica.Key);
        json.WriteMembers(replica.Settings);
        json.WriteString("UserPoolArn", pool.Arn.Replace($":{pool.Region}:", $":{replica.Key}:"));
        json.WriteEndObject();
    }
}
