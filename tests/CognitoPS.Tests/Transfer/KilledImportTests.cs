using System.Diagnostics;
using CognitoPS.Tests.Support;
using CognitoPS.Tools;
using CognitoPS.Transfer;
using Xunit;

namespace CognitoPS.Tests.Transfer;

/// <summary>
/// An import in a shell of its own that is killed at random moments, and run again: each user is created once, with everything.
/// COGNITOPS_KILLS sets how often; 3 without it.
/// </summary>
public sealed class KilledImportTests : TransferTest
{
    private const int Users = 600;

    [Fact]
    public async Task An_import_that_is_killed_and_run_again_makes_each_user_once()
    {
        int kills = int.TryParse(Environment.GetEnvironmentVariable("COGNITOPS_KILLS"), out int given) ? given : 3;
        string target = Server.AddPool("target");
        Write(
            "users.jsonl",
            [
                .. Enumerable
                    .Range(0, Users)
                    .Select(i =>
                        $$"""{"Username":"user{{i}}","Groups":["staff","g{{i % 3}}"],"Enabled":{{(i % 5 == 0 ? "false" : "true")}}}"""
                    ),
            ]
        );
        Server.Faults.Latency = TimeSpan.FromMilliseconds(20);
        var random = new Random(12);
        int[] moments = [.. Enumerable.Range(0, kills).Select(_ => random.Next(1, Users)).Order()];
        foreach (int moment in moments)
            await RunAsync(target, moment);
        await RunAsync(target, killAfter: null);

        Server.Faults.Latency = TimeSpan.Zero;
        Dictionary<string, UserRecord> users = await UsersAsync(target, "after.jsonl");
        Assert.Equal(Enumerable.Range(0, Users).Select(i => $"user{i}").Order(), users.Keys.Order());
        Assert.All(users.Values, user => Assert.Equal([$"g{Number(user) % 3}", "staff"], user.Groups));
        Assert.All(users.Values, user => Assert.Equal(Number(user) % 5 != 0, user.Enabled));
        Assert.Equal(Users, Server.Log.Count("AdminCreateUser", 200));

        static int Number(UserRecord user) => int.Parse(user.Username.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task RunAsync(string target, int? killAfter)
    {
        string script =
            $"Import-Module '{Path.Combine(Repository.Module, "CognitoPS.psd1")}'; "
            + $"Connect-Cognito -EndpointUrl {Server.Endpoint} -Region eu-west-1 -AccessKey a -SecretKey b; "
            + $"Import-CognitoUser {target} '{Folder.PathOf("users.jsonl")}' -ErrorAction Stop";
        ProcessStartInfo start = Pwsh.InHome(PowerShellTool.Start("-NoProfile", "-NonInteractive", "-Command", script));
        if (killAfter is null)
        {
            ProcessResult result = await OtherProcess.RunAsync(start);
            Assert.True(result.ExitCode == 0, result.Errors + result.Output);
            return;
        }

        start.RedirectStandardOutput = true;
        using Process process = Process.Start(start)!;
        Task drained = process.StandardOutput.ReadToEndAsync();
        while (!process.HasExited && Server.Log.Count("AdminCreateUser", 200) < killAfter)
            await Task.Delay(1);
        process.Kill();
        await process.WaitForExitAsync();
        await drained;
    }
}
