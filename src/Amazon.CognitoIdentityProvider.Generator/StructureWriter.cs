namespace Amazon.CognitoIdentityProvider.Generator;

/// <summary>Request, response and settings classes, each with the code that writes or reads its own JSON.</summary>
internal sealed class StructureWriter
{
    private readonly ApiModel _model;
    private readonly SourceWriter _source = new(
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Text.Json",
        "Amazon.Runtime",
        "Amazon.Runtime.Documents",
        "Amazon.Runtime.Internal"
    );
    private readonly Dictionary<string, Structure> _structures;
    private readonly HashSet<string> _written = [];
    private readonly HashSet<string> _read = [];

    private StructureWriter(ApiModel model)
    {
        _model = model;
        _structures = model.Structures.ToDictionary(structure => structure.Name);
        foreach (Operation operation in model.Operations)
        {
            Reach(operation.Input, _written);
            if (operation.Output is not null)
                Reach(operation.Output, _read);
        }
    }

    public static string Write(ApiModel model) => new StructureWriter(model).Write();

    private void Reach(string name, HashSet<string> reached)
    {
        if (!_structures.TryGetValue(name, out Structure structure) || !reached.Add(name))
            return;
        foreach (Member member in structure.Members)
            Reach(member.Type.Innermost, reached);
    }

    private string Write()
    {
        var inputs = _model.Operations.ToDictionary(operation => operation.Input);
        var outputs = _model.Operations.Where(operation => operation.Output is not null).ToDictionary(operation => operation.Output!);
        _source.Block(
            "namespace Amazon.CognitoIdentityProvider.Model",
            () =>
            {
                foreach (Structure structure in _model.Structures)
                {
                    if (inputs.TryGetValue(structure.Name, out Operation input))
                        WriteRequest(structure, input);
                    else if (outputs.TryGetValue(structure.Name, out Operation output))
                        WriteResponse(structure, output.Name);
                    else
                        WriteSettings(structure);
                }
                foreach (Operation operation in _model.Operations.Where(operation => operation.Output is null))
                    WriteResponse(new Structure(operation.Name + "Response", []), operation.Name);
            }
        );
        return _source.ToString();
    }

    private void WriteRequest(Structure structure, Operation operation)
    {
        _source.Summary($"Request of {operation.Name}.{(operation.IsPublic ? " Sent unsigned." : "")}");
        _source.Block(
            $"public partial class {structure.Name} : AmazonCognitoIdentityProviderRequest",
            () =>
            {
                WriteProperties(structure);
                _source.Line($"internal override string Target => \"AWSCognitoIdentityProviderService.{operation.Name}\";");
                if (operation.IsPublic)
                    _source.Line("internal override bool IsPublic => true;");
                WriteWriter(structure, "internal override void Write");
            }
        );
    }

    private void WriteResponse(Structure structure, string operation)
    {
        bool isEmpty = structure.Members.Count == 0;
        _source.Summary($"Response of {operation}.{(isEmpty ? " It carries nothing." : "")}");
        _source.Block(
            $"public partial class {structure.Name} : AmazonWebServiceResponse{(isEmpty ? "" : ", IJsonResponse")}",
            () =>
            {
                WriteProperties(structure);
                if (!isEmpty)
                    WriteReader(structure, "void IJsonResponse.ReadMembers");
            }
        );
    }

    private void WriteSettings(Structure structure)
    {
        bool isWritten = _written.Contains(structure.Name),
            isRead = _read.Contains(structure.Name);
        _source.Summary($"Part of {(isWritten && isRead ? "requests and responses" : isWritten ? "requests" : "responses")}.");
        _source.Block(
            $"public partial class {structure.Name}",
            () =>
            {
                WriteProperties(structure);
                WriteText(structure);
                if (isWritten)
                    WriteWriter(structure, "internal void Write");
                if (!isRead)
                    return;
                _source.Block(
                    $"internal static {structure.Name} Read(ref Utf8JsonReader reader)",
                    () =>
                    {
                        _source.Line("if (!Json.IsObject(ref reader)) return null;");
                        _source.Line($"{structure.Name} result = new {structure.Name}();");
                        _source.Line("result.ReadMembers(ref reader);");
                        _source.Line("return result;");
                    }
                );
                WriteReader(structure, "private void ReadMembers");
            }
        );
    }

    private void WriteText(Structure structure)
    {
        IEnumerable<string> members = structure.Members.Select(member =>
            $".{(member.IsSensitive ? "AddSecret" : "Add")}(nameof({member.Name}), {member.Name})"
        );
        _source.Summary("The settings as text; secrets are masked.");
        _source.Line($"public override string ToString() => new Internal.SettingText(){string.Concat(members)}.ToString();");
    }

    private void WriteProperties(Structure structure)
    {
        foreach (Member member in structure.Members)
        {
            string facts = Facts(member);
            if (facts.Length > 0)
                _source.Summary(facts);
            string attribute = Attribute(member);
            if (attribute.Length > 0)
                _source.Line($"[AWSProperty({attribute})]");
            string type = member.Type.CSharp;
            string initializer = member.Type.Item is null ? "" : $" = AWSConfigs.InitializeCollections ? new {type}() : null;";
            _source.Line($"public {type} {member.Name} {{ get; set; }}{initializer}");
        }
    }

    private static string Facts(Member member)
    {
        List<string> facts = [];
        if (member.IsRequired)
            facts.Add("Required.");
        if (member.IsSensitive)
            facts.Add("Sensitive.");
        string unit = member.Type.Unit;
        if (Range() is { } range)
            facts.Add(range + ".");
        return string.Join(" ", facts);

        string? Range() =>
            (member.Min, member.Max) switch
            {
                (null or 0, null) => null,
                (null or 0, { } max) => $"At most {max}{unit}",
                (1, null) when unit.Length > 0 => "Not empty",
                ({ } min, null) => $"At least {min}{unit}",
                var (min, max) => min == max ? $"{min}{unit}" : $"{min} to {max}{unit}",
            };
    }

    private static string Attribute(Member member)
    {
        List<string> facts = [];
        if (member.IsRequired)
            facts.Add("Required = true");
        if (member.IsSensitive)
            facts.Add("Sensitive = true");
        if (member.Min is not null)
            facts.Add($"Min = {member.Min}");
        if (member.Max is not null)
            facts.Add($"Max = {member.Max}");
        return string.Join(", ", facts);
    }

    private void WriteWriter(Structure structure, string method) =>
        _source.Block(
            method + "(Utf8JsonWriter writer)",
            () =>
            {
                _source.Line("writer.WriteStartObject();");
                foreach (Member member in structure.Members)
                    _source.Line(member.Type.WriteStatement(member));
                _source.Line("writer.WriteEndObject();");
            }
        );

    private void WriteReader(Structure structure, string method) =>
        _source.Block(
            method + "(ref Utf8JsonReader reader)",
            () =>
                _source.Block(
                    "while (Json.ReadName(ref reader, out int length))",
                    () =>
                        _source.Block(
                            "switch (length)",
                            () =>
                            {
                                foreach (Member member in structure.Members)
                                    _source.Line(
                                        $"case {member.WireName.Length} when reader.ValueTextEquals(\"{member.WireName}\"u8): "
                                            + $"reader.Read(); {member.Name} = {member.Type.ReadExpression}; break;"
                                    );
                                _source.Line("default: reader.Skip(); break;");
                            }
                        )
                )
        );
}
