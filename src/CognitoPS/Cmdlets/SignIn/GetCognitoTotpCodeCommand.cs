using System.Management.Automation;
using System.Security;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Gets the time-based one-time password (TOTP) code that an authenticator app would show now.</summary>
/// <remarks>
/// <para>Works offline. Codes change every 30 seconds and depend on this computer's clock. The service accepts each code once.</para>
/// </remarks>
/// <example>
/// Compute the code for a secret that you have.
/// <code>Get-CognitoTotpCode -Secret (Read-Host -AsSecureString)</code>
/// </example>
/// <example>
/// Set up and confirm an authenticator app without a phone.
/// <code>$app = $s | New-CognitoSoftwareToken
/// $app | Confirm-CognitoSoftwareToken -UserCode ($app | Get-CognitoTotpCode)</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoTotpCode")]
[OutputType(typeof(string))]
public sealed class GetCognitoTotpCodeCommand : AsyncCommand
{
    /// <summary>The authenticator app's secret in Base32, as a SecureString or as text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SoftwareTokenSecret", "TotpSecret")]
    [SecretText]
    public SecureString Secret { get; set; } = new();

    private protected override Task ProcessAsync()
    {
        WriteObject(TotpCode.Compute(Secret, DateTime.UtcNow).Code);
        return Task.CompletedTask;
    }
}
