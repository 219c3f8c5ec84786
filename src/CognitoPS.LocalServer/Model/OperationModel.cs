using System.Text.Json;

namespace CognitoPS.Local.Model;

/// <summary>One operation: what it takes, what it answers, and how it pages.</summary>
internal sealed class OperationModel
{
    private static readonly string[] TokenMembers = ["NextToken", "PaginationToken"];
    private static readonly string[] SizeMembers = ["MaxResults", "Limit"];

    private readonly Lazy<Structure?> _input;

    internal OperationModel(ApiModel api, JsonProperty definition)
    {
        Name = definition.Name;
        Public = definition.Value.GetProperty("public").GetBoolean();
        HasOutput = definition.Value.GetProperty("output").ValueKind == JsonValueKind.String;
        string? input = definition.Value.GetProperty("input").GetString();
        _input = new(() => input == null ? null : api.Structure(input));
    }

    internal string Name { get; }

    /// <summary>Sent without a signature.</summary>
    internal bool Public { get; }

    internal bool HasOutput { get; }

    internal Structure? Input => _input.Value;

    internal string TokenMember => Array.Find(TokenMembers, n => Input?.Find(n) != null) ?? TokenMembers[0];

    internal string? SizeMember => Array.Find(SizeMembers, n => Input?.Find(n) != null);
}
