using System.Text.Json.Nodes;
using CognitoPS.Pacing;
using CognitoPS.Tests.Client;
using Xunit;

namespace CognitoPS.Tests.Pacing;

/// <summary>model/request-rates.json, the one table of request rates.</summary>
public sealed class RequestRatesTests
{
    private static readonly JsonArray Rows = JsonNode.Parse(File.ReadAllText(Path.Combine(ModelFile.Root, "model", "request-rates.json")))![
        "categories"
    ]!.AsArray();

    [Fact]
    public void Each_operation_of_the_model_has_exactly_one_category()
    {
        string[] listed = [.. Rows.SelectMany(OperationsOf).Order(StringComparer.Ordinal)];

        Assert.Equal(ModelFile.Operations.Select(operation => operation.Key).Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void Module_and_local_server_read_the_table_that_stands_in_the_file() =>
        Assert.All(
            Rows,
            row =>
                Assert.All(
                    OperationsOf(row),
                    operation =>
                    {
                        RequestRate ours = RequestRates.Of(operation)!;
                        CognitoPS.LocalServer.Model.RequestRate servers = CognitoPS.LocalServer.Model.RequestRates.Of(operation)!;
                        Assert.Equal(row!["category"]!.GetValue<string>(), ours.Category);
                        Assert.Equal(row["perSecond"]!.GetValue<int>(), ours.PerSecond);
                        Assert.Equal(
                            (ours.Category, ours.PerSecond, ours.Raisable, ours.PerPool),
                            (servers.Category, servers.PerSecond, servers.Raisable, servers.PerPool)
                        );
                    }
                )
        );

    [Fact]
    public void Each_row_names_its_source_and_each_assignment_its_reason() =>
        Assert.All(
            Rows,
            row =>
            {
                Assert.StartsWith("https://docs.aws.amazon.com/", row!["source"]!.GetValue<string>());
                Assert.All(row["assigned"]!.AsObject(), assigned => Assert.NotEqual("", assigned.Value!.GetValue<string>()));
            }
        );

    private static IEnumerable<string> OperationsOf(JsonNode? row) =>
        row!["named"]!
            .AsArray()
            .Select(name => name!.GetValue<string>())
            .Concat(row["assigned"]!.AsObject().Select(assigned => assigned.Key));
}
