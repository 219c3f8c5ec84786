namespace Amazon.CognitoIdentityProvider.Generator;

/// <summary>The client's interface and its methods: one for each operation.</summary>
internal static class ClientWriter
{
    public static string Write(ApiModel model)
    {
        SourceWriter source = new("System.Threading", "System.Threading.Tasks", "Amazon.CognitoIdentityProvider.Model");
        source.Block(
            "namespace Amazon.CognitoIdentityProvider",
            () =>
            {
                source.Block(
                    "public partial interface IAmazonCognitoIdentityProvider",
                    () =>
                    {
                        foreach (Operation operation in model.Operations)
                        {
                            source.Summary(Describe(operation));
                            source.Line(Signature(operation) + ";");
                        }
                    }
                );
                source.Block(
                    "public partial class AmazonCognitoIdentityProviderClient",
                    () =>
                    {
                        foreach (Operation operation in model.Operations)
                        {
                            source.Line("/// <inheritdoc/>");
                            source.Line(
                                $"public virtual {Signature(operation)} => SendAsync<{operation.Name}Response>(request, cancellationToken);"
                            );
                        }
                    }
                );
            }
        );
        return source.ToString();
    }

    private static string Signature(Operation operation) =>
        $"Task<{operation.Name}Response> {operation.Name}Async({operation.Input} request, CancellationToken cancellationToken = default)";

    private static string Describe(Operation operation) =>
        $"Calls {operation.Name}.{(operation.IsPublic ? " It needs no credentials." : "")}";
}
