using System.Management.Automation;
using CognitoPS.LocalServer;
using CognitoPS.LocalServer.Requests;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A local server running in this process.</summary>
[TableView("Port:8", "Endpoint:28", "RequestCount:13", "Region")]
public sealed class LocalServerInfo
{
    internal LocalServerInfo(CognitoServer server, string region)
    {
        Server = server;
        Region = region;
    }

    internal CognitoServer Server { get; }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port => Server.Port;

    /// <summary>The endpoint, for -EndpointUrl and for other programs.</summary>
    public Uri Endpoint => Server.Endpoint;

    /// <summary>The Region that user pools are created in if a request specifies none.</summary>
    public string Region { get; }

    /// <summary>The number of requests answered.</summary>
    public long RequestCount => Server.Log.Count();

    /// <summary>The most recent requests, newest last.</summary>
    public IReadOnlyList<PSObject> Requests => Readable.List(Server.Log.Requests.Select(Shown));

    /// <summary>The email and SMS messages that it would have sent, with their codes.</summary>
    public IReadOnlyList<DeliveredMessage> Messages => Readable.List(Server.Log.Messages);

    /// <summary>
    /// The simulated faults. You can set Latency, ThrottleRatio, ErrorRatio, DropRatio, ServiceRates and others at any time.
    /// </summary>
    public Faults Faults => Server.Faults;

    /// <inheritdoc/>
    public override string ToString() => Endpoint.AbsoluteUri;

    // The server, which knows nothing of PowerShell, tells the time in UTC.
    private static PSObject Shown(LoggedRequest request)
    {
        var shown = new PSObject(request);
        shown.Properties.Add(new PSNoteProperty(nameof(request.Time), Timestamp.Of(request.Time.UtcDateTime)), preValidated: true);
        return shown;
    }
}
