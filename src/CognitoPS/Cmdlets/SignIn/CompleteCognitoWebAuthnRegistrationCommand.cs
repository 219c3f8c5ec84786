using System.Management.Automation;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Completes the registration of a passkey (WebAuthn) for the signed-in user.</summary>
/// <remarks>
/// <para>The cmdlet needs no AWS credentials.</para>
/// <para>Operations: CompleteWebAuthnRegistration.</para>
/// </remarks>
/// <example>
/// Complete a registration with the browser's response from a file.
/// <code>$s | Complete-CognitoWebAuthnRegistration -Credential (Get-Content answer.json -Raw)</code>
/// </example>
/// <example>
/// Complete a registration that you started.
/// <code>$r | Complete-CognitoWebAuthnRegistration -Credential $json</code>
/// </example>
[Cmdlet(VerbsLifecycle.Complete, "CognitoWebAuthnRegistration", SupportsShouldProcess = true)]
public sealed class CompleteCognitoWebAuthnRegistrationCommand : SignedInUserCommand
{
    /// <summary>
    /// The JSON that the browser's navigator.credentials.create() returned. It is public; the passkey's private key stays on the device.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    public new string Credential { get; set; } = "";

    private protected override async Task ProcessAsync()
    {
        var request = new CompleteWebAuthnRegistrationRequest { AccessToken = Me.Text };
        try
        {
            request.Credential = DocumentJson.Parse(Credential);
        }
        catch (JsonException)
        {
            throw new CognitoException(
                "InvalidJson",
                ErrorCategory.InvalidArgument,
                "-Credential is not valid JSON.",
                "Use the result of navigator.credentials.create(), converted with JSON.stringify()."
            );
        }

        if (ShouldProcess($"{Me}", "Complete the passkey registration"))
            await Client.CompleteWebAuthnRegistrationAsync(request, StopToken);
    }
}
