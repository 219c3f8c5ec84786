namespace CognitoPS.Local;

/// <summary>How a server starts.</summary>
public sealed class LocalServerOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The region of requests that are not signed for one.</summary>
    public string DefaultRegion { get; set; } = "eu-west-1";

    /// <summary>The time; for tests that cannot wait an hour.</summary>
    public Func<DateTimeOffset> Clock { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>Makes ids and faults the same in every run.</summary>
    public int? Seed { get; set; }

    /// <summary>Access keys that are answered ExpiredTokenException.</summary>
    public ICollection<string> ExpiredAccessKeys { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How many requests the log keeps.</summary>
    public int LogSize { get; set; } = 1000;
}
