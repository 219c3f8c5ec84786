using System.Security;
using CognitoPS.Secrets;

namespace CognitoPS.Jwt;

/// <summary>Who an access token belongs to, as far as the token itself says.</summary>
internal sealed class SignedInUser
{
    public SignedInUser(SecureString accessToken)
    {
        AccessToken = accessToken;
        Text = SecureText.Reveal(accessToken);
        try
        {
            Token token = TokenReader.Read(Text);
            (Username, UserPoolId, Region, Expires) = (token.Username, token.UserPoolId, token.Region, token.Expires?.Utc);
        }
        catch (MalformedTokenException)
        {
            // The service says what is wrong with it.
        }
    }

    public SecureString AccessToken { get; }

    public string Text { get; }

    public string? Username { get; }

    public string? UserPoolId { get; }

    public string? Region { get; }

    public DateTime? Expires { get; }

    /// <summary>The user in words, for questions.</summary>
    public override string ToString() =>
        Username is null ? "the user of the access token" : $"user '{Username}' of {UserPoolId}, as this user";
}
