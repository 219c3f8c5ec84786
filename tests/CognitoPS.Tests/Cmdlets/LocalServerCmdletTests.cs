using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Cmdlets;

/// <summary>The cmdlets that start and stop local servers.</summary>
public sealed class LocalServerCmdletTests : IDisposable
{
    private readonly Engine _engine = new(connect: false);

    public void Dispose()
    {
        _engine.Run("Get-CognitoLocalServer | Stop-CognitoLocalServer").Succeeded();
        _engine.Dispose();
    }

    [Fact]
    public void A_port_in_use_is_said_to_be_whoever_has_it()
    {
        var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int[] taken =
        [
            ((IPEndPoint)other.LocalEndpoint).Port,
            _engine.Server.Port,
            (int)_engine.Run("Start-CognitoLocalServer -PassThru").Succeeded()["Port"]!,
        ];
        foreach (int port in taken)
        {
            Outcome outcome = _engine.Run("Start-CognitoLocalServer -Port $args[0]", port);
            ErrorRecord error = outcome
                .Errors.Concat(outcome.Terminating is IContainsErrorRecord { ErrorRecord: { } record } ? [record] : [])
                .First();
            Assert.Equal(
                ("PortInUse", ErrorCategory.ResourceBusy),
                (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category)
            );
            Assert.Contains($"127.0.0.1:{port}", error.ToString());
            Assert.Contains("-Port", error.ErrorDetails.RecommendedAction);
        }

        other.Stop();
        Assert.Equal(taken[0], _engine.Run("Start-CognitoLocalServer -Port $args[0] -PassThru", taken[0]).Succeeded()["Port"]);
    }

    [Theory]
    [InlineData("$f.Operations = 'listusers'; $f.Operations", "ListUsers")]
    [InlineData("$f.Operations = @('ListUsers', 'AdminGetUser'); $f.Operations", "AdminGetUser ListUsers")]
    [InlineData("$f.Operations += 'ListUsers'; $f.Operations += 'AdminGetUser'; $f.Operations", "AdminGetUser ListUsers")]
    [InlineData("$f.Operations = 'ListUsers'; $f.Operations = $null; $f.Operations", "")]
    [InlineData("$f.Regions = 'us-east-1'; $f.Regions", "us-east-1")]
    [InlineData("$f.Latency = '00:00:00.05'; $f.Latency.TotalMilliseconds", "50")]
    public void Faults_are_set_as_PowerShell_sets_things(string script, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', Faults(script).Succeeded().Output.Select(item => item?.ToString()).Order(StringComparer.Ordinal))
        );

    [Theory]
    [InlineData("$f.Operations = 'ListUser'", "There is no operation 'ListUser'. Did you mean ListUsers?")]
    [InlineData("$f.ThrottleRatio = 5", "ThrottleRatio cannot be 5: it is a share from 0 to 1.")]
    [InlineData("$f.Latency = '-00:00:01'", "Latency cannot be -00:00:01: it is from 0 to one day.")]
    public void A_fault_that_cannot_be_is_refused_in_words(string script, string message)
    {
        Outcome outcome = Faults(script);
        Assert.Contains(message, outcome.Terminating?.Message ?? Assert.Single(outcome.Errors).ToString());
    }

    private Outcome Faults(string script) => _engine.Run($"$f = (Start-CognitoLocalServer -PassThru).Faults; {script}");
}
