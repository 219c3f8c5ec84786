using System.Net;
using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Http;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Model;
using CognitoPS.LocalServer.Operations;
using CognitoPS.LocalServer.Requests;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;

namespace CognitoPS.LocalServer;

/// <summary>Amazon Cognito user pools in memory, on a loopback port.</summary>
public sealed class CognitoServer : IDisposable
{
    private const string Target = "AWSCognitoIdentityProviderService.";
    private const int LargestRequest = 20 * 1024 * 1024;
    private const int LargestUpload = 100 * 1024 * 1024;

    private static readonly byte[] EmptyRequest = "{}"u8.ToArray();

    private readonly CognitoServerOptions _options;
    private readonly OperationTable _operations = AllOperations.Table();
    private readonly LoopbackListener _front;

    private CognitoServer(CognitoServerOptions options)
    {
        _options = options;
        State = new ServerState(options.Clock, options.Seed, options.LogSize);
        ImportOperations.AddTo(Routes);
        TokenEndpoints.AddTo(Routes);
        _front = new LoopbackListener(options.Port, options.Clock, AnswerAsync);
        State.Endpoint = Endpoint;
    }

    /// <summary>Where the server answers, for example http://127.0.0.1:50123/.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{Port}/");

    public int Port => _front.Port;

    public Faults Faults => State.Faults;

    /// <summary>The requests that arrived and the messages that were sent.</summary>
    public RequestLog Log => State.Log;

    /// <summary>The answer to the CUSTOM_AUTH flow's challenge; without one, no pool has that flow's triggers.</summary>
    public string? CustomChallengeAnswer
    {
        get => State.CustomChallengeAnswer;
        set => State.CustomChallengeAnswer = value;
    }

    /// <summary>The operations that the server has.</summary>
    public IEnumerable<string> Operations => _operations.Names;

    internal ServerState State { get; }

    /// <summary>What is answered beside the API itself.</summary>
    internal RouteTable Routes { get; } = new();

    /// <summary>Starts a server. It ends with <see cref="Dispose"/> or with the process.</summary>
    public static CognitoServer Start(CognitoServerOptions? options = null) => new(options ?? new CognitoServerOptions());

    public void Dispose() => _front.Dispose();

    /// <summary>
    /// Fills the server with a believable company: several pools in two regions, 150 app clients in one of them, a few thousand users,
    /// groups.
    /// </summary>
    public void LoadSample() => SampleData.Load(State);

    /// <summary>Makes a pool with default settings, or with those of a CreateUserPool request, and gives its id.</summary>
    public string AddPool(string name, string region = "eu-west-1", string settings = "{}") =>
        UserPoolOperations.Create(State, region, name, JsonSettings.Parse(settings)).Id;

    /// <summary>Makes that many app clients without requests, beyond the service's limit if need be.</summary>
    public void AddClients(string userPoolId, int count) => SampleData.AddClients(State, Pool(userPoolId), count);

    /// <summary>Makes that many users without requests.</summary>
    public void AddUsers(string userPoolId, int count) => SampleData.AddUsers(State, Pool(userPoolId), count);

    private UserPool Pool(string id) => State.FindPool(id) ?? throw new ArgumentException($"There is no pool {id}.", nameof(id));

    private async Task<HttpAnswer> AnswerAsync(HttpListenerRequest http, CancellationToken stopping)
    {
        string? target = http.Headers["X-Amz-Target"];
        bool isOperation = target is not null || (http.HttpMethod == "POST" && http.Url!.AbsolutePath == "/");
        string name =
            !isOperation ? $"{http.HttpMethod} {http.Url!.AbsolutePath}"
            : target?.StartsWith(Target, StringComparison.Ordinal) is true ? target.Substring(Target.Length)
            : "";
        RequestSignature? signature = RequestSignature.Read(http.Headers["Authorization"]);
        if (await ReadAsync(http, isOperation ? LargestRequest : LargestUpload).ConfigureAwait(false) is not { } body)
            return HttpAnswer.Of(new ServiceException("RequestEntityTooLargeException", "The request is too large.", 413));
        LoggedRequest logged = Log.Add(_options.Clock(), name, signature?.Region ?? _options.DefaultRegion, signature?.AccessKey, body);
        bool faulty = Faults.Concern(name, logged.Region);
        HttpAnswer answer =
            (faulty ? await FailAsync(name, logged, body, stopping).ConfigureAwait(false) : null)
            ?? (isOperation ? Answer(name, body, signature) : Routes.Answer(State, http.HttpMethod, http.Url!, http.Headers, body));
        if (faulty && isOperation && answer.Status == 200 && Deform(answer) is { } deformed)
        {
            answer.Dispose();
            answer = deformed;
        }
        if (faulty && Faults.Happens(Faults.DropAfterRatio))
            answer.Cut = ConnectionCut.BeforeAnswer;
        else if (faulty && Faults.TruncateAnswer)
            answer.Cut = ConnectionCut.InsideAnswer;
        Log.Answered(logged, answer.Cut == ConnectionCut.BeforeAnswer ? 0 : answer.Status, answer.Error);
        return answer;
    }

    /// <summary>What goes wrong on purpose: an answer in place of the real one, or null.</summary>
    private async Task<HttpAnswer?> FailAsync(string operation, LoggedRequest request, byte[] body, CancellationToken stopping)
    {
        if (Faults.Latency > TimeSpan.Zero)
            await Task.Delay(Faults.Latency, stopping).ConfigureAwait(false);
        if (Faults.Hang)
            await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(false);
        if (Faults.Happens(Faults.DropRatio))
            return new HttpAnswer { Cut = ConnectionCut.BeforeAnswer };
        if (Faults.HtmlAnswer)
            return HttpAnswer.Text(Faults.HtmlStatus, "text/html", $"<html><body><h1>{Faults.HtmlStatus} Gateway</h1></body></html>");
        if (Faults.RedirectTo is { } elsewhere)
            return new HttpAnswer(307, "text/html") { Location = elsewhere };
        if (Faults.FailsTry(operation, body))
            return HttpAnswer.Of(new ServiceException("ServiceUnavailableException", "Service Unavailable", 503));
        if (
            Faults.Happens(Faults.ThrottleRatio) || (Faults.ServiceRates && !State.Rates.Take(operation, request, Faults.ServiceRateFactor))
        )
            return HttpAnswer.Of(new ServiceException("TooManyRequestsException", "Rate exceeded"));
        if (Faults.Happens(Faults.ErrorRatio))
            return HttpAnswer.Of(new ServiceException("InternalErrorException", "Something went wrong", 500));
        return null;
    }

    /// <summary>A good answer as something between here and the client might leave it, or null where nothing is to happen.</summary>
    private HttpAnswer? Deform(HttpAnswer answer)
    {
        if (answer.ContentType != HttpAnswer.AmazonJson)
            return null;
        if (Faults.EmptyAnswer)
            return HttpAnswer.Text(200, HttpAnswer.AmazonJson, "{}");
        if (Faults.NullMembers && answer.Body.Count > 0)
        {
            using var whole = JsonDocument.Parse(answer.Body.AsMemory());
            IEnumerable<string> members = whole.RootElement.EnumerateObject().Select(member => $"\"{member.Name}\":null");
            return HttpAnswer.Text(200, HttpAnswer.AmazonJson, "{" + string.Join(",", members) + "}");
        }
        if (!Faults.BrokenAnswer)
            return null;
        byte[] half = [.. answer.Body.Take(answer.Body.Count / 2)];
        return new HttpAnswer(200) { Body = new(half.Length > 0 ? half : "{"u8.ToArray()) };
    }

    private HttpAnswer Answer(string name, byte[] body, RequestSignature? signature)
    {
        var buffer = AnswerBuffer.Rent();
        try
        {
            Answer(name, body, signature, buffer.Json);
            return HttpAnswer.Of(buffer);
        }
        catch (Exception e)
        {
            buffer.Dispose();
            return HttpAnswer.Of(
                e switch
                {
                    ServiceException error => error,
                    JsonException => new ServiceException("SerializationException", "The request is not JSON."),
                    _ => new ServiceException("InternalErrorException", $"The local server failed: {e}", 500),
                }
            );
        }
    }

    private void Answer(string name, byte[] body, RequestSignature? signature, Utf8JsonWriter json)
    {
        if (!ApiModel.Default.Operations.TryGetValue(name, out OperationModel? operation))
            throw new ServiceException("UnknownOperationException", $"There is no operation {name}.");
        if (!operation.Public && signature is null)
            throw new ServiceException("MissingAuthenticationTokenException", "Missing Authentication Token");
        if (
            signature is { } signed
            && (_options.ExpiredAccessKeys.Contains(signed.AccessKey) || (Faults.ExpiredCredentials && Faults.Concern(name, signed.Region)))
        )
            throw new ServiceException("ExpiredTokenException", "The security token included in the request is expired");
        Action<Call> handler =
            _operations.Find(name)
            ?? throw new ServiceException("OperationNotImplementedException", $"The local server does not have {name} yet.", 501);
        using var request = JsonDocument.Parse(body.Length == 0 ? EmptyRequest : body);
        RequestValidator.Check(operation.Input, request.RootElement);
        json.WriteStartObject();
        handler(new Call(State, operation, request.RootElement, signature?.Region ?? _options.DefaultRegion, json));
        json.WriteEndObject();
        if (operation.Output is not null)
            json.Flush();
    }

    /// <summary>
    /// The body; null when it is too large, after it has been taken from the wire all the same: whoever still sends hears no answer.
    /// </summary>
    private static async Task<byte[]?> ReadAsync(HttpListenerRequest http, int largest)
    {
        if (!http.HasEntityBody)
            return [];
        if (http.ContentLength64 > largest)
        {
            await http.InputStream.CopyToAsync(Stream.Null).ConfigureAwait(false);
            return null;
        }
        using MemoryStream body = new(Math.Max(0, (int)http.ContentLength64));
        await http.InputStream.CopyToAsync(body).ConfigureAwait(false);
        return body.Length > largest ? null
            : body.Length == body.Capacity ? body.GetBuffer()
            : body.ToArray();
    }
}
