using System.Management.Automation;
using System.Net;
using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Output;

/// <summary>Every attribute of a pool's schema is a property of every user of the pool.</summary>
public sealed class UserColumnTests : IDisposable
{
    private const string Settings = """{ "Schema": [{ "Name": "department", "AttributeDataType": "String", "Mutable": true }] }""";

    private readonly Engine _engine = new();
    private readonly string _pool;

    public UserColumnTests() => _pool = _engine.Server.AddPool("customers", settings: Settings);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Whatever_reads_a_user_shows_the_attributes_of_the_schema()
    {
        Outcome users = _engine
            .Run(
                """
                $pool = $args[0]
                $always = [timespan]::FromDays(-1)
                New-CognitoUser $pool anna -MessageAction SUPPRESS
                New-CognitoUser $pool ben @{ department = 'sales' } -MessageAction SUPPRESS
                [void](New-CognitoGroup $pool staff)
                Add-CognitoGroupMember $pool staff anna, ben
                Get-CognitoUser $pool
                Get-CognitoUser $pool -Parallel
                Get-CognitoUser $pool -Inactive $always -WarningAction SilentlyContinue
                Get-CognitoUser $pool -GroupName staff
                Get-CognitoUser $pool anna, ben
                Get-CognitoGroupMember $pool staff
                Enable-CognitoUser $pool anna, ben -PassThru
                """,
                _pool
            )
            .Succeeded();

        Assert.Equal(16, users.Output.Count);
        Assert.All(
            users.Output,
            user =>
            {
                PSPropertyInfo department = Assert.IsAssignableFrom<PSPropertyInfo>(user.Properties["custom:department"]);
                Assert.Equal(user.Properties["Username"].Value is "ben" ? "sales" : null, department.Value);
            }
        );
    }

    [Theory]
    [InlineData("Get-CognitoUser $pool; Get-CognitoUser $other")]
    [InlineData("& { foreach ($one in $pool, $other) { [pscustomobject]@{ UserPoolId = $one } } } | Get-CognitoUser")]
    [InlineData("foreach ($one in $pool, $other, $pool) { Get-CognitoUser $one anna -ErrorAction Ignore }")]
    [InlineData("'anna', 'ben' | New-CognitoUser $pool -Attribute @{ department = 'x' } -MessageAction SUPPRESS; Get-CognitoUser $other")]
    public void A_pool_is_described_once(string script)
    {
        string other = _engine.Server.AddPool("others");
        _engine.Run("$pool, $other = $args; " + script, _pool, other).Succeeded();

        Assert.Equal(2, _engine.Server.Log.Count("DescribeUserPool"));
    }

    [Fact]
    public void A_new_attribute_is_a_column_at_once()
    {
        Outcome user = _engine
            .Run(
                """
                $pool = $args[0]
                [void](New-CognitoUser $pool anna -MessageAction SUPPRESS)
                Add-CognitoUserPoolAttribute $pool plan -WarningAction SilentlyContinue
                Get-CognitoUser $pool
                """,
                _pool
            )
            .Succeeded();

        Assert.NotNull(Assert.Single(user.Output).Properties["custom:plan"]);
    }

    [Fact]
    public async Task Who_may_not_describe_the_pool_sees_what_each_user_has()
    {
        _engine
            .Run(
                "New-CognitoUser $args[0] anna, ben -MessageAction SUPPRESS; Set-CognitoUser $args[0] ben @{ department = 'sales' }",
                _pool
            )
            .Succeeded();
        using var gate = new Gate(_engine.Server.Endpoint, "DescribeUserPool");

        Outcome users = _engine
            .Run(
                "Get-CognitoUser $args[0] -EndpointUrl $args[1] -Verbose; Get-CognitoUser $args[0] ben -EndpointUrl $args[1]",
                _pool,
                gate.Endpoint
            )
            .Succeeded();

        Assert.Equal([null, "sales", "sales"], users.All("custom:department").Order());
        Assert.Contains(users.Verbose, text => text.Contains(_pool, StringComparison.Ordinal));
        Assert.Equal(1, await gate.StopAsync());
    }

    /// <summary>Stands before a server and denies one operation, as the rights of an AWS identity may.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly HttpClient _client = new();
        private readonly Task<int> _denied;

        public Gate(Uri server, string operation)
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
            }

            _listener.Prefixes.Add(Endpoint.AbsoluteUri);
            _listener.Start();
            _denied = Task.Run(() => ServeAsync(server, operation));
        }

        public Uri Endpoint { get; }

        /// <summary>Ends it, and tells how many requests it denied.</summary>
        public Task<int> StopAsync()
        {
            _listener.Close();
            return _denied;
        }

        public void Dispose()
        {
            _listener.Close();
            _client.Dispose();
        }

        private async Task<int> ServeAsync(Uri server, string operation)
        {
            for (int denied = 0; ; )
            {
                HttpListenerContext context;
                try
                {
                    context = await _listener.GetContextAsync();
                }
                catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
                {
                    return denied;
                }

                string target = context.Request.Headers["X-Amz-Target"]!;
                if (target.EndsWith($".{operation}", StringComparison.Ordinal))
                {
                    denied++;
                    context.Response.StatusCode = 400;
                    context.Response.Close(
                        """{"__type":"AccessDeniedException","message":"not authorized"}"""u8.ToArray(),
                        willBlock: false
                    );
                    continue;
                }

                using var request = new HttpRequestMessage(HttpMethod.Post, server)
                {
                    Content = new StreamContent(context.Request.InputStream),
                };
                foreach (string header in (string[])["X-Amz-Target", "Authorization", "X-Amz-Date"])
                    request.Headers.TryAddWithoutValidation(header, context.Request.Headers[header]);
                request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
                using HttpResponseMessage answer = await _client.SendAsync(request);
                context.Response.StatusCode = (int)answer.StatusCode;
                context.Response.ContentType = "application/x-amz-json-1.1";
                context.Response.Close(await answer.Content.ReadAsByteArrayAsync(), willBlock: false);
            }
        }
    }
}
