using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CognitoPS.LocalServer;
using Xunit;

namespace CognitoPS.Tests.Client;

/// <summary>Lists that ask for their pages by themselves.</summary>
public sealed class PaginatorTests : IDisposable
{
    private readonly CognitoServer _server = CognitoServer.Start(new CognitoServerOptions { Seed = 1 });
    private readonly AmazonCognitoIdentityProviderClient _client;
    private readonly string _pool;

    public PaginatorTests()
    {
        AmazonCognitoIdentityProviderConfig config = new()
        {
            ServiceURL = _server.Endpoint.ToString(),
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
        };
        _client = new AmazonCognitoIdentityProviderClient("key", "secret", config);
        _pool = _server.AddPool("people");
        _server.AddUsers(_pool, 7);
    }

    private ListUsersRequest ThreeAtATime => new() { UserPoolId = _pool, Limit = 3 };

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    /// <summary>The rows are those of the service's own definition of what is paginated.</summary>
    [Theory]
    [InlineData("AdminListGroupsForUser", "NextToken", "Limit", "Groups")]
    [InlineData("AdminListUserAuthEvents", "NextToken", "MaxResults", "AuthEvents")]
    [InlineData("ListGroups", "NextToken", "Limit", "Groups")]
    [InlineData("ListIdentityProviders", "NextToken", "MaxResults", "Providers")]
    [InlineData("ListResourceServers", "NextToken", "MaxResults", "ResourceServers")]
    [InlineData("ListUserPoolClients", "NextToken", "MaxResults", "UserPoolClients")]
    [InlineData("ListUserPools", "NextToken", "MaxResults", "UserPools")]
    [InlineData("ListUsers", "PaginationToken", "Limit", "Users")]
    [InlineData("ListUsersInGroup", "NextToken", "Limit", "Users")]
    public async Task Each_paginator_asks_again_with_the_token_of_the_last_page(string operation, string token, string size, string items)
    {
        FakeEndpoint endpoint = Answering($$"""{"{{items}}":[{}],"{{token}}":"second"}""", $$"""{"{{items}}":[{},{}]}""");
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();
        MethodInfo method = typeof(ICognitoIdentityProviderPaginatorFactory).GetMethod(operation)!;
        object paginator = method.Invoke(client.Paginators, [Activator.CreateInstance(method.GetParameters()[0].ParameterType)])!;

        var list = (IAsyncEnumerable<object>)method.ReturnType.GetProperty(items)!.GetValue(paginator)!;

        Assert.Equal(3, await list.CountAsync());
        Assert.All(endpoint.Requests, request => Assert.EndsWith("." + operation, request.Target, StringComparison.Ordinal));
        Assert.Equal([null, "second"], endpoint.Requests.Select(request => (string?)JsonNode.Parse(request.Body)![token]));
        AWSPaginatorAttribute facts = method.GetCustomAttribute<AWSPaginatorAttribute>()!;
        Assert.Equal([token, token, size], [Assert.Single(facts.InputToken), Assert.Single(facts.OutputToken), facts.LimitKey]);
    }

    [Fact]
    public async Task A_page_is_asked_for_when_it_is_wanted()
    {
        ListUsersRequest request = ThreeAtATime;
        IPaginatedEnumerable<ListUsersResponse> responses = _client.Paginators.ListUsers(request).Responses;
        Assert.Equal(0, _server.Log.Count());

        List<int> sizes = [];
        await foreach (ListUsersResponse response in responses)
        {
            sizes.Add(response.Users.Count);
            Assert.Equal(sizes.Count, _server.Log.Count("ListUsers"));
        }

        Assert.Equal([3, 3, 1], sizes);
        Assert.NotNull(request.PaginationToken);
    }

    [Fact]
    public async Task The_items_of_all_pages_are_one_list()
    {
        List<UserType> users = await _client.Paginators.ListUsers(ThreeAtATime).Users.ToListAsync();

        Assert.Equal(7, users.Select(user => user.Username).Distinct().Count());
        Assert.Equal((7, 3L), (users.Count, _server.Log.Count("ListUsers")));
    }

    [Fact]
    public async Task A_request_with_a_token_starts_there()
    {
        ListUsersRequest request = ThreeAtATime;
        ListUsersResponse first = await _client.ListUsersAsync(request);
        request.PaginationToken = first.PaginationToken;

        List<UserType> others = await _client.Paginators.ListUsers(request).Users.ToListAsync();

        Assert.Equal(4, others.Count);
        Assert.Empty(others.Select(user => user.Username).Intersect(first.Users.Select(user => user.Username)));
    }

    [Fact]
    public async Task A_page_without_a_list_has_no_items_and_an_empty_token_is_none()
    {
        FakeEndpoint endpoint = Answering(
            """{"PaginationToken":"a"}""",
            """{"Users":null,"PaginationToken":"b"}""",
            """{"Users":[{"Username":"ann"}],"PaginationToken":""}"""
        );
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();

        Assert.Equal("ann", (await client.Paginators.ListUsers(new ListUsersRequest()).Users.ToListAsync()).Single().Username);
        Assert.Equal(3, endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_paginator_is_consumed_once()
    {
        IListUsersPaginator paginator = _client.Paginators.ListUsers(ThreeAtATime);
        await foreach (ListUsersResponse _ in paginator.Responses)
            break;

        InvalidOperationException again = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            paginator.Responses.CountAsync().AsTask()
        );
        InvalidOperationException items = await Assert.ThrowsAsync<InvalidOperationException>(() => paginator.Users.CountAsync().AsTask());

        const string Refusal = "Paginator has already been consumed and cannot be reused. Please create a new instance.";
        Assert.Equal((Refusal, Refusal, 1L), (again.Message, items.Message, _server.Log.Count()));
    }

    [Fact]
    public async Task Cancellation_ends_the_list_before_its_next_page()
    {
        using CancellationTokenSource cancellation = new();
        int count = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (UserType _ in _client.Paginators.ListUsers(ThreeAtATime).Users.WithCancellation(cancellation.Token))
            {
                if (++count == 3)
                    await cancellation.CancelAsync();
            }
        });

        Assert.Equal((3, 1L), (count, _server.Log.Count()));
    }

    [Fact]
    public async Task Cancellation_reaches_the_request_that_is_under_way()
    {
        _server.Faults.Hang = true;
        using CancellationTokenSource cancellation = new();
        Task<int> list = _client.Paginators.ListUsers(ThreeAtATime).Responses.CountAsync(cancellation.Token).AsTask();
        await _server.Log.WaitForAsync(1, "ListUsers");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => list.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task An_error_reaches_whoever_enumerates() =>
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            _client.Paginators.ListUsers(new ListUsersRequest { UserPoolId = "eu-west-1_Unknown00" }).Users.CountAsync().AsTask()
        );

    /// <summary>C is the mark that the AWS runtimes have agreed on.</summary>
    [Fact]
    public async Task Requests_of_a_paginator_say_so()
    {
        var endpoint = FakeEndpoint.Answering("{}");
        using AmazonCognitoIdentityProviderClient client = endpoint.CreateClient();

        await client.ListUsersAsync(new ListUsersRequest());
        await client.Paginators.ListUsers(new ListUsersRequest()).Responses.CountAsync();

        Assert.Equal([false, true], endpoint.Requests.Select(request => Marks(request).Contains("C")));

        static string[] Marks(RecordedRequest request) =>
            string.Concat(request.Headers.GetValues("User-Agent"))
                .Split(' ')
                .Single(part => part.StartsWith("m/", StringComparison.Ordinal))[2..]
                .Split(',');
    }

    private static FakeEndpoint Answering(params string[] bodies)
    {
        Queue<string> answers = new(bodies);
        return new FakeEndpoint(_ => FakeEndpoint.Response(answers.Dequeue()));
    }
}
