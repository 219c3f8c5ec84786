using System.Management.Automation;
using System.Security;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Jwt;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Tests (verifies) ID tokens and access tokens (JWT): signature, issuer, app client, token use and times.</summary>
/// <remarks>
/// <para>Signatures are verified with the user pool's public keys, which are fetched once and cached; no AWS credentials are needed.
/// Reasons lists every check that failed: Malformed, AlgorithmNotAllowed, UnknownKey, KeysUnavailable, BadSignature, WrongIssuer,
/// WrongClient, WrongUse, Expired or NotYetValid.</para>
/// <para>A revoked token passes, because only the service knows about it. Without -UserPoolId, a token from any user pool passes, no matter
/// who owns the pool. Specify the user pool whenever a decision depends on the result.</para>
/// </remarks>
/// <example>
/// Find out why an API rejects a token.
/// <code>(Test-CognitoToken $accessToken -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -TokenUse access).Reasons</code>
/// </example>
/// <example>
/// Test a token in a script.
/// <code>if (-not (Test-CognitoToken $accessToken -UserPoolId eu-west-1_Customers -Quiet)) { throw 'Sign in first.' }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "CognitoToken")]
[OutputType(typeof(TokenCheck), typeof(bool))]
public sealed class TestCognitoTokenCommand : ServiceCommand
{
    /// <summary>The token, as a SecureString or as text. For a session, the cmdlet tests the access token.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccessToken")]
    [SecretText]
    public SecureString Token { get; set; } = new();

    /// <summary>The user pool that must have issued the token: its ID, its ARN, or an object that carries one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string? UserPoolId { get; set; }

    /// <summary>The app clients that the token can be issued for. Default: any.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[] ClientId { get; set; } = [];

    /// <summary>The required token use: id or access. Default: either.</summary>
    [Parameter]
    [ValidateSet("id", "access")]
    public string? TokenUse { get; set; }

    /// <summary>The allowed clock difference. Default: 1 minute.</summary>
    [Parameter]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Returns $true or $false instead of the reasons.</summary>
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
