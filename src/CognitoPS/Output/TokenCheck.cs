using CognitoPS.Output;

namespace CognitoPS;

/// <summary>The result of verifying a token.</summary>
[TableView("IsValid:8", "Token:40", "Reasons")]
public sealed class TokenCheck
{
    internal TokenCheck(Token? token, IReadOnlyList<TokenReason> reasons) => (Token, Reasons) = (token, Readable.List(reasons));

    /// <summary>Whether the token passed every check.</summary>
    public bool IsValid => Reasons.Count == 0;

    /// <summary>Every check that failed.</summary>
    public IReadOnlyList<TokenReason> Reasons { get; }

    /// <summary>The decoded token; null if it is malformed. Trust it only if IsValid is true.</summary>
    public Token? Token { get; }
}
