using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.LocalServer;

/// <summary>Starts an in-memory Amazon Cognito server on this computer and connects the session to it.</summary>
/// <remarks>
/// <para>The server runs inside this process and listens only on 127.0.0.1 (localhost). It stops with the process or with
/// Stop-CognitoLocalServer, and all its data is lost then. It needs no AWS account. It validates requests, pages, throttles and fails like
/// the service, so you can rehearse a script on it.</para>
/// <para>With -Sample, it contains the data of a realistic company: several pools, one with 150 app clients, a few thousand users, and
/// groups.</para>
/// <para>The object that -PassThru returns shows the requests and the sent messages. You can change its Faults at any time, for example
/// $server.Faults.ThrottleRatio = 0.05. To limit faults to some operations, set $server.Faults.Operations, for example to 'ListUsers'.</para>
/// </remarks>
/// <example>
/// Start a server with sample data to try things out.
/// <code>Start-CognitoLocalServer -Sample</code>
/// </example>
/// <example>
/// Start a server that is slow and throttles 5% of the requests.
/// <code>$server = Start-CognitoLocalServer -Sample -PassThru; $server.Faults.Latency = '00:00:00.05'; $server.Faults.ThrottleRatio = 0.05</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "CognitoLocalServer", SupportsShouldProcess = true)]
[OutputType(typeof(LocalServerInfo))]
public sealed class StartCognitoLocalServerCommand : AsyncCommand
{
    /// <summary>The port to listen on. Default: 0, which means any free port.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Fills the server with the data of a realistic company.</summary>
    [Parameter]
    public SwitchParameter Sample { get; set; }

    /// <summary>
    /// The Region of the connection, and of pools created without -Region. Default: eu-west-1, the Region of the sample pools.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "eu-west-1";

    /// <summary>Returns the server.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentTarget => Port;

    private protected override async Task ProcessAsync()
    {
        Regions.Checked(Region);
        if (!ShouldProcess(Port == 0 ? "a free port on 127.0.0.1" : $"127.0.0.1:{Port}", "Start a local server and connect to it"))
            return;
        LocalServerInfo server;
        try
        {
            server = await Task.Run(() => LocalServers.Start(Port, Region), StopToken);
        }
        catch (IOException exception)
        {
            throw new CognitoException(
                "PortInUse",
                ErrorCategory.ResourceBusy,
                exception.Message,
                "Choose another -Port, or leave it out to use a free one.",
                exception
            );
        }

        if (Sample)
            await Task.Run(server.Server.LoadSample, StopToken);
        RunspaceState.Current.Connect(
            new ConnectionSettings
            {
                Region = Region,
                EndpointUrl = server.Endpoint,
                AccessKey = "local",
                SecretKey = SecureText.Hide("local"),
            }
        );
        if (PassThru)
            WriteObject(server);
    }
}
