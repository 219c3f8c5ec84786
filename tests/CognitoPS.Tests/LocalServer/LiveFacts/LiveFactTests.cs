using CognitoPS.LocalServer.Model;
using Xunit;

namespace CognitoPS.Tests.LocalServer.LiveFacts;

/// <summary>The local server answers as the live service was seen to answer.</summary>
public sealed class LiveFactTests : ServerTest
{
    /// <summary>All rows: those that the server is held to, and those that say why it is not.</summary>
    public static TheoryData<string> Facts => [.. LiveFactTable.Rows.Keys];

    public static TheoryData<string> FactsHeld => [.. LiveFactTable.Rows.Values.Where(row => row.NotHeld is null).Select(row => row.Fact)];

    [Theory]
    [MemberData(nameof(FactsHeld))]
    public Task The_local_server_answers_as_the_service_does(string fact) =>
        new LiveFactRequests(Server, Client, () => Now, wait => Now += wait).SendAsync(LiveFactTable.Rows[fact].Requests!);

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_row_is_complete_and_ends_with_an_expectation_or_has_a_reason(string fact)
    {
        LiveFact row = LiveFactTable.Rows[fact];
        Assert.Contains(row.Sure, LiveFactTable.Degrees);
        Assert.NotEmpty(row.Source);
        Assert.All(row.Operation.Split(", "), operation => Assert.Contains(operation, ApiModel.Default.Operations.Keys));
        Assert.True(row.Requests is null != row.NotHeld is null);
        if (row.Requests is not null)
            Assert.True(LiveFactRequests.Expects(row.Requests[^1]));
    }
}
