using System.Net;
using System.Text;
using CognitoPS.LocalServer;
using CognitoPS.LocalServer.Model;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class ValidationTests : ServerTest
{
    [Theory]
    [InlineData("ListUserPools", """{}""", "maxResults' failed to satisfy constraint: Member must not be null")]
    [InlineData("ListUserPools", """{"MaxResults":61}""", "Value '61' at 'maxResults'")]
    [InlineData("DescribeUserPool", """{"UserPoolId":"nonsense"}""", "regular expression pattern: [\\w-]+_[0-9a-zA-Z]+")]
    [InlineData("CreateUserPool", """{"PoolName":"x","MfaConfiguration":"MAYBE"}""", "enum value set: [OPTIONAL, OFF, ON]")]
    [InlineData(
        "CreateUserPool",
        """{"PoolName":"x","Policies":{"PasswordPolicy":{"MinimumLength":5}}}""",
        "'policies.passwordPolicy.minimumLength'"
    )]
    [InlineData("CreateUserPool", """{"PoolName":"x","AutoVerifiedAttributes":["name"]}""", "Value '[name]' at 'autoVerifiedAttributes'")]
    [InlineData("CreateUserPool", """{"PoolName":"naïve"}""", "'poolName'")]
    [InlineData("DescribeUserPool", """{"UserPoolId":"eu-west-1_abc","Status":"x"}""", "Member is not known")]
    [InlineData(
        "AdminCreateUser",
        """{"UserPoolId":"eu-west-1_abc","Username":"a b","UserAttributes":[{"Value":"x"}]}""",
        "2 validation errors detected"
    )]
    public async Task A_request_that_the_model_forbids_is_refused_by_name(string operation, string request, string part)
    {
        (string code, string message) = await Client.FailAsync(operation, request);
        Assert.Equal("InvalidParameterException", code);
        Assert.Contains(part, message);
    }

    [Theory]
    [InlineData("""{"MaxResults":"60"}""")]
    [InlineData("""{"MaxResults":1.5}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"MaxResults":""")]
    public async Task JSON_of_the_wrong_type_is_a_serialization_error(string request) =>
        await ExpectAsync("SerializationException", "ListUserPools", request);

    [Fact]
    public async Task A_sensitive_value_is_not_repeated() =>
        Assert.DoesNotContain(
            "se cret",
            (
                await Client.FailAsync(
                    "AdminSetUserPassword",
                    new
                    {
                        UserPoolId = "eu-west-1_abc",
                        Username = "ann",
                        Password = "se cret",
                    }
                )
            ).Message
        );

    [Fact]
    public async Task Who_does_not_sign_or_signs_with_an_expired_key_is_told()
    {
        using ServerClient unsigned = new(Server, region: null);
        Assert.Equal("MissingAuthenticationTokenException", (await unsigned.FailAsync("ListUserPools", new { MaxResults = 1 })).Code);
        using var server = CognitoServer.Start(new CognitoServerOptions { ExpiredAccessKeys = { "AKIDOLD" } });
        using ServerClient old = new(server, accessKey: "AKIDOLD");
        Assert.Equal("ExpiredTokenException", (await old.FailAsync("ListUserPools", new { MaxResults = 1 })).Code);
    }

    [Fact]
    public async Task An_operation_that_there_is_not_is_unknown()
    {
        await ExpectAsync("UnknownOperationException", "ListNothing", new { });
        using HttpClient plain = new();
        Assert.Equal(HttpStatusCode.NotFound, (await plain.GetAsync(new Uri(Server.Endpoint, "nowhere"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await plain.PostAsync(Server.Endpoint, new ByteArrayContent(Encoding.UTF8.GetBytes("hello")))).StatusCode
        );
    }

    [Fact]
    public void Every_operation_is_there()
    {
        string[] missing = [.. ApiModel.Default.Operations.Keys.Except(Server.Operations)];
        Assert.Empty(missing);
        Assert.All(Server.Operations, name => Assert.Contains(name, ApiModel.Default.Operations.Keys));
    }
}
