using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.LocalServer;

/// <summary>Starts Amazon Cognito in memory, on this machine only, and connects the session to it.</summary>
/// <remarks>
/// <para>The server runs in this process, on 127.0.0.1, which programs may also call localhost, and ends with it or with
/// Stop-CognitoLocalServer. It needs no AWS account and forgets everything when it stops. It checks requests, answers, pages and fails as
/// the service does, so a script can be rehearsed on it.</para>
/// <para>With -Sample it holds a believable company: several pools, one of them with 150 app clients, a few thousand users, and groups. The
/// object that -PassThru writes shows requests and sent messages, and its Faults can be set at any time, as $server.Faults.ThrottleRatio =
/// 0.05, and limited to operations, as $server.Faults.Operations = 'ListUsers'.</para>
/// </remarks>
/// <example>
/// A company to try things on.
/// <code>Start-CognitoLocalServer -Sample</code>
/// </example>
/// <example>
/// A server that is slow and throttles one request in twenty.
/// <code>$server = Start-CognitoLocalServer -Sample -PassThru; $server.Faults.Latency = '00:00:00.05'; $server.Faults.ThrottleRatio = 0.05</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "CognitoLocalServer", SupportsShouldProcess = true)]
[OutputType(typeof(LocalServerInfo))]
public sealed class StartCognitoLocalServerCommand : AsyncCommand
{
    /// <summary>The port to listen on. Default 0: any free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Fills it with a believable company.</summary>
    [Parameter]
    public SwitchParameter Sample { get; set; }

    /// <summary>
    /// The region of the connection, and of pools that are created without one. Default eu-west-1, where the sample's pools are.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "eu-west-1";

    /// <summary>Writes the server.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentTarget => Port;

    private protected override async Task ProcessAsync()
    {
        Regions.Checked(Region);
        if (!ShouldProcess(Port == 0 ? "a free port of 127.0.0.1" : $"127.0.0.1:{Port}", "Start a local server and connect to it"))
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
                "Give another -Port, or none for a free one.",
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
