using CognitoPS.Local.State;

namespace CognitoPS.Local;

/// <summary>What goes wrong on purpose. Everything can be set at any time.</summary>
public sealed class Faults
{
    private readonly Ids _chance;
    private volatile HashSet<string>? _operations;
    private volatile HashSet<string>? _regions;

    internal Faults(int? seed) => _chance = new Ids(seed);

    /// <summary>Waited before each answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The share of requests, 0 to 1, that are answered TooManyRequestsException.</summary>
    public double ThrottleRatio { get; set; }

    /// <summary>The share of requests that are answered with HTTP 500.</summary>
    public double ErrorRatio { get; set; }

    /// <summary>The share of requests whose connection is cut without an answer.</summary>
    public double DropRatio { get; set; }

    /// <summary>The share of requests that are carried out, and whose connection is then cut without an answer.</summary>
    public double DropAfterRatio { get; set; }

    /// <summary>Every signature is answered ExpiredTokenException.</summary>
    public bool ExpiredCredentials { get; set; }

    /// <summary>The share of list pages that are empty and yet carry a token.</summary>
    public double EmptyPages { get; set; }

    /// <summary>Lists answer with pages of random size.</summary>
    public bool ShortPages { get; set; }

    /// <summary>Throttle at the service's default request rates.</summary>
    public bool ServiceRates { get; set; }

    /// <summary>Multiplies the service's rates.</summary>
    public double ServiceRateFactor { get; set; } = 1;

    /// <summary>Tokens run out in the moment in which they are issued.</summary>
    public bool ExpireTokens { get; set; }

    /// <summary>Requests are taken and never answered.</summary>
    public bool Hang { get; set; }

    /// <summary>Answer with a web page, as a proxy would.</summary>
    public bool HtmlAnswer { get; set; }

    /// <summary>Cut each answer in its middle.</summary>
    public bool TruncateAnswer { get; set; }

    /// <summary>The operations that the faults are limited to; null or none for all.</summary>
    public IReadOnlyCollection<string>? Operations
    {
        get => _operations;
        set => _operations = value is { Count: > 0 } ? new HashSet<string>(value, StringComparer.Ordinal) : null;
    }

    /// <summary>The regions that the faults are limited to; null or none for all.</summary>
    public IReadOnlyCollection<string>? Regions
    {
        get => _regions;
        set => _regions = value is { Count: > 0 } ? new HashSet<string>(value, StringComparer.Ordinal) : null;
    }

    internal bool Concern(string operation, string region) =>
        (_operations is not { } operations || operations.Contains(operation)) && (_regions is not { } regions || regions.Contains(region));

    internal bool Happens(double ratio) => ratio > 0 && _chance.NextDouble() < ratio;

    internal bool LeaveEmpty() => Happens(EmptyPages);

    internal int Shorten(int size) => ShortPages ? 1 + (int)(_chance.NextDouble() * size) : size;
}
