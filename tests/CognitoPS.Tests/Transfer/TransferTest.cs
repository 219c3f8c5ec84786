using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoPS.Connection;
using CognitoPS.LocalServer;
using CognitoPS.Tests.Support;
using CognitoPS.Transfer;

namespace CognitoPS.Tests.Transfer;

/// <summary>Pools on a local server, a client for them and a folder for files.</summary>
public abstract class TransferTest : IDisposable
{
    private readonly IAmazonCognitoIdentityProvider _elsewhere;

    private protected TransferTest() => (Client, _elsewhere) = (ClientOf("eu-west-1"), ClientOf("eu-central-1"));

    private protected CognitoServer Server { get; } = CognitoServer.Start(new CognitoServerOptions { Seed = 1 });

    private protected IAmazonCognitoIdentityProvider Client { get; }

    private protected TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        Client.Dispose();
        _elsewhere.Dispose();
        Server.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private CognitoClient ClientOf(string region) =>
        new(
            new BasicAWSCredentials("test", "test"),
            new CognitoClientConfig { ServiceURL = Server.Endpoint.AbsoluteUri, AuthenticationRegion = region }
        );

    private IAmazonCognitoIdentityProvider ClientFor(string pool) =>
        pool.StartsWith("eu-central-1", StringComparison.Ordinal) ? _elsewhere : Client;

    private protected async Task<UserManifest> ExportAsync(string pool, string name, bool mfa = false, bool force = false) =>
        await new UserExport(ClientFor(pool), pool)
        {
            Parallel = true,
            IncludeMfa = mfa,
            Overwrite = force,
        }.RunAsync(Folder.PathOf(name), null, CancellationToken.None);

    private protected async Task<List<ImportedUser>> ImportAsync(
        string pool,
        string name,
        bool randomPassword = false,
        int stopAfter = int.MaxValue
    )
    {
        UserImportPlan plan = await PlanAsync(pool, name);
        using var journal = ImportJournal.Open(plan.File, pool, byJob: false);
        var import = new UserImport(ClientFor(pool), pool) { RandomPassword = randomPassword };
        var results = new List<ImportedUser>();
        await foreach (ImportedUser result in import.RunAsync(plan, journal, CancellationToken.None))
        {
            results.Add(result);
            if (results.Count >= stopAfter)
                break;
        }

        return results;
    }

    private protected Task<UserImportPlan> PlanAsync(string pool, string name) =>
        UserImportPlan.MakeAsync(ClientFor(pool), pool, new UserFile(Folder.PathOf(name)), CancellationToken.None);

    private protected async Task<Dictionary<string, UserRecord>> UsersAsync(string pool, string name)
    {
        await ExportAsync(pool, name, mfa: true, force: true);
        return new UserFile(Folder.PathOf(name)).Read().ToDictionary(user => user.Username);
    }

    private protected async Task CreateAsync(string pool, string username, params (string Name, string Value)[] attributes) =>
        await Client.AdminCreateUserAsync(
            new AdminCreateUserRequest
            {
                UserPoolId = pool,
                Username = username,
                MessageAction = MessageActionType.SUPPRESS,
                UserAttributes = [.. attributes.Select(pair => new AttributeType { Name = pair.Name, Value = pair.Value })],
            }
        );

    private protected void Write(string name, params string[] lines) => File.WriteAllLines(Folder.PathOf(name), lines);
}
