using System.Text.Json.Nodes;
using Xunit;

namespace CognitoPS.Tests.Client;

/// <summary>model/cognito-idp.json, read without any help of the generator.</summary>
internal static class ModelFile
{
    public static string Root { get; } = FindRoot();

    private static readonly JsonNode Json = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "model", "cognito-idp.json")))!;

    public static JsonObject Operations => Json["operations"]!.AsObject();

    public static JsonObject Structures => Json["structures"]!.AsObject();

    public static JsonObject Enums => Json["enums"]!.AsObject();

    public static JsonObject Exceptions => Json["exceptions"]!.AsObject();

    /// <summary>Every operation's name, for theories.</summary>
    public static TheoryData<string> OperationNames => [.. Operations.Select(operation => operation.Key)];

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "CognitoPS.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
