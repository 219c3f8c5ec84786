using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A check that a token failed.</summary>
[TableView("Id:24", "Text")]
public sealed class TokenReason
{
    internal TokenReason(string id, string text) => (Id, Text) = (id, text);

    /// <summary>
    /// Malformed, AlgorithmNotAllowed, UnknownKey, KeysUnavailable, BadSignature, WrongIssuer, WrongClient, WrongUse, Expired or
    /// NotYetValid.
    /// </summary>
    public string Id { get; }

    /// <summary>The reason in words, without secrets.</summary>
    public string Text { get; }

    /// <summary>Id and text.</summary>
    public override string ToString() => $"{Id}: {Text}";
}
