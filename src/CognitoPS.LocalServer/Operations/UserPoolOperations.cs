using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Pools and their schema.</summary>
internal static class UserPoolOperations
{
    private const int MaximumPools = 1000;

    /// <summary>What an update keeps where it is left out: what a pool is given once, and what the service was seen to keep.</summary>
    private static readonly string[] Kept =
    [
        "AliasAttributes",
        "UsernameAttributes",
        "UsernameConfiguration",
        "UserPoolTier",
        "MfaConfiguration",
        "UserAttributeUpdateSettings",
    ];

    /// <summary>An update keeps each of them by itself.</summary>
    private static readonly string[] PolicyHalves = ["PasswordPolicy", "SignInPolicy"];

    private static readonly (string Old, string New)[] MessagePairs =
    [
        ("SmsVerificationMessage", "SmsMessage"),
        ("EmailVerificationMessage", "EmailMessage"),
        ("EmailVerificationSubject", "EmailSubject"),
    ];

    private static readonly JsonElement Defaults = JsonSettings.Parse(
        """
        {
          "Policies": {
            "PasswordPolicy": {
              "MinimumLength": 8,
              "RequireUppercase": true,
              "RequireLowercase": true,
              "RequireNumbers": true,
              "RequireSymbols": true,
              "TemporaryPasswordValidityDays": 7
            },
            "SignInPolicy": { "AllowedFirstAuthFactors": ["PASSWORD"] }
          },
          "DeletionProtection": "INACTIVE",
          "LambdaConfig": {},
          "VerificationMessageTemplate": { "DefaultEmailOption": "CONFIRM_WITH_CODE" },
          "MfaConfiguration": "OFF",
          "EmailConfiguration": { "EmailSendingAccount": "COGNITO_DEFAULT" },
          "UserPoolTags": {},
          "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": false },
          "UserPoolTier": "ESSENTIALS"
        }
        """
    );

    /// <summary>What a password policy lacks that was given in part.</summary>
    private static readonly JsonElement PasswordPolicyDefaults = JsonSettings.Parse(
        """
        {
          "MinimumLength": 8,
          "RequireUppercase": false,
          "RequireLowercase": false,
          "RequireNumbers": false,
          "RequireSymbols": false,
          "TemporaryPasswordValidityDays": 7
        }
        """
    );

    internal static void AddTo(OperationTable table)
    {
        table.Add("ListUserPools", List);
        table.Add("DescribeUserPool", (call, pool) => Write(call, pool));
        table.Add("CreateUserPool", Create);
        table.Add("UpdateUserPool", Update);
        table.Add("DeleteUserPool", Delete);
        table.Add("AddCustomAttributes", AddCustomAttributes);
    }

    /// <summary>A pool with these settings; also for sample data.</summary>
    internal static UserPool Create(ServerState state, string region, string name, JsonElement request, Ids? ids = null)
    {
        if (request.Strings("AliasAttributes").Length > 0 && request.Strings("UsernameAttributes").Length > 0)
            throw ServiceException.Invalid("Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
        Schema schema = SchemaRules.Read(request);
        JsonElement settings = Complete(request, JsonSettings.Empty);
        UserPoolRules.Check(settings, JsonSettings.Empty, region);
        UserPool pool = new((ids ?? state.Ids).PoolId(region), region, state.NextSequence(), name, settings, schema, state.Now);
        state.Add(pool);
        return pool;
    }

    private static void List(Call call)
    {
        OrderedSet<long, UserPool> pools = call.State.PoolsOf(call.Region);
        lock (pools)
            call.WritePage("UserPools", pools, WriteSummary, pool => pool.Sequence);
    }

    private static void Create(Call call)
    {
        OrderedSet<long, UserPool> pools = call.State.PoolsOf(call.Region);
        lock (pools)
        {
            if (pools.Count >= MaximumPools)
                throw ServiceException.LimitExceeded($"Maximum number of user pools ({MaximumPools}) reached.");
        }
        Write(call, Create(call.State, call.Region, call.Required("PoolName"), call.Request));
    }

    /// <summary>Resets what the request leaves out, but for what is kept.</summary>
    private static void Update(Call call, UserPool pool)
    {
        RequireNoImport(pool);
        JsonElement settings = Complete(call.Request, pool.Settings);
        UserPoolRules.Check(settings, pool.Mfa, pool.Region);
        pool.Settings = settings;
        pool.Name = call.Text("PoolName") ?? pool.Name;
        pool.Modified = call.Now;
    }

    private static void RequireNoImport(UserPool pool)
    {
        if (pool.IsImporting)
            throw new ServiceException("UserImportInProgressException", "Users are being imported into the user pool.");
    }

    private static void Delete(Call call, UserPool pool)
    {
        RequireNoImport(pool);
        if (pool.Settings.Text("DeletionProtection") == "ACTIVE")
            throw ServiceException.Invalid(
                "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first."
            );
        if (pool.Domain is not null || pool.CustomDomain is not null)
            throw ServiceException.Invalid("User pool cannot be deleted. It has a domain configured that should be deleted first.");
        call.State.Remove(pool);
    }

    private static void AddCustomAttributes(Call call, UserPool pool)
    {
        RequireNoImport(pool);
        Schema schema = new(pool.Schema);
        foreach (JsonElement attribute in call.Items("CustomAttributes"))
            SchemaRules.AddCustom(schema, attribute, isNew: false);
        pool.Schema = schema;
        pool.Modified = call.Now;
    }

    /// <summary>The settings that a request makes: what it omits is kept from those before it, or default.</summary>
    private static JsonElement Complete(JsonElement request, JsonElement before)
    {
        UserPoolRules.CheckPairs(request, MessagePairs);
        JsonObject settings = JsonSettings.Of(request, "UserPoolId", "PoolName", "Schema");
        var given = settings["Policies"]?["PasswordPolicy"] as JsonObject;
        int? unused = request.Find("AdminCreateUserConfig", "UnusedAccountValidityDays")?.GetInt32();
        given?.Fill(PasswordPolicyDefaults);
        settings.Keep(before, Kept);
        if (before.Find("Policies") is { } policies)
            ((JsonObject)(settings["Policies"] ??= new JsonObject())).Keep(policies, PolicyHalves);
        settings.Fill(Defaults);
        JsonNode policy = settings["Policies"]!["PasswordPolicy"]!;
        if (unused is int days)
            policy["TemporaryPasswordValidityDays"] = days;
        settings["AdminCreateUserConfig"]!["UnusedAccountValidityDays"] = policy["TemporaryPasswordValidityDays"]!.DeepClone();
        JsonNode template = settings["VerificationMessageTemplate"]!;
        foreach ((string old, string @new) in MessagePairs)
        {
            if (settings[old] is { } text)
                template[@new] = text.DeepClone();
            else if (template[@new] is { } message)
                settings[old] = message.DeepClone();
        }
        return settings.Freeze();
    }

    private static void WriteSummary(Utf8JsonWriter json, UserPool pool)
    {
        json.WriteStartObject();
        json.WriteString("Id", pool.Id);
        json.WriteString("Name", pool.Name);
        json.WritePropertyName("LambdaConfig");
        pool.Settings.GetProperty("LambdaConfig").WriteTo(json);
        json.WriteTime("LastModifiedDate", pool.Modified);
        json.WriteTime("CreationDate", pool.Created);
        if (pool.Replicas.Count > 0)
            json.WriteStrings("ReplicaRegions", pool.Replicas.Items.All().Select(replica => replica.Key));
        json.WriteEndObject();
    }

    private static void Write(Call call, UserPool pool)
    {
        Utf8JsonWriter json = call.Json;
        json.WriteStartObject("UserPool");
        json.WriteString("Id", pool.Id);
        json.WriteString("Name", pool.Name);
        json.WriteString("Arn", pool.Arn);
        json.WriteTime("LastModifiedDate", pool.Modified);
        json.WriteTime("CreationDate", pool.Created);
        json.WriteNumber("EstimatedNumberOfUsers", pool.Users.Count);
        json.WriteOptional("Domain", pool.Domain);
        json.WriteOptional("CustomDomain", pool.CustomDomain);
        json.WriteStartArray("SchemaAttributes");
        foreach (SchemaAttribute attribute in pool.Schema.Attributes)
            Write(json, attribute);
        json.WriteEndArray();
        json.WriteMembers(pool.Settings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SchemaAttribute attribute)
    {
        json.WriteStartObject();
        json.WriteString("Name", attribute.Name);
        json.WriteString("AttributeDataType", attribute.DataType);
        json.WriteBoolean("DeveloperOnlyAttribute", attribute.DeveloperOnly);
        json.WriteBoolean("Mutable", attribute.Mutable);
        json.WriteBoolean("Required", attribute.Required);
        if (attribute.Constrained)
        {
            bool number = attribute.DataType == "Number";
            json.WriteStartObject(number ? "NumberAttributeConstraints" : "StringAttributeConstraints");
            json.WriteOptional(number ? "MinValue" : "MinLength", attribute.Minimum);
            json.WriteOptional(number ? "MaxValue" : "MaxLength", attribute.Maximum);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
