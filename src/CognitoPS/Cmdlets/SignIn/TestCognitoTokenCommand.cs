using System.Management.Automation;
using System.Security;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Jwt;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Verifies id and access tokens: signature, issuer, app client, use and times.</summary>
/// <remarks>
/// <para>Signatures are verified by the keys that the pool publishes, which are fetched once and kept; no AWS credentials are needed.
/// Reasons names all that speaks against a token: Malformed, AlgorithmNotAllowed, UnknownKey, KeysUnavailable, BadSignature, WrongIssuer,
/// WrongClient, WrongUse, Expired, NotYetValid.</para>
/// <para>A token that was revoked passes: only the service knows that. Without -UserPoolId the token may be of any pool, whoever it belongs
/// to: name the pool where the answer decides anything.</para>
/// </remarks>
/// <example>
/// Why an API refuses a token.
/// <code>(Test-CognitoToken $accessToken -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -TokenUse access).Reasons</code>
/// </example>
/// <example>
/// Yes or no, in a script.
/// <code>if (-not (Test-CognitoToken $accessToken -UserPoolId eu-west-1_Customers -Quiet)) { throw 'Sign in first.' }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "CognitoToken")]
[OutputType(typeof(TokenCheck), typeof(bool))]
public sealed class TestCognitoTokenCommand : ServiceCommand
{
    /// <summary>The token, as a SecureString or as text; of a session the access token.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccessToken")]
    [SecretText]
    public SecureString Token { get; set; } = new();

    /// <summary>The pool that must have issued it: its id, its ARN, or an object that carries one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string? UserPoolId { get; set; }

    /// <summary>The app clients that it may have been issued for. Default: any.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[] ClientId { get; set; } = [];

    /// <summary>What it must be: id or access. Default: either.</summary>
    [Parameter]
    [ValidateSet("id", "access")]
    public string? TokenUse { get; set; }

    /// <summary>By how much clocks may differ. Default one minute.</summary>
    [Parameter]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Writes $true or $false instead of the reasons.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override async Task ProcessAsync()
    {
        TokenCheck check = await JsonWebKeys.Verifier.CheckAsync(
            SecureText.Reveal(Token),
            new TokenExpectation
            {
                UserPoolId = UserPoolId,
                ClientIds = ClientId,
                TokenUse = TokenUse,
                ClockSkew = ClockSkew,
                Endpoint = EndpointUrl ?? RunspaceState.Current.Default.EndpointUrl,
            },
            StopToken
        );
        WriteObject(Quiet ? check.IsValid : check);
    }
}
