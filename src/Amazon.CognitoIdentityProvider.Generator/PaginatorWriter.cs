namespace Amazon.CognitoIdentityProvider.Generator;

/// <summary>A paginator for each operation that the model says is paginated, and the factory that makes them.</summary>
internal static class PaginatorWriter
{
    public static string Write(ApiModel model)
    {
        List<Operation> operations = [.. model.Operations.Where(operation => operation.Pagination is not null)];
        SourceWriter source = new("System.Threading", "System.Threading.Tasks", "Amazon.Runtime", "Amazon.Runtime.Internal");
        source.Block(
            "namespace Amazon.CognitoIdentityProvider.Model",
            () =>
            {
                foreach (Operation operation in operations)
                    WritePaginator(source, operation, operation.Pagination!, ItemType(model, operation));
                WriteFactory(source, operations);
            }
        );
        return source.ToString();
    }

    private static string ItemType(ApiModel model, Operation operation) =>
        model
            .Structures.First(structure => structure.Name == operation.Output)
            .Members.First(member => member.WireName == operation.Pagination!.Items)
            .Type.Item!.CSharp;

    private static void WritePaginator(SourceWriter source, Operation operation, Pagination members, string itemType)
    {
        string name = operation.Name,
            response = name + "Response",
            items = Names.Pascal(members.Items),
            input = Names.Pascal(members.Input);
        source.Summary($"The pages of {name}, asked for one after the other.");
        source.Block(
            $"public interface I{name}Paginator",
            () =>
            {
                source.Summary("The responses.");
                source.Line($"IPaginatedEnumerable<{response}> Responses {{ get; }}");
                source.Summary($"The {items} of all responses.");
                source.Line($"IPaginatedEnumerable<{itemType}> {items} {{ get; }}");
            }
        );
        source.Block(
            $"internal sealed class {name}Paginator(IAmazonCognitoIdentityProvider client, {operation.Input} request) : "
                + $"Internal.Paginator<{operation.Input}, {response}>(request), I{name}Paginator",
            () =>
            {
                source.Line(
                    $"public IPaginatedEnumerable<{itemType}> {items} => new PaginatedResultKeyResponse<{response}, "
                        + $"{itemType}>(this, response => response.{items} ?? []);"
                );
                source.Line($"protected override void SetToken({operation.Input} request, string token) => request.{input} = token;");
                source.Line($"protected override string GetNextToken({response} response) => response.{Names.Pascal(members.Output)};");
                source.Line(
                    $"protected override Task<{response}> SendAsync({operation.Input} request, CancellationToken cancellationToken) "
                        + $"=> client.{name}Async(request, cancellationToken);"
                );
            }
        );
    }

    private static void WriteFactory(SourceWriter source, List<Operation> operations)
    {
        source.Summary("Makes the paginators of a client. A paginator can be consumed once.");
        source.Block(
            "public interface ICognitoIdentityProviderPaginatorFactory",
            () =>
            {
                foreach (Operation operation in operations)
                {
                    Pagination members = operation.Pagination!;
                    source.Summary($"A paginator of {operation.Name}. The request carries the token of the page that was asked for last.");
                    source.Line(
                        $"[AWSPaginator(InputToken = new[] {{ \"{members.Input}\" }}, LimitKey = \"{members.Size}\", OutputToken = "
                            + $"new[] {{ \"{members.Output}\" }})]"
                    );
                    source.Line(Signature(operation) + ";");
                }
            }
        );
        source.Summary("Makes the paginators of a client.");
        source.Block(
            "public class CognitoIdentityProviderPaginatorFactory : ICognitoIdentityProviderPaginatorFactory",
            () =>
            {
                source.Line("private readonly IAmazonCognitoIdentityProvider _client;");
                source.Line("internal CognitoIdentityProviderPaginatorFactory(IAmazonCognitoIdentityProvider client) => _client = client;");
                foreach (Operation operation in operations)
                {
                    source.Line("/// <inheritdoc/>");
                    source.Line($"public {Signature(operation)} => new {operation.Name}Paginator(_client, request);");
                }
            }
        );
    }

    private static string Signature(Operation operation) => $"I{operation.Name}Paginator {operation.Name}({operation.Input} request)";
}
