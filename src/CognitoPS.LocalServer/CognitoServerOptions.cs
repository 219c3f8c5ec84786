using CognitoPS.LocalServer.Model;

namespace CognitoPS.LocalServer;

/// <summary>How a server starts. A value that cannot be is an ArgumentException.</summary>
public sealed class CognitoServerOptions
{
    private int _port;
    private string _defaultRegion = "eu-west-1";
    private Func<DateTimeOffset> _clock = () => DateTimeOffset.UtcNow;
    private int _logSize = 1000;

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port
    {
        get => _port;
        set => _port = value is >= 0 and <= 65535 ? value : throw new ArgumentException($"Port cannot be {value}: it is from 0 to 65535.");
    }

    /// <summary>The region of requests that are not signed for one.</summary>
    public string DefaultRegion
    {
        get => _defaultRegion;
        set => _defaultRegion = RegionName.Checked(value);
    }

    /// <summary>The time; for tests that cannot wait an hour.</summary>
    public Func<DateTimeOffset> Clock
    {
        get => _clock;
        set => _clock = value ?? throw new ArgumentException("Clock cannot be null: it gives the time.");
    }

    /// <summary>Makes ids and faults the same in every run.</summary>
    public int? Seed { get; set; }

    /// <summary>Access keys that are answered ExpiredTokenException.</summary>
    public ICollection<string> ExpiredAccessKeys { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How many requests the log keeps.</summary>
    public int LogSize
    {
        get => _logSize;
        set => _logSize = value >= 0 ? value : throw new ArgumentException($"LogSize cannot be {value}: it is 0 or more.");
    }
}
