using CognitoPS.Output;

namespace CognitoPS;

/// <summary>What came of verifying a token.</summary>
[TableView("IsValid:8", "Token:40", "Reasons")]
public sealed class TokenCheck
{
    internal TokenCheck(Token? token, IReadOnlyList<TokenReason> reasons) => (Token, Reasons) = (token, Readable.List(reasons));

    /// <summary>Whether nothing speaks against the token.</summary>
    public bool IsValid => Reasons.Count == 0;

    /// <summary>Everything that speaks against it.</summary>
    public IReadOnlyList<TokenReason> Reasons { get; }

    /// <summary>The token taken apart; null when it is malformed. Trust it only when IsValid.</summary>
    public Token? Token { get; }
}
