using CognitoPS.Tests.Support;
using Xunit;

namespace CognitoPS.Tests.Pester;

/// <summary>The Pester suite on the module as the build left it.</summary>
public sealed class PesterTests(PesterTests.Run run) : IClassFixture<PesterTests.Run>
{
    public static TheoryData<string> Files { get; } = [.. PesterSuite.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_file_passes(string file)
    {
        PesterResult result = run.Results[file];
        Assert.Empty(result.Failed);
        Assert.SkipWhen(result.Skipped.Length > 0, string.Join(", ", result.Skipped));
        Assert.NotEqual(0, result.Passed);
    }

    public sealed class Run : IAsyncLifetime
    {
        internal IReadOnlyDictionary<string, PesterResult> Results { get; private set; } = new Dictionary<string, PesterResult>();

        public async ValueTask InitializeAsync() =>
            Results = await PesterSuite.RunAsync(Repository.Metadata("Pester"), Path.Combine(Repository.Module, "CognitoPS.psd1"));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
