namespace CognitoPS.SignIn;

/// <summary>What came of verifying a token.</summary>
public sealed class TokenCheck
{
    internal TokenCheck(Token? token, IReadOnlyList<TokenReason> reasons) => (Token, Reasons) = (token, reasons);

    /// <summary>Whether nothing speaks against the token.</summary>
    public bool IsValid => Reasons.Count == 0;

    /// <summary>Everything that speaks against it.</summary>
    public IReadOnlyList<TokenReason> Reasons { get; }

    /// <summary>The token taken apart; null when it is malformed. Trust it only when IsValid.</summary>
    public Token? Token { get; }
}

/// <summary>One thing that speaks against a token.</summary>
public sealed class TokenReason
{
    internal TokenReason(string id, string text) => (Id, Text) = (id, text);

    /// <summary>Malformed, AlgorithmNotAllowed, UnknownKey, KeysUnavailable, BadSignature, WrongIssuer, WrongClient, WrongUse, Expired or NotYetValid.</summary>
    public string Id { get; }

    /// <summary>The reason in words, without any secret.</summary>
    public string Text { get; }

    /// <summary>Id and text.</summary>
    public override string ToString() => $"{Id}: {Text}";
}

internal static class TokenReasonId
{
    public const string Malformed = "Malformed";
    public const string AlgorithmNotAllowed = "AlgorithmNotAllowed";
    public const string UnknownKey = "UnknownKey";
    public const string KeysUnavailable = "KeysUnavailable";
    public const string BadSignature = "BadSignature";
    public const string WrongIssuer = "WrongIssuer";
    public const string WrongClient = "WrongClient";
    public const string WrongUse = "WrongUse";
    public const string Expired = "Expired";
    public const string NotYetValid = "NotYetValid";
}
