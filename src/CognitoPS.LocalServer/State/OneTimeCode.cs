namespace CognitoPS.LocalServer.State;

/// <summary>A code that was sent to a user.</summary>
internal sealed class OneTimeCode(string purpose, string text, string attribute, long sent, long expires)
{
    /// <summary>What it is for; a user has one code for each purpose.</summary>
    internal string Purpose { get; } = purpose;

    internal string Text { get; } = text;

    /// <summary>email or phone_number: where it went.</summary>
    internal string Attribute { get; } = attribute;

    internal long Sent { get; } = sent;

    internal long Expires { get; } = expires;

    /// <summary>The address or number that the code is to bring in; null for one that the user has.</summary>
    internal string? NewValue { get; init; }

    internal int Failures { get; set; }

    /// <summary>How many such codes were sent within the hour.</summary>
    internal int Count { get; init; } = 1;
}
