using System.Net;
using System.Reflection;
using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Internal;
using Xunit;

namespace CognitoPS.Tests.Client;

/// <summary>
/// The client is used here as programs use the official package: that this compiles is most of the test.
/// It must compile against AWSSDK.CognitoIdentityProvider 4 as it stands.
/// </summary>
public sealed class SurfaceTests
{
    /// <summary>
    /// The four constructors that have neither region nor configuration need the environment: <see cref="EnvironmentTests"/>.
    /// </summary>
    [Fact]
    public void A_client_is_made_from_a_region_or_a_configuration()
    {
        AmazonCognitoIdentityProviderConfig config = new()
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            MaxErrorRetry = 1,
            Timeout = TimeSpan.FromSeconds(10),
        };
        AWSCredentials credentials = new BasicAWSCredentials("key", "secret");
        using AmazonCognitoIdentityProviderClient fromConfig = new(config);
        using AmazonCognitoIdentityProviderClient fromRegion = new(RegionEndpoint.EUWest1);
        using AmazonCognitoIdentityProviderClient fromCredentials = new(credentials, RegionEndpoint.EUWest1);
        using AmazonCognitoIdentityProviderClient fromBoth = new(credentials, config);
        using AmazonCognitoIdentityProviderClient fromKeys = new("key", "secret", RegionEndpoint.EUWest1);
        using AmazonCognitoIdentityProviderClient fromKeysAndConfig = new("key", "secret", config);
        using AmazonCognitoIdentityProviderClient fromSession = new("key", "secret", "token", RegionEndpoint.EUWest1);
        using AmazonCognitoIdentityProviderClient fromSessionAndConfig = new("key", "secret", "token", config);
        IAmazonCognitoIdentityProvider client = fromSessionAndConfig;

        Assert.Equal("eu-west-1", client.Config.RegionEndpoint.SystemName);
        Assert.Equal("Cognito Identity Provider", AmazonCognitoIdentityProviderConfig.ServiceId);
        Assert.Equal(("cognito-idp", "2016-04-18"), (config.RegionEndpointServiceName, config.ServiceVersion));
        Assert.All(AmazonCognitoIdentityProviderDefaultConfiguration.GetAllConfigurations(), mode => Assert.NotNull(mode.ConnectTimeout));
    }

    [Theory]
    [InlineData(DefaultConfigurationMode.Standard)]
    [InlineData(DefaultConfigurationMode.InRegion)]
    [InlineData(DefaultConfigurationMode.Mobile)]
    public void Configuration_modes_are_known(DefaultConfigurationMode mode)
    {
        AmazonCognitoIdentityProviderConfig config = new() { RegionEndpoint = RegionEndpoint.EUWest1, DefaultConfigurationMode = mode };
        Assert.Equal(RequestRetryMode.Standard, config.RetryMode);
    }

    [Fact]
    public async Task A_sign_in_as_the_samples_write_it()
    {
        using AmazonCognitoIdentityProviderClient client = FakeEndpoint
            .Answering("""{"ChallengeName":"SOFTWARE_TOKEN_MFA","Session":"s","ChallengeParameters":{"USER_ID_FOR_SRP":"ann"}}""")
            .CreateClient();
        Dictionary<string, string> authParameters = new() { ["USERNAME"] = "ann", ["PASSWORD"] = "secret" };

        AdminInitiateAuthResponse response = await client.AdminInitiateAuthAsync(
            new AdminInitiateAuthRequest
            {
                ClientId = "client",
                UserPoolId = "eu-west-1_AbCdEfGhI",
                AuthParameters = authParameters,
                AuthFlow = AuthFlowType.ADMIN_USER_PASSWORD_AUTH,
            }
        );

        Assert.True(response.ChallengeName == ChallengeNameType.SOFTWARE_TOKEN_MFA);
        Assert.Null(response.AuthenticationResult?.IdToken);
        Assert.Equal("ann", response.ChallengeParameters["USER_ID_FOR_SRP"]);
    }

    [Fact]
    public async Task Pools_and_users_as_the_samples_write_them()
    {
        var endpoint = FakeEndpoint.Answering(
            """{"Users":[{"Username":"ann","UserStatus":"CONFIRMED","Enabled":true,"UserCreateDate":1700000000,"Attributes":[{"Name":"email","Value":"ann@test"}]}]}"""
        );
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();
        ListUsersRequest request = new()
        {
            UserPoolId = "eu-west-1_AbCdEfGhI",
            AttributesToGet = ["email"],
            Filter = "email ^= \"a\"",
            Limit = 60,
        };

        List<UserType> users = [];
        do
        {
            ListUsersResponse page = await client.ListUsersAsync(request, CancellationToken.None).ConfigureAwait(true);
            users.AddRange(page.Users);
            request.PaginationToken = page.PaginationToken;
        } while (request.PaginationToken is not null);

        UserType user = Assert.Single(users);
        bool? enabled = user.Enabled;
        DateTime? created = user.UserCreateDate;
        int? limit = request.Limit;
        Assert.Equal((true, 2023, 60), (enabled, created?.Year, limit));
        Assert.Equal(UserStatusType.CONFIRMED, user.UserStatus);
        Assert.Equal("ann@test", user.Attributes.Find(attribute => attribute.Name == "email")?.Value);
    }

    [Fact]
    public async Task Errors_as_the_samples_catch_them()
    {
        using AmazonCognitoIdentityProviderClient client = FakeEndpoint
            .Answering("""{"__type":"InvalidParameterException","message":"m","reasonCode":"r"}""", HttpStatusCode.BadRequest)
            .CreateClient();
        try
        {
            await client.SignUpAsync(new SignUpRequest { UserAttributes = [new AttributeType { Name = "email", Value = "ann@test" }] });
            Assert.Fail("No error came.");
        }
        catch (UsernameExistsException)
        {
            Assert.Fail("The wrong error came.");
        }
        catch (InvalidParameterException exception) when (exception.StatusCode == HttpStatusCode.BadRequest)
        {
            AmazonServiceException service = exception;
            Assert.Equal(("InvalidParameterException", "r"), (service.ErrorCode, exception.ReasonCode));
        }
        AmazonCognitoIdentityProviderException made = new ResourceNotFoundException(
            "m",
            new IOException(),
            ErrorType.Sender,
            "ResourceNotFoundException",
            "id",
            HttpStatusCode.NotFound
        );
        Assert.Equal((ErrorType.Sender, "id"), (made.ErrorType, made.RequestId));
    }

    [Fact]
    public void Enums_take_any_text_in_any_case()
    {
        AuthFlowType known = "user_srp_auth";
        ExplicitAuthFlowsType unknown = new("ALLOW_TOMORROW");
        string text = known;

        Assert.Same(AuthFlowType.USER_SRP_AUTH, known);
        Assert.Same(RecoveryOptionNameType.Verified_email, RecoveryOptionNameType.FindValue("VERIFIED_EMAIL"));
        Assert.Equal(("USER_SRP_AUTH", "ALLOW_TOMORROW"), (text, unknown.Value));
        Assert.True(AttributeDataType.String == "String");
    }

    [Fact]
    public void Settings_as_the_samples_write_them()
    {
        CreateUserPoolRequest pool = new()
        {
            PoolName = "people",
            Policies = new UserPoolPolicyType
            {
                PasswordPolicy = new PasswordPolicyType { MinimumLength = 14, RequireSymbols = true },
            },
            MfaConfiguration = UserPoolMfaType.OPTIONAL,
            AutoVerifiedAttributes = ["email"],
            Schema =
            [
                new SchemaAttributeType
                {
                    Name = "tenant",
                    AttributeDataType = AttributeDataType.String,
                    Mutable = true,
                },
            ],
            UserPoolTags = new Dictionary<string, string> { ["team"] = "blue" },
        };
        SetUICustomizationRequest look = new() { ImageFile = new MemoryStream([1]) };
        CreateManagedLoginBrandingRequest branding = new()
        {
            Settings = new Document(new Dictionary<string, Document> { ["dark"] = true }),
        };

        Assert.Null(pool.UsernameAttributes);
        Assert.Null(pool.LambdaConfig);
        Assert.True(branding.Settings.AsDictionary()["dark"].AsBool());
        Assert.Equal(1, look.ImageFile.Length);
        Assert.IsAssignableFrom<AmazonCognitoIdentityProviderRequest>(pool);
        Assert.True(pool is AmazonWebServiceRequest);
        _ = new ContextDataType { HttpHeaders = [new HttpHeader { HeaderName = "User-Agent", HeaderValue = "x" }] };
    }

    [Fact]
    public void Every_paginator_of_the_official_client_is_there()
    {
        using AmazonCognitoIdentityProviderClient client = new("key", "secret", RegionEndpoint.EUWest1);
        ICognitoIdentityProviderPaginatorFactory all = ((IAmazonCognitoIdentityProvider)client).Paginators;
        IAdminListGroupsForUserPaginator groupsOfUser = all.AdminListGroupsForUser(new AdminListGroupsForUserRequest());
        IAdminListUserAuthEventsPaginator authEvents = all.AdminListUserAuthEvents(new AdminListUserAuthEventsRequest());
        IListGroupsPaginator groups = all.ListGroups(new ListGroupsRequest());
        IListIdentityProvidersPaginator providers = all.ListIdentityProviders(new ListIdentityProvidersRequest());
        IListResourceServersPaginator resourceServers = all.ListResourceServers(new ListResourceServersRequest());
        IListUserPoolClientsPaginator clients = all.ListUserPoolClients(new ListUserPoolClientsRequest());
        IListUserPoolsPaginator pools = all.ListUserPools(new ListUserPoolsRequest());
        IListUsersPaginator users = all.ListUsers(new ListUsersRequest());
        IListUsersInGroupPaginator members = all.ListUsersInGroup(new ListUsersInGroupRequest());

        Expect<AdminListGroupsForUserResponse, GroupType>(groupsOfUser.Responses, groupsOfUser.Groups);
        Expect<AdminListUserAuthEventsResponse, AuthEventType>(authEvents.Responses, authEvents.AuthEvents);
        Expect<ListGroupsResponse, GroupType>(groups.Responses, groups.Groups);
        Expect<ListIdentityProvidersResponse, ProviderDescription>(providers.Responses, providers.Providers);
        Expect<ListResourceServersResponse, ResourceServerType>(resourceServers.Responses, resourceServers.ResourceServers);
        Expect<ListUserPoolClientsResponse, UserPoolClientDescription>(clients.Responses, clients.UserPoolClients);
        Expect<ListUserPoolsResponse, UserPoolDescriptionType>(pools.Responses, pools.UserPools);
        Expect<ListUsersResponse, UserType>(users.Responses, users.Users);
        Expect<ListUsersInGroupResponse, UserType>(members.Responses, members.Users);
        Assert.Equal(9, typeof(ICognitoIdentityProviderPaginatorFactory).GetMethods().Length);
        Assert.IsType<CognitoIdentityProviderPaginatorFactory>(all);
        Assert.Same(all, client.Paginators);

        static void Expect<TResponse, TItem>(IPaginatedEnumerable<TResponse> responses, IPaginatedEnumerable<TItem> items) =>
            Assert.True(responses is IAsyncEnumerable<AmazonWebServiceResponse> && items is IAsyncEnumerable<TItem>);
    }

    /// <summary>A stand-in implements the interface alone, as mocks do.</summary>
    [Fact]
    public async Task A_stand_in_can_take_the_clients_place()
    {
        IAmazonCognitoIdentityProvider client = DispatchProxy.Create<IAmazonCognitoIdentityProvider, StandIn>();
        Assert.Equal("people", Assert.Single((await client.ListUserPoolsAsync(new ListUserPoolsRequest())).UserPools).Name);
    }

    /// <summary>A program's own client overrides an operation and keeps the rest.</summary>
    [Fact]
    public void A_client_of_ones_own_can_inherit()
    {
        using Derived client = new();
        List<IAmazonCognitoIdentityProvider> clients = [client];
        Assert.Equal(
            "http://localhost",
            Assert.Single(clients).DetermineServiceOperationEndpoint(new ListUserPoolsRequest()).URL.TrimEnd('/')
        );
    }

    private class StandIn : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            Task.FromResult(new ListUserPoolsResponse { UserPools = [new UserPoolDescriptionType { Name = "people" }] });
    }

    private sealed class Derived()
        : AmazonCognitoIdentityProviderClient(
            new AnonymousAWSCredentials(),
            new AmazonCognitoIdentityProviderConfig { ServiceURL = "http://localhost" }
        )
    {
        public override Task<ListUserPoolsResponse> ListUserPoolsAsync(
            ListUserPoolsRequest request,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(new ListUserPoolsResponse());

        protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => base.CustomizeRuntimePipeline(pipeline);
    }
}
