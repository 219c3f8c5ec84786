using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

/// <summary>A rule of the table: what must hold, why, and what to do where it does not.</summary>
internal abstract record Rule
{
    /// <summary>The rule's name, which never changes, as client-implicit-flow.</summary>
    public required string Id { get; init; }

    /// <summary>What holds where it passes, as a sentence.</summary>
    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>What may happen where it fails.</summary>
    public required string Why { get; init; }

    /// <summary>What others call the same, as "Security Hub Cognito.6".</summary>
    public string[] References { get; init; } = [];

    /// <summary>Why no command mends it; null where one does.</summary>
    public string? Manual { get; init; }

    /// <summary>The parts of a picture that it looks at.</summary>
    public abstract PoolParts Parts { get; }

    /// <summary>The kind of thing that it looks at, as UserPoolClient.</summary>
    public abstract string ResourceType { get; }

    /// <summary>A finding for each thing that it looks at.</summary>
    public abstract IEnumerable<Finding> Check(PoolPicture picture, AuditOptions options);
}

/// <summary>A rule about things of one kind.</summary>
internal sealed record Rule<T>(Subject<T> Subject) : Rule
    where T : class
{
    /// <summary>What speaks against the thing; null for nothing.</summary>
    public required Func<Case<T>, Evidence?> Problem { get; init; }

    /// <summary>Whether the rule says anything about the thing. Default: it does.</summary>
    public Func<Case<T>, bool> Applies { get; init; } = _ => true;

    /// <summary>What mends it; null where no command does.</summary>
    public Func<Case<T>, Remedy?> Remedy { get; init; } = _ => null;

    /// <summary>Why the service does not tell what would have to be known; null where it does.</summary>
    public string? NotVisible { get; init; }

    public override PoolParts Parts => Subject.Parts;

    public override string ResourceType => Subject.ResourceType;

    public override IEnumerable<Finding> Check(PoolPicture picture, AuditOptions options)
    {
        if (picture.Pool.Value is not { } pool)
        {
            yield return Of(
                picture,
                new Resource<T>(picture.UserPoolId, null, Part<T>.Unknown(picture.Pool.Missing!)),
                FindingStatus.Unknown
            ) with
            {
                Reason = picture.Pool.Missing,
            };
            yield break;
        }

        foreach (Resource<T> resource in Subject.Of(picture))
        {
            if (resource.Part.Value is not { } item)
            {
                yield return Of(picture, resource, FindingStatus.Unknown) with
                {
                    Reason = resource.Part.Missing,
                };
                continue;
            }

            var one = new Case<T>(item, pool, picture, options);
            if (!Applies(one))
                yield return Of(picture, resource, FindingStatus.NotApplicable);
            else if (NotVisible is not null)
                yield return Of(picture, resource, FindingStatus.Unknown) with
                {
                    Reason = NotVisible,
                    Evidence = Problem(one),
                };
            else if (Problem(one) is not { } evidence)
                yield return Of(picture, resource, FindingStatus.Pass);
            else
                yield return Of(picture, resource, FindingStatus.Fail) with
                {
                    Evidence = evidence,
                    Remedy = Remedy(one),
                    Reason = Manual,
                };
        }
    }

    private Finding Of(PoolPicture picture, Resource<T> resource, FindingStatus status) =>
        new(this, status, picture.UserPoolId, picture.Name, picture.Region, resource.Id, resource.Name);
}

/// <summary>The things of one kind in a pool.</summary>
/// <param name="ResourceType">The kind, as UserPoolClient.</param>
/// <param name="Parts">Where a picture has them.</param>
/// <param name="Of">The things; where a list is unknown, one thing that is.</param>
internal sealed record Subject<T>(string ResourceType, PoolParts Parts, Func<PoolPicture, IEnumerable<Resource<T>>> Of)
    where T : class;

/// <summary>A thing that a rule looks at.</summary>
internal sealed record Resource<T>(string Id, string? Name, Part<T> Part)
    where T : class;

/// <summary>A thing with what stands around it.</summary>
internal sealed record Case<T>(T Item, UserPoolType Pool, PoolPicture Picture, AuditOptions Options);

/// <summary>What a rule found: a member and its value.</summary>
/// <remarks>It says nothing that changes by itself, such as an age: findings are compared with earlier ones by it.</remarks>
internal sealed record Evidence(string Member, string Value)
{
    public override string ToString() => $"{Member} = {Value}";
}

/// <summary>What became of a rule about one thing.</summary>
internal enum FindingStatus
{
    Fail,
    Pass,
    NotApplicable,
    Unknown,
    Suppressed,
}

/// <summary>What a rule says about one thing.</summary>
internal sealed record Finding(
    Rule Rule,
    FindingStatus Status,
    string UserPoolId,
    string? UserPoolName,
    string Region,
    string ResourceId,
    string? ResourceName
)
{
    public Evidence? Evidence { get; init; }

    public Remedy? Remedy { get; init; }

    /// <summary>Why it is unknown, is suppressed, or why no command mends it.</summary>
    public string? Reason { get; init; }
}
