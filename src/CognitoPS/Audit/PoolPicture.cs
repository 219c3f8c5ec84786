using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

/// <summary>A user pool as it was read at one time, part by part, for rules and reports. Nothing in it is ever written back.</summary>
internal sealed record PoolPicture
{
    private static readonly string NotRead = "not read";

    public required string UserPoolId { get; init; }

    public required string Region { get; init; }

    public Part<UserPoolType> Pool { get; init; } = Part<UserPoolType>.Unknown(NotRead);

    public Part<GetUserPoolMfaConfigResponse> Mfa { get; init; } = Part<GetUserPoolMfaConfigResponse>.Unknown(NotRead);

    public Part<RiskConfigurationType> Risk { get; init; } = Part<RiskConfigurationType>.Unknown(NotRead);

    public Part<LogDeliveryConfigurationType> Logs { get; init; } = Part<LogDeliveryConfigurationType>.Unknown(NotRead);

    public Part<IReadOnlyList<ClientPicture>> Clients { get; init; } = Part<IReadOnlyList<ClientPicture>>.Unknown(NotRead);

    public Part<IReadOnlyList<GroupPicture>> Groups { get; init; } = Part<IReadOnlyList<GroupPicture>>.Unknown(NotRead);

    public Part<IReadOnlyList<ProviderPicture>> Providers { get; init; } = Part<IReadOnlyList<ProviderPicture>>.Unknown(NotRead);

    public Part<IReadOnlyList<ResourceServerType>> ResourceServers { get; init; } =
        Part<IReadOnlyList<ResourceServerType>>.Unknown(NotRead);

    public Part<IReadOnlyList<DomainDescriptionType>> Domains { get; init; } = Part<IReadOnlyList<DomainDescriptionType>>.Unknown(NotRead);

    /// <summary>The pool's name where it is known.</summary>
    public string? Name => Pool.Value?.Name;
}

/// <summary>An app client: its settings, and when its secrets were made.</summary>
internal sealed record ClientPicture(
    string ClientId,
    string? ClientName,
    Part<UserPoolClientType> Client,
    Part<IReadOnlyList<ClientSecretDescriptorType>> Secrets
);

/// <summary>A group, and its first members where its name is an administrator's.</summary>
internal sealed record GroupPicture(GroupType Group, Part<IReadOnlyList<UserType>> FirstMembers);

/// <summary>An identity provider with its settings.</summary>
internal sealed record ProviderPicture(string ProviderName, Part<IdentityProviderType> Provider);

/// <summary>The parts of a picture, each of which takes requests of its own.</summary>
[Flags]
internal enum PoolParts
{
    Pool = 0,
    Mfa = 1,
    Risk = 2,
    Logs = 4,
    Clients = 8,
    Secrets = 16,
    Groups = 32,
    GroupMembers = 64,
    Providers = 128,
    ResourceServers = 256,
    Domains = 512,
    All = 1023,
}

/// <summary>Where pictures come from: a live account, or a folder that a pool was exported to.</summary>
internal interface IPoolSource
{
    /// <summary>The picture of one pool.</summary>
    /// <param name="userPoolId">The pool.</param>
    /// <param name="parts">The parts that are wanted; the pool itself always is.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<PoolPicture> ReadAsync(string userPoolId, PoolParts parts, CancellationToken cancellationToken);
}
