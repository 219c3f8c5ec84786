using System.Management.Automation;
using System.Security;
using CognitoPS.Errors;
using CognitoPS.Jwt;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Takes tokens apart: claims, times, user, app client and pool.</summary>
/// <remarks>
/// <para>Nothing is asked of anybody and nothing is verified: what it shows is what the token claims. Test-CognitoToken says whether it is
/// genuine. Of a refresh token only the service can see the inside.</para>
/// </remarks>
/// <example>
/// The groups in a session's access token.
/// <code>($s | ConvertFrom-CognitoToken).Groups</code>
/// </example>
/// <example>
/// All claims of a token from a log.
/// <code>(ConvertFrom-CognitoToken (Get-Clipboard)).Claims</code>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "CognitoToken")]
[OutputType(typeof(Token))]
public sealed class ConvertFromCognitoTokenCommand : AsyncCommand
{
    /// <summary>The token, as a SecureString or as text; of a session the access token.</summary>
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
