using System.Text;

namespace CognitoPS.LocalServer.Requests;

/// <summary>A request that arrived, and how it was answered.</summary>
public sealed class LoggedRequest
{
    private readonly byte[] _body;

    internal LoggedRequest(long number, DateTimeOffset time, string operation, string region, string? accessKey, byte[] body)
    {
        (Number, Time, Operation, Region, AccessKey, _body) = (number, time, operation, region, accessKey, body);
    }

    public long Number { get; }

    public DateTimeOffset Time { get; }

    public string Operation { get; }

    public string Region { get; }

    /// <summary>The access key that signed the request; null for an unsigned one.</summary>
    public string? AccessKey { get; }

    /// <summary>The request's JSON as it came, secrets included.</summary>
    public string Body => Encoding.UTF8.GetString(_body);

    internal int Length => _body.Length;

    /// <summary>The HTTP status of the answer; 0 while there is none, and where the connection was cut.</summary>
    public int Status { get; internal set; }

    /// <summary>The error code of the answer, if it was one.</summary>
    public string? Error { get; internal set; }
}
