namespace CognitoPS.Tests.Support;

/// <summary>An empty folder that goes with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Name { get; } = Directory.CreateTempSubdirectory("cognitops-").FullName;

    public string PathOf(string name) => Path.Combine(Name, name);

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
