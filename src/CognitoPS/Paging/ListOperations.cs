using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Paging;

/// <summary>How one list operation pages: its largest page and where size, token and items stand.</summary>
internal sealed record PagedOperation<TRequest, TResponse, TItem>(
    int LargestPage,
    Func<IAmazonCognitoIdentityProvider, TRequest, CancellationToken, Task<TResponse>> Send,
    Action<TRequest, int>? SetSize,
    Action<TRequest, string?> SetToken,
    Func<TResponse, string?> Token,
    Func<TResponse, List<TItem>?> Items
);

/// <summary>Every list operation of the API.</summary>
internal static class ListOperations
{
    public static readonly PagedOperation<ListUserPoolsRequest, ListUserPoolsResponse, UserPoolDescriptionType> UserPools = new(
        60,
        (c, r, t) => c.ListUserPoolsAsync(r, t),
        (r, n) => r.MaxResults = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.UserPools
    );

    public static readonly PagedOperation<
        ListUserPoolClientsRequest,
        ListUserPoolClientsResponse,
        UserPoolClientDescription
    > UserPoolClients = new(
        60,
        (c, r, t) => c.ListUserPoolClientsAsync(r, t),
        (r, n) => r.MaxResults = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.UserPoolClients
    );

    public static readonly PagedOperation<ListUsersRequest, ListUsersResponse, UserType> Users = new(
        60,
        (c, r, t) => c.ListUsersAsync(r, t),
        (r, n) => r.Limit = n,
        (r, t) => r.PaginationToken = t,
        a => a.PaginationToken,
        a => a.Users
    );

    public static readonly PagedOperation<ListUsersInGroupRequest, ListUsersInGroupResponse, UserType> UsersInGroup = new(
        60,
        (c, r, t) => c.ListUsersInGroupAsync(r, t),
        (r, n) => r.Limit = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.Users
    );

    public static readonly PagedOperation<ListGroupsRequest, ListGroupsResponse, GroupType> Groups = new(
        60,
        (c, r, t) => c.ListGroupsAsync(r, t),
        (r, n) => r.Limit = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.Groups
    );

    public static readonly PagedOperation<AdminListGroupsForUserRequest, AdminListGroupsForUserResponse, GroupType> GroupsOfUser = new(
        60,
        (c, r, t) => c.AdminListGroupsForUserAsync(r, t),
        (r, n) => r.Limit = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.Groups
    );

    public static readonly PagedOperation<
        ListIdentityProvidersRequest,
        ListIdentityProvidersResponse,
        ProviderDescription
    > IdentityProviders = new(
        60,
        (c, r, t) => c.ListIdentityProvidersAsync(r, t),
        (r, n) => r.MaxResults = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.Providers
    );

    public static readonly PagedOperation<ListResourceServersRequest, ListResourceServersResponse, ResourceServerType> ResourceServers =
        new(
            50,
            (c, r, t) => c.ListResourceServersAsync(r, t),
            (r, n) => r.MaxResults = n,
            (r, t) => r.NextToken = t,
            a => a.NextToken,
            a => a.ResourceServers
        );

    public static readonly PagedOperation<ListTermsRequest, ListTermsResponse, TermsDescriptionType> Terms = new(
        60,
        (c, r, t) => c.ListTermsAsync(r, t),
        (r, n) => r.MaxResults = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.Terms
    );

    public static readonly PagedOperation<ListUserImportJobsRequest, ListUserImportJobsResponse, UserImportJobType> UserImportJobs = new(
        60,
        (c, r, t) => c.ListUserImportJobsAsync(r, t),
        (r, n) => r.MaxResults = n,
        (r, t) => r.PaginationToken = t,
        a => a.PaginationToken,
        a => a.UserImportJobs
    );

    public static readonly PagedOperation<
        ListUserPoolClientSecretsRequest,
        ListUserPoolClientSecretsResponse,
        ClientSecretDescriptorType
    > UserPoolClientSecrets = new(
        60,
        (c, r, t) => c.ListUserPoolClientSecretsAsync(r, t),
        null,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.ClientSecrets
    );

    public static readonly PagedOperation<ListUserPoolReplicasRequest, ListUserPoolReplicasResponse, UserPoolReplicaType> UserPoolReplicas =
        new(60, (c, r, t) => c.ListUserPoolReplicasAsync(r, t), null, (r, t) => r.NextToken = t, a => a.NextToken, a => a.UserPoolReplicas);

    public static readonly PagedOperation<AdminListDevicesRequest, AdminListDevicesResponse, DeviceType> DevicesOfUser = new(
        60,
        (c, r, t) => c.AdminListDevicesAsync(r, t),
        (r, n) => r.Limit = n,
        (r, t) => r.PaginationToken = t,
        a => a.PaginationToken,
        a => a.Devices
    );

    public static readonly PagedOperation<ListDevicesRequest, ListDevicesResponse, DeviceType> OwnDevices = new(
        60,
        (c, r, t) => c.ListDevicesAsync(r, t),
        (r, n) => r.Limit = n,
        (r, t) => r.PaginationToken = t,
        a => a.PaginationToken,
        a => a.Devices
    );

    public static readonly PagedOperation<AdminListUserAuthEventsRequest, AdminListUserAuthEventsResponse, AuthEventType> AuthEvents = new(
        60,
        (c, r, t) => c.AdminListUserAuthEventsAsync(r, t),
        (r, n) => r.MaxResults = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.AuthEvents
    );

    public static readonly PagedOperation<
        AdminListUserSessionsRequest,
        AdminListUserSessionsResponse,
        SessionDescriptionType
    > SessionsOfUser = new(
        60,
        (c, r, t) => c.AdminListUserSessionsAsync(r, t),
        null,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.Sessions
    );

    public static readonly PagedOperation<ListUserSessionsRequest, ListUserSessionsResponse, SessionDescriptionType> OwnSessions = new(
        60,
        (c, r, t) => c.ListUserSessionsAsync(r, t),
        null,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.Sessions
    );

    public static readonly PagedOperation<
        ListWebAuthnCredentialsRequest,
        ListWebAuthnCredentialsResponse,
        WebAuthnCredentialDescription
    > WebAuthnCredentials = new(
        20,
        (c, r, t) => c.ListWebAuthnCredentialsAsync(r, t),
        (r, n) => r.MaxResults = n,
        (r, t) => r.NextToken = t,
        a => a.NextToken,
        a => a.Credentials
    );
}
