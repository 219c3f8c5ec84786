using System.Net;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Xunit;

namespace CognitoPS.Tests.Client;

/// <summary>What each of the 140 operations sends, and what comes of the answer.</summary>
public sealed class WireTests
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Operations => ModelFile.OperationNames;

    [Fact]
    public void There_are_140_operations_and_the_interface_has_each_once() =>
        Assert.Equal(
            ModelFile.Operations.Select(operation => operation.Key + "Async").Order(StringComparer.Ordinal),
            typeof(IAmazonCognitoIdentityProvider)
                .GetMethods()
                .Select(method => method.Name)
                .Where(name => name.EndsWith("Async", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );

    [Theory, MemberData(nameof(Operations))]
    public async Task Request_leaves_as_the_model_says(string operation)
    {
        JsonNode facts = ModelFile.Operations[operation]!;
        string input = (string)facts["input"]!;
        JsonObject expected = Samples.Json(input);
        var endpoint = FakeEndpoint.Answering((string?)facts["output"] is { } output ? Samples.Json(output).ToJsonString() : "");

        await CallAsync(endpoint, operation, Samples.ToObject(input, expected), (bool)facts["public"]! ? new NoCredentials() : null);

        RecordedRequest request = endpoint.Request;
        Assert.Equal(expected.ToJsonString(AsWritten), request.Body);
        Assert.Equal("AWSCognitoIdentityProviderService." + operation, request.Target);
        Assert.Equal("application/x-amz-json-1.1", request.ContentHeaders.ContentType!.ToString());
        Assert.Equal("http://cognito.test/", request.Address.ToString());
        if ((bool)facts["public"]!)
            Assert.Null(request.Authorization);
        else
            Assert.Contains("/eu-west-1/cognito-idp/aws4_request", request.Authorization, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Response_carries_every_member_and_ignores_unknown_ones(string operation)
    {
        JsonNode facts = ModelFile.Operations[operation]!;
        object request = Activator.CreateInstance(Samples.TypeOf((string)facts["input"]!))!;
        string? output = (string?)facts["output"];
        JsonObject expected = output is null ? [] : Samples.Json(output);
        var endpoint = FakeEndpoint.Answering(output is null ? "" : Samples.WithUnknownMembers(output, expected).ToJsonString());

        AmazonWebServiceResponse response = await CallAsync(endpoint, operation, request);

        Assert.Equal(operation + "Response", response.GetType().Name);
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        if (output is not null)
            Assert.Equal(expected.ToJsonString(), Samples.ToJson(output, response).ToJsonString());
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Response_with_nothing_but_nulls_is_an_empty_one(string operation)
    {
        JsonNode facts = ModelFile.Operations[operation]!;
        if ((string?)facts["output"] is not { } output)
            return;
        JsonObject nulls = new(ModelFile.Structures[output]!.AsObject().Select(member => KeyValuePair.Create(member.Key, (JsonNode?)null)));

        AmazonWebServiceResponse response = await CallAsync(
            FakeEndpoint.Answering(nulls.ToJsonString()),
            operation,
            Activator.CreateInstance(Samples.TypeOf((string)facts["input"]!))!
        );

        JsonObject read = Samples.ToJson(output, response);
        Assert.All(read, member => Assert.Null(member.Value));
    }

    [Fact]
    public async Task A_public_operation_needs_no_credentials_to_be_found()
    {
        var endpoint = FakeEndpoint.Answering("{}");
        using AmazonCognitoIdentityProviderClient template = endpoint.CreateClient();
        using AmazonCognitoIdentityProviderClient client = new((AmazonCognitoIdentityProviderConfig)template.Config);

        await client.InitiateAuthAsync(new InitiateAuthRequest { ClientId = "c", AuthFlow = AuthFlowType.USER_AUTH });

        Assert.Null(endpoint.Request.Authorization);
    }

    [Fact]
    public void Every_structure_has_the_models_members_with_their_facts()
    {
        foreach ((string structure, JsonNode? members) in ModelFile.Structures)
        {
            PropertyInfo[] properties = Samples
                .TypeOf(structure)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            Assert.Equal(members!.AsObject().Count, properties.Length);
            foreach ((string member, JsonNode? facts) in members.AsObject())
            {
                PropertyInfo property = Samples.PropertyOf(structure, member);
                AWSPropertyAttribute attribute = property.GetCustomAttribute<AWSPropertyAttribute>() ?? new AWSPropertyAttribute();
                Assert.Equal(
                    (
                        (bool?)facts!["required"] ?? false,
                        (bool?)facts["sensitive"] ?? false,
                        (long?)facts["min"] ?? long.MinValue,
                        (long?)facts["max"] ?? long.MaxValue
                    ),
                    (attribute.Required, attribute.Sensitive, attribute.Min, attribute.Max)
                );
                Assert.Equal(TypeName((string)facts["type"]!, (string?)facts["enum"]), TypeName(property.PropertyType));
            }
        }
    }

    [Fact]
    public void Every_enum_has_the_models_values()
    {
        foreach ((string name, JsonNode? values) in ModelFile.Enums)
        {
            Type type = typeof(AuthFlowType).Assembly.GetType("Amazon.CognitoIdentityProvider." + name, throwOnError: true)!;
            Assert.Equal(
                values!.AsArray().Select(value => (string)value!).Order(StringComparer.Ordinal),
                type.GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Select(field => ((ConstantClass)field.GetValue(null)!).Value)
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Text_of_any_kind_arrives_as_it_was()
    {
        const string text = "Ünïcode \"quoted\" \\ <b>&'+ \u0001\t 😀";
        var endpoint = FakeEndpoint.Answering(JsonSerializer.Serialize(new { Group = new { GroupName = text, Description = text } }));
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();

        CreateGroupResponse response = await client.CreateGroupAsync(
            new CreateGroupRequest { UserPoolId = "eu-west-1_a", GroupName = text }
        );

        Assert.Equal(text, (string?)JsonNode.Parse(endpoint.Request.Body)!["GroupName"]);
        Assert.Equal(text, response.Group.GroupName);
    }

    [Fact]
    public async Task Member_names_with_escapes_are_known()
    {
        var endpoint = FakeEndpoint.Answering("""{"\u0055serPoolClients":[{"Client\u0049d":"c1"},null],"NextToken":"n"}""");
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();

        ListUserPoolClientsResponse response = await client.ListUserPoolClientsAsync(new ListUserPoolClientsRequest());

        Assert.Equal("c1", Assert.Single(response.UserPoolClients).ClientId);
        Assert.Equal("n", response.NextToken);
    }

    [Fact]
    public async Task Unset_members_stay_away_and_empty_collections_do_not()
    {
        var endpoint = FakeEndpoint.Answering("{}");
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();

        await client.UpdateUserPoolClientAsync(
            new UpdateUserPoolClientRequest
            {
                UserPoolId = "eu-west-1_a",
                ClientId = "c",
                CallbackURLs = [],
                EnableTokenRevocation = false,
            }
        );

        Assert.Equal(
            """{"UserPoolId":"eu-west-1_a","ClientId":"c","CallbackURLs":[],"EnableTokenRevocation":false}""",
            endpoint.Request.Body
        );
    }

    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20.0000000Z")]
    [InlineData("1700000000.123", "2023-11-14T22:13:20.1230000Z")]
    [InlineData("1.7E9", "2023-11-14T22:13:20.0000000Z")]
    [InlineData("-1.5", "1969-12-31T23:59:58.5000000Z")]
    [InlineData("\"2023-11-14T23:13:20+01:00\"", "2023-11-14T22:13:20.0000000Z")]
    public async Task Timestamps_become_UTC(string sent, string expected)
    {
        using AmazonCognitoIdentityProviderClient client = FakeEndpoint
            .Answering("{\"Group\":{\"CreationDate\":" + sent + "}}")
            .CreateClient();

        GetGroupResponse response = await client.GetGroupAsync(new GetGroupRequest());

        Assert.Equal(expected, response.Group.CreationDate!.Value.ToString("O"));
    }

    [Fact]
    public async Task An_unknown_enum_value_is_kept()
    {
        using AmazonCognitoIdentityProviderClient client = FakeEndpoint.Answering("""{"UserStatus":"HIBERNATING"}""").CreateClient();

        AdminGetUserResponse response = await client.AdminGetUserAsync(new AdminGetUserRequest());

        Assert.Equal("HIBERNATING", response.UserStatus.Value);
        Assert.Null(response.UserMFASettingList);
    }

    private static async Task<AmazonWebServiceResponse> CallAsync(
        FakeEndpoint endpoint,
        string operation,
        object request,
        AWSCredentials? credentials = null
    )
    {
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient(credentials);
        var task = (Task)
            typeof(IAmazonCognitoIdentityProvider).GetMethod(operation + "Async")!.Invoke(client, [request, CancellationToken.None])!;
        await task;
        return (AmazonWebServiceResponse)task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private static string TypeName(string type, string? enumName) =>
        Samples.ItemOf(type) is { } item
            ? (type[0] == 'l' ? $"List<{TypeName(item, null)}>" : $"Dictionary<String,{TypeName(item, null)}>")
            : enumName
                ?? type switch
                {
                    "string" => "String",
                    "integer" => "Int32?",
                    "long" => "Int64?",
                    "boolean" => "Boolean?",
                    "timestamp" => "DateTime?",
                    "blob" => "MemoryStream",
                    "document" => "Document",
                    _ => type,
                };

    private static string TypeName(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? inner.Name + "?"
        : type.IsGenericType ? $"{type.Name[..^2]}<{string.Join(",", type.GenericTypeArguments.Select(TypeName))}>"
        : type.Name;

    /// <summary>Fails as soon as somebody asks for credentials.</summary>
    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() =>
            throw new InvalidOperationException("A public operation asked for credentials.");
    }
}
