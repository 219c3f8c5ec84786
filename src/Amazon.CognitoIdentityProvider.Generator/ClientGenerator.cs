using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.CognitoIdentityProvider.Generator;

/// <summary>Turns model/cognito-idp.json into the client's types.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ClientGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor UnreadableModel = new(
        "COGNITO001",
        "The API model cannot be read",
        "{0}: {1}",
        "CognitoModel",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<AdditionalText> models = context.AdditionalTextsProvider.Where(static file =>
            Path.GetFileName(file.Path) == "cognito-idp.json"
        );
        context.RegisterSourceOutput(models, static (output, file) => Generate(output, file));
    }

    private static void Generate(SourceProductionContext output, AdditionalText file)
    {
        ApiModel model;
        try
        {
            model = ApiModel.Parse(file.GetText(output.CancellationToken)!.ToString());
        }
        catch (Exception exception) when (exception is FormatException or NullReferenceException or InvalidCastException)
        {
            output.ReportDiagnostic(Diagnostic.Create(UnreadableModel, Location.None, file.Path, exception.Message));
            return;
        }
        Add("Structures", StructureWriter.Write(model));
        Add("Enums", EnumWriter.Write(model));
        Add("Exceptions", ExceptionWriter.Write(model));
        Add("Client", ClientWriter.Write(model));
        Add("Paginators", PaginatorWriter.Write(model));

        void Add(string name, string source) => output.AddSource(name + ".g.cs", SourceText.From(source, Encoding.UTF8));
    }
}
