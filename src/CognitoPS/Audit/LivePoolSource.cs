using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoPS.Paging;

namespace CognitoPS.Audit;

/// <summary>
/// Reads pools from the service, several requests of one pool at once. What may not be read is unknown; any other error is the pool's.
/// </summary>
/// <param name="client">The client of the pools' region.</param>
/// <param name="region">The region.</param>
internal sealed class LivePoolSource(IAmazonCognitoIdentityProvider client, string region) : IPoolSource
{
    /// <summary>
    /// Requests of one pool under way at once: more would wait for each other, at five a second of an operation and pool.
    /// </summary>
    private const int AtOnce = 4;

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal)
    {
        "AccessDeniedException",
        "NotAuthorizedException",
        "FeatureUnavailableInTierException",
        "OperationNotEnabledException",
    };

    /// <summary>Whether an error says that something may not be read, and not that it failed.</summary>
    public static bool IsDenial(AmazonServiceException exception) => Denials.Contains(exception.ErrorCode);

    public async Task<PoolPicture> ReadAsync(string userPoolId, PoolParts parts, CancellationToken cancellationToken)
    {
        using var gate = new SemaphoreSlim(AtOnce);
        using var background = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = new Reading(client, userPoolId, gate, background.Token);
        try
        {
            Part<UserPoolType> pool = await reading
                .AskAsync(
                    "DescribeUserPool",
                    async token =>
                        (await client.DescribeUserPoolAsync(new() { UserPoolId = userPoolId }, token).ConfigureAwait(false)).UserPool
                )
                .ConfigureAwait(false);
            var picture = new PoolPicture
            {
                UserPoolId = userPoolId,
                Region = region,
                Pool = pool,
            };
            if (pool.Value is null)
                return picture;
            var mfa = Wanted(PoolParts.Mfa, picture.Mfa, reading.MfaAsync);
            var risk = Wanted(PoolParts.Risk, picture.Risk, reading.RiskAsync);
            var logs = Wanted(PoolParts.Logs, picture.Logs, reading.LogsAsync);
            var groups = Wanted(PoolParts.Groups, picture.Groups, () => reading.GroupsAsync((parts & PoolParts.GroupMembers) != 0));
            var providers = Wanted(PoolParts.Providers, picture.Providers, reading.ProvidersAsync);
            var servers = Wanted(PoolParts.ResourceServers, picture.ResourceServers, reading.ResourceServersAsync);
            var domains = Wanted(PoolParts.Domains, picture.Domains, () => reading.DomainsAsync(pool.Value));
            var clients = Wanted(PoolParts.Clients, picture.Clients, () => reading.ClientsAsync((parts & PoolParts.Secrets) != 0));
            await Task.WhenAll(mfa, risk, logs, groups, providers, servers, domains, clients).ConfigureAwait(false);
            return picture with
            {
                Mfa = await mfa.ConfigureAwait(false),
                Risk = await risk.ConfigureAwait(false),
                Logs = await logs.ConfigureAwait(false),
                Groups = await groups.ConfigureAwait(false),
                Providers = await providers.ConfigureAwait(false),
                ResourceServers = await servers.ConfigureAwait(false),
                Domains = await domains.ConfigureAwait(false),
                Clients = await clients.ConfigureAwait(false),
            };
        }
        finally
        {
            background.Cancel();
        }

        Task<Part<T>> Wanted<T>(PoolParts part, Part<T> unread, Func<Task<Part<T>>> read)
            where T : class => (parts & part) != 0 ? read() : Task.FromResult(unread);
    }

    /// <summary>The reading of one pool.</summary>
    private sealed class Reading(
        IAmazonCognitoIdentityProvider client,
        string userPoolId,
        SemaphoreSlim gate,
        CancellationToken cancellationToken
    )
    {
        public Task<Part<GetUserPoolMfaConfigResponse>> MfaAsync() =>
            AskAsync("GetUserPoolMfaConfig", token => client.GetUserPoolMfaConfigAsync(new() { UserPoolId = userPoolId }, token));

        public Task<Part<RiskConfigurationType>> RiskAsync() =>
            AskAsync(
                "DescribeRiskConfiguration",
                async token =>
                    (
                        await client.DescribeRiskConfigurationAsync(new() { UserPoolId = userPoolId }, token).ConfigureAwait(false)
                    ).RiskConfiguration
                    ?? new()
            );

        public Task<Part<LogDeliveryConfigurationType>> LogsAsync() =>
            AskAsync(
                "GetLogDeliveryConfiguration",
                async token =>
                    (
                        await client.GetLogDeliveryConfigurationAsync(new() { UserPoolId = userPoolId }, token).ConfigureAwait(false)
                    ).LogDeliveryConfiguration
                    ?? new()
            );

        public Task<Part<IReadOnlyList<ResourceServerType>>> ResourceServersAsync() =>
            ListAsync("ListResourceServers", ListOperations.ResourceServers, new ListResourceServersRequest { UserPoolId = userPoolId });

        public Task<Part<IReadOnlyList<GroupPicture>>> GroupsAsync(bool countsMembers) =>
            EachAsync(
                ListAsync("ListGroups", ListOperations.Groups, new ListGroupsRequest { UserPoolId = userPoolId }),
                async group => new GroupPicture(
                    group,
                    countsMembers && AuditNames.IsAdministrators(group.GroupName)
                        ? await FirstMembersAsync(group.GroupName).ConfigureAwait(false)
                        : Part<IReadOnlyList<UserType>>.Known([])
                )
            );

        public Task<Part<IReadOnlyList<ProviderPicture>>> ProvidersAsync() =>
            EachAsync(
                ListAsync(
                    "ListIdentityProviders",
                    ListOperations.IdentityProviders,
                    new ListIdentityProvidersRequest { UserPoolId = userPoolId }
                ),
                async provider => new ProviderPicture(
                    provider.ProviderName,
                    await AskAsync(
                            "DescribeIdentityProvider",
                            async token =>
                                (
                                    await client
                                        .DescribeIdentityProviderAsync(
                                            new() { UserPoolId = userPoolId, ProviderName = provider.ProviderName },
                                            token
                                        )
                                        .ConfigureAwait(false)
                                ).IdentityProvider
                        )
                        .ConfigureAwait(false)
                )
            );

        public Task<Part<IReadOnlyList<ClientPicture>>> ClientsAsync(bool readsSecrets) =>
            EachAsync(
                ListAsync(
                    "ListUserPoolClients",
                    ListOperations.UserPoolClients,
                    new ListUserPoolClientsRequest { UserPoolId = userPoolId }
                ),
                found => ClientAsync(found, readsSecrets)
            );

        public async Task<Part<IReadOnlyList<DomainDescriptionType>>> DomainsAsync(UserPoolType pool)
        {
            string[] names = [.. new[] { pool.Domain, pool.CustomDomain }.OfType<string>().Where(name => name.Length > 0).Distinct()];
            Part<DomainDescriptionType>[] domains = await Task.WhenAll(
                    names.Select(name =>
                        AskAsync(
                            "DescribeUserPoolDomain",
                            async token =>
                                (
                                    await client.DescribeUserPoolDomainAsync(new() { Domain = name }, token).ConfigureAwait(false)
                                ).DomainDescription
                        )
                    )
                )
                .ConfigureAwait(false);
            return Array.Find(domains, domain => domain.Value is null) is { } unknown
                ? Part<IReadOnlyList<DomainDescriptionType>>.Unknown(unknown.Missing!)
                : Part<IReadOnlyList<DomainDescriptionType>>.Known([.. domains.Select(domain => domain.Value!)]);
        }

        /// <summary>Sends a request when its turn comes. What may not be asked is unknown.</summary>
        public async Task<Part<T>> AskAsync<T>(string operation, Func<CancellationToken, Task<T>> ask)
            where T : class
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return Part<T>.Known(await ask(cancellationToken).ConfigureAwait(false));
            }
            catch (AmazonServiceException exception) when (IsDenial(exception))
            {
                return Part<T>.Unknown($"cognito-idp:{operation} is not allowed: {exception.Message}");
            }
            finally
            {
                gate.Release();
            }
        }

        private async Task<ClientPicture> ClientAsync(UserPoolClientDescription found, bool readsSecrets)
        {
            Part<UserPoolClientType> read = await AskAsync(
                    "DescribeUserPoolClient",
                    async token =>
                        (
                            await client
                                .DescribeUserPoolClientAsync(new() { UserPoolId = userPoolId, ClientId = found.ClientId }, token)
                                .ConfigureAwait(false)
                        ).UserPoolClient
                )
                .ConfigureAwait(false);
            Part<IReadOnlyList<ClientSecretDescriptorType>> secrets =
                readsSecrets && read.Value is { ClientSecret: not null }
                    ? await ListAsync(
                            "ListUserPoolClientSecrets",
                            ListOperations.UserPoolClientSecrets,
                            new ListUserPoolClientSecretsRequest { UserPoolId = userPoolId, ClientId = found.ClientId }
                        )
                        .ConfigureAwait(false)
                    : read.Select<IReadOnlyList<ClientSecretDescriptorType>>(_ => []);
            return new ClientPicture(found.ClientId, found.ClientName, read, secrets);
        }

        private Task<Part<IReadOnlyList<UserType>>> FirstMembersAsync(string group) =>
            AskAsync<IReadOnlyList<UserType>>(
                "ListUsersInGroup",
                async token =>
                    (
                        await client
                            .ListUsersInGroupAsync(
                                new()
                                {
                                    UserPoolId = userPoolId,
                                    GroupName = group,
                                    Limit = AuditOptions.ManyAdministrators + 1,
                                },
                                token
                            )
                            .ConfigureAwait(false)
                    ).Users
                    ?? []
            );

        private Task<Part<IReadOnlyList<TItem>>> ListAsync<TRequest, TResponse, TItem>(
            string operation,
            PagedOperation<TRequest, TResponse, TItem> list,
            TRequest request
        ) =>
            AskAsync<IReadOnlyList<TItem>>(
                operation,
                async token =>
                {
                    var items = new List<TItem>();
                    await foreach (
                        IReadOnlyList<TItem> page in Pager.PagesAsync(client, list, request, cancellationToken: token).ConfigureAwait(false)
                    )
                        items.AddRange(page);
                    return items;
                }
            );

        private static async Task<Part<IReadOnlyList<TPicture>>> EachAsync<TItem, TPicture>(
            Task<Part<IReadOnlyList<TItem>>> listing,
            Func<TItem, Task<TPicture>> read
        )
        {
            Part<IReadOnlyList<TItem>> items = await listing.ConfigureAwait(false);
            return items.Value is null
                ? Part<IReadOnlyList<TPicture>>.Unknown(items.Missing!)
                : Part<IReadOnlyList<TPicture>>.Known(await Task.WhenAll(items.Value.Select(read)).ConfigureAwait(false));
        }
    }
}
