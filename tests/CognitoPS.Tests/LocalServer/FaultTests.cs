using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using CognitoPS.LocalServer;
using Xunit;

namespace CognitoPS.Tests.LocalServer;

public sealed class FaultTests : ServerTest
{
    private static readonly object Ask = new { MaxResults = 1 };

    private Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken = default) =>
        Client.SendAsync("ListUserPools", """{"MaxResults":1}""", cancellationToken);

    [Fact]
    public async Task Throttling_and_errors_answer_with_the_services_codes()
    {
        Server.Faults.ThrottleRatio = 1;
        await ExpectAsync("TooManyRequestsException", "ListUserPools", Ask);
        Server.Faults.ThrottleRatio = 0;
        Server.Faults.ErrorRatio = 1;
        using HttpResponseMessage error = await SendAsync();
        Assert.Equal(500, (int)error.StatusCode);
        Assert.Equal("InternalErrorException:", error.Headers.GetValues("x-amzn-ErrorType").Single());
        Server.Faults.Operations = ["DescribeUserPool"];
        await Client.CallAsync("ListUserPools", Ask);
        Assert.Equal(1, Server.Log.Count("ListUserPools", 500));
    }

    [Fact]
    public async Task A_connection_is_cut_before_or_inside_an_answer()
    {
        Server.Faults.DropRatio = 1;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync());
        Server.Faults.DropRatio = 0;
        Server.Faults.TruncateAnswer = true;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync());
        Server.Faults.TruncateAnswer = false;
        await Client.CallAsync("ListUserPools", Ask);
    }

    [Fact]
    public async Task A_connection_can_be_cut_after_the_work_is_done()
    {
        Server.Faults.DropAfterRatio = 1;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Client.SendAsync("CreateUserPool", """{"PoolName":"made"}"""));
        Server.Faults.DropAfterRatio = 0;
        Assert.Equal(1, (await Client.CallAsync("ListUserPools", Ask)).GetProperty("UserPools").GetArrayLength());
    }

    [Fact]
    public async Task Credentials_expire_on_demand()
    {
        Server.Faults.ExpiredCredentials = true;
        await ExpectAsync("ExpiredTokenException", "ListUserPools", Ask);
    }

    [Fact]
    public async Task A_web_page_comes_in_place_of_an_answer()
    {
        Server.Faults.HtmlAnswer = true;
        using HttpResponseMessage answer = await SendAsync();
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_web_page_can_say_that_all_is_well()
    {
        Server.Faults.HtmlAnswer = true;
        Server.Faults.HtmlStatus = 200;
        using HttpResponseMessage answer = await Client.SendAsync("CreateUserPool", """{"PoolName":"made"}""");
        Assert.Equal((200, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Server.Faults.HtmlAnswer = false;
        Assert.Empty((await Client.CallAsync("ListUserPools", Ask)).GetProperty("UserPools").EnumerateArray());
        Assert.Throws<ArgumentException>(() => Server.Faults.HtmlStatus = 99);
    }

    [Fact]
    public async Task An_answer_points_elsewhere()
    {
        Server.Faults.RedirectTo = new Uri("http://127.0.0.1:9/elsewhere");
        using HttpClientHandler handler = new() { AllowAutoRedirect = false };
        using HttpClient http = new(handler);
        using HttpResponseMessage answer = await http.PostAsync(Server.Endpoint, new StringContent("{}"));
        Assert.Equal((307, "http://127.0.0.1:9/elsewhere"), ((int)answer.StatusCode, answer.Headers.Location!.AbsoluteUri));
        Assert.Throws<ArgumentException>(() => Server.Faults.RedirectTo = new Uri("/elsewhere", UriKind.Relative));
    }

    [Fact]
    public async Task An_answer_lacks_what_it_should_hold()
    {
        Server.Faults.EmptyAnswer = true;
        Assert.Equal("{}", await TextAsync("CreateUserPool", """{"PoolName":"one"}"""));
        Server.Faults.EmptyAnswer = false;
        Server.Faults.NullMembers = true;
        Assert.Equal("""{"UserPool":null}""", await TextAsync("CreateUserPool", """{"PoolName":"two"}"""));
        Server.Faults.NullMembers = false;
        Assert.Equal(2, (await Client.CallAsync("ListUserPools", new { MaxResults = 9 })).GetProperty("UserPools").GetArrayLength());
    }

    [Fact]
    public async Task An_answer_of_one_operation_is_no_JSON()
    {
        Server.Faults.BrokenAnswer = true;
        Server.Faults.Operations = ["ListUserPools", "DeleteUserPool"];
        string pool = await Client.CreatePoolAsync();
        string list = await TextAsync("ListUserPools", """{"MaxResults":1}""");
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => System.Text.Json.JsonDocument.Parse(list));
        string deleted = await TextAsync("DeleteUserPool", $$"""{"UserPoolId":"{{pool}}"}""");
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => System.Text.Json.JsonDocument.Parse(deleted));
        await ExpectAsync("ResourceNotFoundException", "DescribeUserPool", new { UserPoolId = pool });
    }

    [Fact]
    public async Task The_first_tries_of_each_request_fail()
    {
        Server.Faults.FailedTries = 2;
        foreach (string body in new[] { """{"PoolName":"one"}""", """{"PoolName":"two"}""" })
        {
            foreach (int status in new[] { 503, 503, 200, 200 })
            {
                using HttpResponseMessage answer = await Client.SendAsync("CreateUserPool", body);
                Assert.Equal(status, (int)answer.StatusCode);
            }
        }
        Server.Faults.FailedTries = 1;
        using HttpResponseMessage again = await Client.SendAsync("CreateUserPool", """{"PoolName":"one"}""");
        Assert.Equal(503, (int)again.StatusCode);
        Assert.Throws<ArgumentException>(() => Server.Faults.FailedTries = -1);
    }

    private async Task<string> TextAsync(string operation, string body)
    {
        using HttpResponseMessage answer = await Client.SendAsync(operation, body);
        Assert.True(answer.IsSuccessStatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task Requests_that_hang_end_with_the_server()
    {
        Server.Faults.Hang = true;
        Task<HttpResponseMessage> hanging = SendAsync();
        await Server.Log.WaitForAsync(1, "ListUserPools", new CancellationTokenSource(5000).Token);
        Assert.False(hanging.IsCompleted);
        Server.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => hanging.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Latency_delays_each_request_and_all_of_them_at_once()
    {
        await SendAsync();
        Server.Faults.Latency = TimeSpan.FromMilliseconds(100);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync()));
        Assert.InRange(watch.ElapsedMilliseconds, 90, 2000);
    }

    [Fact]
    public async Task The_services_rates_let_through_what_a_second_allows()
    {
        Server.Faults.ServiceRates = true;
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SendAsync()));
        Assert.InRange(answers.Count(a => a.IsSuccessStatusCode), 15, 25);
        Server.Faults.ServiceRateFactor = 100;
        await Task.Delay(50);
        Assert.True((await SendAsync()).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_request_too_large_or_malformed_ends_with_itself()
    {
        using HttpResponseMessage large = await Client.SendAsync("ListUserPools", new string(' ', 21 * 1024 * 1024));
        Assert.Equal(413, (int)large.StatusCode);
        foreach (
            string garbage in new[]
            {
                "garbage\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: nonsense\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n{",
                "\0\0\0",
            }
        )
        {
            using TcpClient tcp = new("127.0.0.1", Server.Port);
            await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(garbage));
        }
        foreach (
            string body in new[]
            {
                "null",
                "\"\"",
                "[[[[",
                "{\"MaxResults\":99999999999}",
                "{\"MaxResults\":1,\"NextToken\":\"\\ud800\"}",
                new string('[', 100_000),
            }
        )
        {
            using HttpResponseMessage answer = await Client.SendAsync("ListUserPools", body);
            Assert.Equal(400, (int)answer.StatusCode);
        }
        await Client.CallAsync("ListUserPools", Ask);
    }

    [Fact]
    public async Task The_name_localhost_reaches_the_server_through_the_one_socket_on_loopback()
    {
        using var other = CognitoServer.Start();
        foreach (CognitoServer server in new[] { Server, other })
        {
            using ServerClient client = new(server, endpoint: new Uri($"http://localhost:{server.Port}/"));
            await client.CallAsync("ListUserPools", Ask);
            Assert.Equal($"http://127.0.0.1:{server.Port}/", server.Endpoint.AbsoluteUri);
            Assert.Equal(1, server.Log.Count("ListUserPools"));
            Assert.Equal(
                [IPAddress.Loopback],
                IPGlobalProperties
                    .GetIPGlobalProperties()
                    .GetActiveTcpListeners()
                    .Where(socket => socket.Port == server.Port)
                    .Select(socket => socket.Address)
            );
        }
        Server.Dispose();
        Assert.DoesNotContain(
            Server.Port,
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(socket => socket.Port)
        );
    }

    [Fact]
    public void Faults_take_operations_in_any_case_and_refuse_what_cannot_be()
    {
        Server.Faults.Operations = ["listusers", "POST /oauth2/token"];
        Assert.Equal(["ListUsers", "POST /oauth2/token"], Server.Faults.Operations);
        Assert.Contains("Did you mean ListUsers?", Assert.Throws<ArgumentException>(() => Server.Faults.Operations = ["ListUsrs"]).Message);
        Assert.Contains("eu-west-1", Assert.Throws<ArgumentException>(() => Server.Faults.Regions = ["Ireland"]).Message);
        Assert.Equal(["ListUsers", "POST /oauth2/token"], Server.Faults.Operations);
        Server.Faults.Operations = [];
        Assert.Null(Server.Faults.Operations);
        foreach (
            Action<double> set in new Action<double>[]
            {
                v => Server.Faults.ThrottleRatio = v,
                v => Server.Faults.ErrorRatio = v,
                v => Server.Faults.DropRatio = v,
                v => Server.Faults.DropAfterRatio = v,
                v => Server.Faults.EmptyPages = v,
            }
        )
        {
            set(1);
            foreach (double bad in new[] { -0.1, 1.1, double.NaN })
                Assert.Contains("from 0 to 1", Assert.Throws<ArgumentException>(() => set(bad)).Message);
        }
        Assert.StartsWith("ThrottleRatio cannot be 5", Assert.Throws<ArgumentException>(() => Server.Faults.ThrottleRatio = 5).Message);
        foreach (double bad in new[] { 0, -1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentException>(() => Server.Faults.ServiceRateFactor = bad);
        foreach (TimeSpan bad in new[] { TimeSpan.FromSeconds(-1), TimeSpan.MaxValue })
            Assert.Contains("from 0 to one day", Assert.Throws<ArgumentException>(() => Server.Faults.Latency = bad).Message);
    }

    [Fact]
    public void Options_refuse_what_cannot_be()
    {
        foreach (
            Action<CognitoServerOptions> set in new Action<CognitoServerOptions>[]
            {
                o => o.Port = -1,
                o => o.Port = 65536,
                o => o.DefaultRegion = "Ireland",
                o => o.LogSize = -1,
                o => o.Clock = null!,
            }
        )
            Assert.Throws<ArgumentException>(() => set(new CognitoServerOptions()));
    }

    [Fact]
    public async Task A_port_in_use_is_an_error_and_a_freed_one_is_not()
    {
        Assert.Throws<IOException>(() => CognitoServer.Start(new CognitoServerOptions { Port = Server.Port }));
        await Client.CallAsync("ListUserPools", Ask);
        Server.Dispose();
        for (int i = 0; i < 2; i++)
        {
            using var again = CognitoServer.Start(new CognitoServerOptions { Port = Server.Port });
            foreach (string host in new[] { "127.0.0.1", "localhost" })
            {
                using ServerClient client = new(again, endpoint: new Uri($"http://{host}:{again.Port}/"));
                await client.CallAsync("ListUserPools", Ask);
            }
        }
    }
}
