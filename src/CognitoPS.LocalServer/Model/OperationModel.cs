using System.Text.Json;

namespace CognitoPS.LocalServer.Model;

/// <summary>One operation: what it takes, what it answers, and how it pages.</summary>
internal sealed class OperationModel
{
    private static readonly string[] TokenMembers = ["NextToken", "PaginationToken"];
    private static readonly string[] SizeMembers = ["MaxResults", "Limit"];

    private readonly Lazy<Structure?> _input;
    private readonly Lazy<Structure?> _output;

    internal OperationModel(ApiModel api, JsonProperty definition)
    {
        Name = definition.Name;
        Public = definition.Value.GetProperty("public").GetBoolean();
        _input = Read("input");
        _output = Read("output");

        Lazy<Structure?> Read(string member)
        {
            string? name = definition.Value.GetProperty(member).GetString();
            return new(() => name is null ? null : api.Structure(name));
        }
    }

    internal string Name { get; }

    /// <summary>Sent without a signature.</summary>
    internal bool Public { get; }

    internal Structure? Input => _input.Value;

    /// <summary>Null where the answer has no body.</summary>
    internal Structure? Output => _output.Value;

    internal string TokenMember => Array.Find(TokenMembers, name => Input?.Find(name) is not null) ?? TokenMembers[0];

    internal string? SizeMember => Array.Find(SizeMembers, name => Input?.Find(name) is not null);
}
