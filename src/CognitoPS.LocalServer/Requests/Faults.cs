using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CognitoPS.LocalServer.Model;

namespace CognitoPS.LocalServer.Requests;

/// <summary>What goes wrong on purpose. Everything can be set at any time; a value that cannot be is an ArgumentException.</summary>
public sealed class Faults
{
    private static readonly TimeSpan LongestLatency = TimeSpan.FromDays(1);

    private readonly Random _random;
    private TimeSpan _latency;
    private double _throttleRatio;
    private double _errorRatio;
    private double _dropRatio;
    private double _dropAfterRatio;
    private double _emptyPages;
    private double _serviceRateFactor = 1;
    private int _htmlStatus = 502;
    private Uri? _redirectTo;
    private volatile int _failedTries;
    private readonly ConcurrentDictionary<string, int> _tries = new(StringComparer.Ordinal);
    private volatile HashSet<string>? _operations;
    private volatile HashSet<string>? _regions;

    internal Faults(int? seed) => _random = seed is int value ? new Random(value) : new Random();

    /// <summary>Waited before each answer, up to a day.</summary>
    public TimeSpan Latency
    {
        get => _latency;
        set =>
            _latency =
                value >= TimeSpan.Zero && value <= LongestLatency
                    ? value
                    : throw new ArgumentException($"Latency cannot be {value:c}: it is from 0 to one day.");
    }

    /// <summary>The share of requests, 0 to 1, that are answered TooManyRequestsException.</summary>
    public double ThrottleRatio
    {
        get => _throttleRatio;
        set => _throttleRatio = Ratio(value);
    }

    /// <summary>The share of requests that are answered with HTTP 500.</summary>
    public double ErrorRatio
    {
        get => _errorRatio;
        set => _errorRatio = Ratio(value);
    }

    /// <summary>The share of requests whose connection is cut without an answer.</summary>
    public double DropRatio
    {
        get => _dropRatio;
        set => _dropRatio = Ratio(value);
    }

    /// <summary>The share of requests that are carried out, and whose connection is then cut without an answer.</summary>
    public double DropAfterRatio
    {
        get => _dropAfterRatio;
        set => _dropAfterRatio = Ratio(value);
    }

    /// <summary>Every signature is answered ExpiredTokenException.</summary>
    public bool ExpiredCredentials { get; set; }

    /// <summary>The share of list pages that are empty and yet carry a token.</summary>
    public double EmptyPages
    {
        get => _emptyPages;
        set => _emptyPages = Ratio(value);
    }

    /// <summary>Lists answer with pages of random size.</summary>
    public bool ShortPages { get; set; }

    /// <summary>Throttle at the service's default request rates.</summary>
    public bool ServiceRates { get; set; }

    /// <summary>Multiplies the service's rates.</summary>
    public double ServiceRateFactor
    {
        get => _serviceRateFactor;
        set =>
            _serviceRateFactor =
                value > 0 && !double.IsInfinity(value)
                    ? value
                    : throw new ArgumentException(
                        string.Format(
                            CultureInfo.InvariantCulture,
                            "ServiceRateFactor cannot be {0}: it is a number greater than 0.",
                            value
                        )
                    );
    }

    /// <summary>Tokens run out in the moment in which they are issued.</summary>
    public bool ExpireTokens { get; set; }

    /// <summary>Requests are taken and never answered.</summary>
    public bool Hang { get; set; }

    /// <summary>Answer with a web page, as a proxy would; nothing is carried out.</summary>
    public bool HtmlAnswer { get; set; }

    /// <summary>The HTTP status of that page, from 200 to 599: 502 unless it is set. A captive portal says 200.</summary>
    public int HtmlStatus
    {
        get => _htmlStatus;
        set =>
            _htmlStatus = value is >= 200 and <= 599
                ? value
                : throw new ArgumentException($"HtmlStatus cannot be {value}: it is from 200 to 599.");
    }

    /// <summary>Answer with a redirect (HTTP 307) to this address, an absolute one; null for none. Nothing is carried out.</summary>
    public Uri? RedirectTo
    {
        get => _redirectTo;
        set =>
            _redirectTo = value?.IsAbsoluteUri is false
                ? throw new ArgumentException($"RedirectTo cannot be {value}: it is an absolute address.")
                : value;
    }

    /// <summary>Carry requests out, and answer with an empty object.</summary>
    public bool EmptyAnswer { get; set; }

    /// <summary>Carry requests out, and answer with null in place of each member.</summary>
    public bool NullMembers { get; set; }

    /// <summary>Carry requests out, and answer with a body that arrives whole and is no JSON: its end is missing.</summary>
    public bool BrokenAnswer { get; set; }

    /// <summary>
    /// How many times each request is answered with HTTP 503 before it is carried out, 0 or more: 1 fails the first try of everything. A
    /// request is the same while its operation and its body are. Setting it forgets the tries so far.
    /// </summary>
    public int FailedTries
    {
        get => _failedTries;
        set
        {
            _failedTries = value >= 0 ? value : throw new ArgumentException($"FailedTries cannot be {value}: it is 0 or more.");
            _tries.Clear();
        }
    }

    /// <summary>Cut each answer in its middle.</summary>
    public bool TruncateAnswer { get; set; }

    /// <summary>
    /// The operations that the faults are limited to, as ListUsers, or an address beside the API, as POST /oauth2/token; null or none for
    /// all.
    /// </summary>
    public string[]? Operations
    {
        get => _operations?.ToArray();
        set => _operations = Set(value, Operation);
    }

    /// <summary>The regions that the faults are limited to; null or none for all.</summary>
    public string[]? Regions
    {
        get => _regions?.ToArray();
        set => _regions = Set(value, RegionName.Checked);
    }

    internal bool Concern(string operation, string region) =>
        (_operations is not { } operations || operations.Contains(operation)) && (_regions is not { } regions || regions.Contains(region));

    internal bool Happens(double ratio) => ratio > 0 && NextDouble() < ratio;

    /// <summary>Whether this try of a request is one of those that fail.</summary>
    internal bool FailsTry(string operation, byte[] body)
    {
        int failed = _failedTries;
        if (failed == 0)
            return false;
        using var hash = SHA256.Create();
        string request = $"{operation} {Convert.ToBase64String(hash.ComputeHash(body))}";
        return _tries.AddOrUpdate(request, 1, (_, tries) => tries + 1) <= failed;
    }

    internal bool LeaveEmpty() => Happens(EmptyPages);

    internal int Shorten(int size) => ShortPages ? 1 + (int)(NextDouble() * size) : size;

    private double NextDouble()
    {
        lock (_random)
            return _random.NextDouble();
    }

    private static double Ratio(double value, [CallerMemberName] string member = "") =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentException(
                string.Format(CultureInfo.InvariantCulture, "{0} cannot be {1}: it is a share from 0 to 1.", member, value)
            );

    private static HashSet<string>? Set(string[]? names, Func<string, string> check) =>
        names is { Length: > 0 } ? new HashSet<string>(names.Select(check), StringComparer.Ordinal) : null;

    private static string Operation(string name)
    {
        IEnumerable<string> known = ApiModel.Default.Operations.Keys;
        return (name ?? "").IndexOf(" /", StringComparison.Ordinal) > 0
            ? name!
            : known.FirstOrDefault(operation => string.Equals(operation, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException(
                    "There is no operation "
                        + $"'{name}'.{(NearestName.Of(name ?? "", known) is { } nearest ? $" Did you mean {nearest}?" : "")}"
                );
    }
}
