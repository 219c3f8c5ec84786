using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

/// <summary>What rules look at.</summary>
internal static class Subjects
{
    private const string UserPool = "UserPool";
    private const string AppClient = "UserPoolClient";

    public static readonly Subject<UserPoolType> Pool = OfPool(PoolParts.Pool, picture => picture.Pool);

    public static readonly Subject<GetUserPoolMfaConfigResponse> Mfa = OfPool(PoolParts.Mfa, picture => picture.Mfa);

    public static readonly Subject<RiskConfigurationType> Risk = OfPool(PoolParts.Risk, picture => picture.Risk);

    public static readonly Subject<LogDeliveryConfigurationType> Logs = OfPool(PoolParts.Logs, picture => picture.Logs);

    /// <summary>The pool with its clients.</summary>
    public static readonly Subject<IReadOnlyList<ClientPicture>> AllClients = OfPool(PoolParts.Clients, picture => picture.Clients);

    public static readonly Subject<UserPoolClientType> Client = OfClients(PoolParts.Clients, (_, client) => client.Client);

    /// <summary>A client with its secrets.</summary>
    public static readonly Subject<ClientPicture> Secrets = OfClients(
        PoolParts.Clients | PoolParts.Secrets,
        (_, client) => client.Secrets.Select(_ => client)
    );

    /// <summary>A client in a pool whose resource servers are known.</summary>
    public static readonly Subject<UserPoolClientType> ScopedClient = OfClients(
        PoolParts.Clients | PoolParts.ResourceServers,
        (picture, client) =>
            picture.ResourceServers.Value is null ? Part<UserPoolClientType>.Unknown(picture.ResourceServers.Missing!) : client.Client
    );

    public static readonly Subject<GroupPicture> Group = OfList<GroupPicture, GroupPicture>(
        "Group",
        PoolParts.Groups,
        picture => picture.Groups,
        group => new(group.Group.GroupName, null, Part<GroupPicture>.Known(group))
    );

    /// <summary>A group with its first members.</summary>
    public static readonly Subject<GroupPicture> GroupMembers = OfList<GroupPicture, GroupPicture>(
        "Group",
        PoolParts.Groups | PoolParts.GroupMembers,
        picture => picture.Groups,
        group => new(group.Group.GroupName, null, group.FirstMembers.Select(_ => group))
    );

    public static readonly Subject<IdentityProviderType> Provider = OfList<IdentityProviderType, ProviderPicture>(
        "IdentityProvider",
        PoolParts.Providers,
        picture => picture.Providers,
        provider => new(provider.ProviderName, null, provider.Provider)
    );

    public static readonly Subject<DomainDescriptionType> Domain = OfList<DomainDescriptionType, DomainDescriptionType>(
        "UserPoolDomain",
        PoolParts.Domains,
        picture => picture.Domains,
        domain => new(domain.Domain, null, Part<DomainDescriptionType>.Known(domain))
    );

    private static Subject<T> OfPool<T>(PoolParts parts, Func<PoolPicture, Part<T>> part)
        where T : class => new(UserPool, parts, picture => [new(picture.UserPoolId, picture.Name, part(picture))]);

    private static Subject<T> OfClients<T>(PoolParts parts, Func<PoolPicture, ClientPicture, Part<T>> part)
        where T : class =>
        new(
            AppClient,
            parts,
            picture => Each(picture, picture.Clients, client => new Resource<T>(client.ClientId, client.ClientName, part(picture, client)))
        );

    private static Subject<TItem> OfList<TItem, TListed>(
        string resourceType,
        PoolParts parts,
        Func<PoolPicture, Part<IReadOnlyList<TListed>>> list,
        Func<TListed, Resource<TItem>> resource
    )
        where TItem : class => new(resourceType, parts, picture => Each(picture, list(picture), resource));

    private static IEnumerable<Resource<TItem>> Each<TItem, TListed>(
        PoolPicture picture,
        Part<IReadOnlyList<TListed>> list,
        Func<TListed, Resource<TItem>> resource
    )
        where TItem : class =>
        list.Value is null ? [new(picture.UserPoolId, picture.Name, Part<TItem>.Unknown(list.Missing!))] : list.Value.Select(resource);
}
