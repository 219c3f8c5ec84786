using System.Management.Automation;
using System.Security;
using CognitoPS.Errors;
using CognitoPS.Jwt;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Decodes tokens (JWT): claims, times, user, app client and user pool.</summary>
/// <remarks>
/// <para>Works offline and verifies nothing: the output is what the token claims. To check whether a token is genuine, use
/// Test-CognitoToken. Refresh tokens are opaque; only the service can read them.</para>
/// </remarks>
/// <example>
/// Get the groups in a session's access token.
/// <code>($s | ConvertFrom-CognitoToken).Groups</code>
/// </example>
/// <example>
/// Decode all claims of a token from a log.
/// <code>(ConvertFrom-CognitoToken (Get-Clipboard)).Claims</code>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "CognitoToken")]
[OutputType(typeof(Token))]
public sealed class ConvertFromCognitoTokenCommand : AsyncCommand
{
    /// <summary>The token, as a SecureString or as text. For a session, the cmdlet decodes the access token.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccessToken")]
    [SecretText]
    public SecureString Token { get; set; } = new();

    private protected override Task ProcessAsync()
    {
        try
        {
            WriteObject(TokenReader.Read(SecureText.Reveal(Token)));
        }
        catch (MalformedTokenException malformed)
        {
            throw new CognitoException(
                "MalformedToken",
                ErrorCategory.InvalidData,
                malformed.Message,
                "Use the complete token, exactly as the service returned it."
            );
        }

        return Task.CompletedTask;
    }
}
