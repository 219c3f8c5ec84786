namespace Amazon.CognitoIdentityProvider.Generator;

/// <summary>One exception class for each error that the model names, and the way from a code to its class.</summary>
internal static class ExceptionWriter
{
    private const string Parameters = "ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode";
    private const string Arguments = "errorType, errorCode, requestId, statusCode";

    public static string Write(ApiModel model)
    {
        SourceWriter source = new("System", "System.Net", "Amazon.Runtime");
        source.Block(
            "namespace Amazon.CognitoIdentityProvider.Model",
            () =>
            {
                foreach (ServiceException exception in model.Exceptions)
                    WriteException(source, exception);
                WriteFactory(source, model);
            }
        );
        return source.ToString();
    }

    private static void WriteException(SourceWriter source, ServiceException exception)
    {
        string name = exception.Name;
        source.Summary($"The service's error {name} ({exception.Fault} fault).");
        source.Block(
            $"public partial class {name} : AmazonCognitoIdentityProviderException",
            () =>
            {
                Constructor("string message", "message");
                Constructor("string message, Exception innerException", "message, innerException");
                Constructor("Exception innerException", "innerException");
                Constructor($"string message, Exception innerException, {Parameters}", $"message, innerException, {Arguments}");
                Constructor($"string message, {Parameters}", $"message, {Arguments}");
                foreach (string member in exception.Members)
                {
                    source.Summary($"The error's {member}.");
                    source.Line($"public string {Names.Pascal(member)} {{ get; set; }}");
                }
            }
        );

        void Constructor(string parameters, string arguments) => source.Line($"public {name}({parameters}) : base({arguments}) {{ }}");
    }

    private static void WriteFactory(SourceWriter source, ApiModel model) =>
        source.Block(
            "internal static partial class ServiceErrors",
            () =>
                source.Block(
                    "private static AmazonCognitoIdentityProviderException Create(in ErrorFacts error, string message, Exception "
                        + $"innerException, {Parameters}) => errorCode switch",
                    () =>
                    {
                        foreach (ServiceException exception in model.Exceptions)
                        {
                            string initializer = string.Join(
                                ", ",
                                exception.Members.Select(member => $"{Names.Pascal(member)} = error.{Names.Pascal(member)}")
                            );
                            source.Line(
                                $"\"{exception.Name}\" => new {exception.Name}(message, innerException, "
                                    + $"{Arguments}){(initializer.Length > 0 ? $" {{ {initializer} }}" : "")},"
                            );
                        }
                        source.Line($"_ => new AmazonCognitoIdentityProviderException(message, innerException, {Arguments})");
                    },
                    ";"
                )
        );
}
