using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Pipeline;

/// <summary>How one list operation pages: its largest page and where size, token and items stand.</summary>
internal sealed record PagedOperation<TRequest, TResponse, TItem>(
    int LargestPage,
    Func<IAmazonCognitoIdentityProvider, TRequest, CancellationToken, Task<TResponse>> Send,
    Action<TRequest, int>? SetSize,
    Action<TRequest, string?> SetToken,
    Func<TResponse, string?> Token,
    Func<TResponse, List<TItem>?> Items);

/// <summary>Every list operation of the API.</summary>
internal static class Paging
{
    public static readonly PagedOperation<ListUserPoolsRequest, ListUserPoolsResponse, UserPoolDescriptionType> UserPools = new(
        60, (c, r, t) => c.ListUserPoolsAsync(r, t), (r, n) => r.MaxResults = n, (r, t) => r.NextToken = t, a => a.NextToken, a => a.UserPools);

    public static readonly PagedOperation<ListUserPoolClientsRequest, ListUserPoolClientsResponse, UserPoolClientDescription> UserPoolClients = new(
        60, (c, r, t) => c.ListUserPoolClientsAsync(r, t), (r, n) => r.MaxResults = n, (r, t) => r.NextToken = t, a => a.NextToken, a => a.UserPoolClients);

    public static readonly PagedOperation<ListUsersRequest, ListUsersResponse, UserType> Users = new(
        60, (c, r, t) => c.ListUsersAsync(r, t), (r, n) => r.Limit = n, (r, t) => r.PaginationToken = t, a => a.PaginationToken, a => a.Users);

    public static readonly PagedOperation<ListUsersInGroupRequest, ListUsersInGroupResponse, UserType> UsersInGroup = new(
        60, (c, r, t) => c.ListUsersInGroupAsync(r, t), (r, n) => r.Limit = n, (r, t) => r.NextToken = t, a => a.NextToken, a => a.Users);

    public static readonly PagedOperation<ListGroupsRequest, ListGroupsResponse, GroupType> Groups = new(
        60, (c, r, t) => c.ListGroupsAsync(r, t), (r, n) => r.Limit = n, (r, t) => r.NextToken = t, a => a.NextToken, a => a.Groups);

    public static readonly PagedOperation<AdminListGroupsForUserRequest, AdminListGroupsForUserResponse, GroupType> GroupsOfUser = new(
        60, (c, r, t) => c.AdminListGroupsForUserAsync(r, t), (r, n) => r.Limit = n, (r, t) => r.NextToken = t, a => a.NextToken, a => a.Groups);
}
