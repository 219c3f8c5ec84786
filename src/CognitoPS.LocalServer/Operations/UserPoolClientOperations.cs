using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;

namespace CognitoPS.LocalServer.Operations;

/// <summary>App clients.</summary>
internal static class UserPoolClientOperations
{
    private const int MaximumClients = 1000;
    private const int MaximumSecrets = 2;

    private static readonly string[] NotSettings = ["UserPoolId", "ClientId", "ClientName", "GenerateSecret", "ClientSecret"];
    private static readonly string[] OwnScopes = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

    private static readonly JsonElement Defaults = JsonSettings.Parse(
        """
        {
          "RefreshTokenValidity": 30,
          "AllowedOAuthFlowsUserPoolClient": false,
          "EnableTokenRevocation": true,
          "EnablePropagateAdditionalUserContextData": false,
          "AuthSessionValidity": 3
        }
        """
    );

    internal static void AddTo(OperationTable table)
    {
        table.Add("ListUserPoolClients", List);
        table.Add("DescribeUserPoolClient", (Call call, UserPool _, UserPoolClient client) => Write(call, client));
        table.Add("CreateUserPoolClient", Create);
        table.Add("UpdateUserPoolClient", Update);
        table.Add("DeleteUserPoolClient", Delete);
        table.Add(
            "ListUserPoolClientSecrets",
            (Call call, UserPool _, UserPoolClient client) =>
                call.WritePage(
                    "ClientSecrets",
                    client.Secrets,
                    (json, secret) => WriteSecret(json, secret, withValue: false),
                    secret => new ListPosition(secret.Created, secret.Id)
                )
        );
        table.Add("AddUserPoolClientSecret", AddSecret);
        table.Add("DeleteUserPoolClientSecret", DeleteSecret);
    }

    /// <summary>A client with these settings; also for sample data.</summary>
    internal static UserPoolClient Create(ServerState state, UserPool pool, string name, JsonElement? settings = null, Ids? ids = null)
    {
        UserPoolClient client = new(pool, (ids ?? state.Ids).ClientId(), state.NextSequence(), name, settings ?? Defaults, state.Now);
        pool.Clients.Add(client);
        pool.ClientsById.Add(client.Id, client);
        state.Clients[client.Id] = client;
        return client;
    }

    private static void List(Call call, UserPool pool)
    {
        // Clients that register themselves (type DCR) there are none here.
        Func<UserPoolClient, bool>? matches = call.Text("ClientType") switch
        {
            null or "REGULAR" => null,
            "DCR" => _ => false,
            _ => throw ServiceException.Invalid("ClientType must be REGULAR or DCR."),
        };
        call.WritePage("UserPoolClients", pool.Clients, WriteSummary, client => client.Sequence, matches);
    }

    private static void Create(Call call, UserPool pool)
    {
        if (pool.Clients.Count >= MaximumClients)
            throw ServiceException.LimitExceeded($"Maximum number of user pool clients ({MaximumClients}) reached.");
        string? secret = call.Text("ClientSecret");
        if (secret is not null && call.Flag("GenerateSecret"))
            throw ServiceException.Invalid("GenerateSecret and ClientSecret cannot be given together.");
        if (call.Flag("GenerateSecret"))
            secret = call.State.Ids.ClientSecret();
        JsonElement settings = Complete(call, pool, hasSecret: secret is not null);
        UserPoolClient client = Create(call.State, pool, call.Required("ClientName"), settings);
        if (secret is not null)
            client.Secrets = [NewSecret(call, client, secret)];
        Write(call, client);
    }

    private static void Update(Call call, UserPool pool, UserPoolClient client)
    {
        client.Settings = Complete(call, pool, client.Secrets.Length > 0);
        client.Name = call.Text("ClientName") ?? client.Name;
        client.Modified = call.Now;
        Write(call, client);
    }

    private static void Delete(Call call, UserPool pool, UserPoolClient client)
    {
        pool.Clients.Remove(client.Sequence);
        pool.ClientsById.Remove(client.Id);
        call.State.Clients.TryRemove(client.Id, out _);
    }

    private static ClientSecret NewSecret(Call call, UserPoolClient client, string? value)
    {
        string id = $"{client.Id}--{call.Now}";
        return new ClientSecret(
            Array.Exists(client.Secrets, secret => secret.Id == id) ? id + "1" : id,
            value ?? call.State.Ids.ClientSecret(),
            call.Now
        );
    }

    private static void AddSecret(Call call, UserPool pool, UserPoolClient client)
    {
        if (client.Secrets.Length == 0)
            throw ServiceException.Invalid("The client has no secret: one can be added to a confidential client only.");
        if (client.Secrets.Length >= MaximumSecrets)
            throw ServiceException.LimitExceeded($"A client has at most {MaximumSecrets} secrets.");
        ClientSecret secret = NewSecret(call, client, call.Text("ClientSecret"));
        client.Secrets = [.. client.Secrets, secret];
        call.Json.WritePropertyName("ClientSecretDescriptor");
        WriteSecret(call.Json, secret, withValue: true);
    }

    private static void DeleteSecret(Call call, UserPool pool, UserPoolClient client)
    {
        string id = call.Required("ClientSecretId");
        if (!Array.Exists(client.Secrets, secret => secret.Id == id))
            throw ServiceException.NotFound($"Client secret {id} does not exist.");
        if (client.Secrets.Length == 1)
            throw ServiceException.Invalid("The last secret of a client cannot be deleted.");
        client.Secrets = Array.FindAll(client.Secrets, secret => secret.Id != id);
    }

    private static void WriteSecret(Utf8JsonWriter json, ClientSecret secret, bool withValue)
    {
        json.WriteStartObject();
        json.WriteString("ClientSecretId", secret.Id);
        if (withValue)
            json.WriteString("ClientSecretValue", secret.Value);
        json.WriteTime("ClientSecretCreateDate", secret.Created);
        json.WriteEndObject();
    }

    /// <summary>The settings that a request makes: what it omits is default.</summary>
    private static JsonElement Complete(Call call, UserPool pool, bool hasSecret)
    {
        JsonElement request = call.Request;
        CheckFlows(request);
        CheckOAuth(request, pool, hasSecret);
        CheckUrls(request);
        CheckAttributes(request, pool);
        CheckAnalytics(request.Find("AnalyticsConfiguration"));
        if (call.Flag("EnablePropagateAdditionalUserContextData") && !hasSecret)
            throw ServiceException.Invalid("Client Secret is required to set EnablePropagateAdditionalUserContextData as true");
        TokenValidity.Check(request);
        JsonObject settings = JsonSettings.Of(request, NotSettings);
        if (settings["RefreshTokenValidity"]?.GetValue<int>() == 0)
            settings.Remove("RefreshTokenValidity");
        if (settings.Count == 0)
            return Defaults;
        if (settings["ExplicitAuthFlows"] is JsonArray { Count: 0 })
            settings.Remove("ExplicitAuthFlows");
        if (settings["RefreshTokenRotation"] is JsonObject rotation)
            rotation["RetryGracePeriodSeconds"] ??= 0;
        settings.Fill(Defaults);
        return settings.Freeze();
    }

    private static void CheckFlows(JsonElement request)
    {
        string[] flows = request.Strings("ExplicitAuthFlows");
        int newer = flows.Count(flow => flow.StartsWith("ALLOW_", StringComparison.Ordinal));
        if (newer > 0 && newer < flows.Length)
            throw ServiceException.Invalid("Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.");
        if (request.Text("RefreshTokenRotation", "Feature") == "ENABLED" && flows.Contains("ALLOW_REFRESH_TOKEN_AUTH"))
            throw ServiceException.Invalid("ALLOW_REFRESH_TOKEN_AUTH can not be enabled together with refresh token rotation.");
    }

    private static void CheckOAuth(JsonElement request, UserPool pool, bool hasSecret)
    {
        string[] flows = request.Strings("AllowedOAuthFlows");
        string[] scopes = request.Strings("AllowedOAuthScopes");
        string[] callbacks = request.Strings("CallbackURLs");
        bool credentials = flows.Contains("client_credentials");
        if (credentials && flows.Length > 1)
            throw InvalidFlow("client_credentials flow can not be selected along with code flow or implicit flow.");
        if (credentials && !hasSecret)
            throw InvalidFlow("client_credentials flow can not be selected if client does not have a client secret.");
        if (credentials && Array.Find(scopes, scope => Array.IndexOf(OwnScopes, scope) >= 0) is { } personal)
            throw InvalidFlow($"{personal} is not supported with client_credentials flow");
        bool allowed = request.Find("AllowedOAuthFlowsUserPoolClient")?.GetBoolean() is true;
        if ((flows.Length > 0 || allowed) && (flows.Length == 0 || scopes.Length == 0))
            throw InvalidFlow("AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.");
        if (flows.Length > 0 && !credentials && callbacks.Length == 0)
            throw InvalidFlow("CallbackUrls can not be empty when code flow or implicit flow is selected");
        if (request.Text("DefaultRedirectURI") is { } redirect && !callbacks.Contains(redirect))
            throw ServiceException.Invalid($"The default redirect URI {redirect} is not in the callback URIs list.");
        foreach (string scope in scopes)
        {
            if (Array.IndexOf(OwnScopes, scope) < 0 && !pool.HasScope(scope))
                throw new ServiceException("ScopeDoesNotExistException", $"Invalid scope requested: {scope}");
        }
        foreach (string provider in request.Strings("SupportedIdentityProviders"))
        {
            if (!pool.HasIdentityProvider(provider))
                throw ServiceException.Invalid($"The provider {provider} does not exist for User Pool {pool.Id}.");
        }
    }

    private static void CheckUrls(JsonElement request)
    {
        foreach (string url in request.Strings("CallbackURLs").Concat(request.Strings("LogoutURLs")))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
                throw ServiceException.Invalid($"{url} is not a valid URL.");
            if (address.Scheme == "http" && !address.IsLoopback)
                throw ServiceException.Invalid($"{url} cannot use the HTTP protocol.");
            if (url.IndexOf('#') >= 0)
                throw ServiceException.Invalid($"{url} cannot use fragment");
        }
    }

    /// <summary>An application of the analytics service is named by its ARN, or by its id with a role and the role's external id.</summary>
    private static void CheckAnalytics(JsonElement? analytics)
    {
        if (analytics is not { } given)
            return;
        bool hasId = given.Find("ApplicationId") is not null;
        bool hasRole = given.Find("RoleArn") is not null && given.Find("ExternalId") is not null;
        if (hasId && (!hasRole || given.Find("ApplicationArn") is not null))
            throw ServiceException.Invalid(
                "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid"
            );
    }

    private static void CheckAttributes(JsonElement request, UserPool pool)
    {
        if (Array.Exists(request.Strings("ReadAttributes"), name => pool.Schema.Find(name) is null))
            throw ServiceException.Invalid("Invalid read attributes specified while creating a client");
        if (
            Array.Exists(
                request.Strings("WriteAttributes"),
                name => name is "sub" or "email_verified" or "phone_number_verified" || pool.Schema.Find(name) is null
            )
        )
            throw ServiceException.Invalid("Invalid write attributes specified while creating a client");
    }

    private static ServiceException InvalidFlow(string message) => new("InvalidOAuthFlowException", message);

    private static void WriteSummary(Utf8JsonWriter json, UserPoolClient client)
    {
        json.WriteStartObject();
        json.WriteString(JsonWriting.ClientId, client.Id);
        json.WriteString(JsonWriting.UserPoolId, client.Pool.Id);
        json.WriteString(JsonWriting.ClientName, client.Name);
        json.WriteEndObject();
    }

    private static void Write(Call call, UserPoolClient client)
    {
        Utf8JsonWriter json = call.Json;
        json.WriteStartObject("UserPoolClient");
        json.WriteString(JsonWriting.UserPoolId, client.Pool.Id);
        json.WriteString(JsonWriting.ClientName, client.Name);
        json.WriteString(JsonWriting.ClientId, client.Id);
        if (client.Secrets.Length > 0)
            json.WriteString("ClientSecret", client.Secrets[0].Value);
        json.WriteTime("LastModifiedDate", client.Modified);
        json.WriteTime("CreationDate", client.Created);
        json.WriteMembers(client.Settings);
        json.WriteEndObject();
    }
}
