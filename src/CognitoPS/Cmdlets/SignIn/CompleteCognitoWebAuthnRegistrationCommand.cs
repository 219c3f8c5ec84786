using System.Management.Automation;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Completes the registration of a passkey for the signed-in user.</summary>
/// <remarks>
/// <para>No AWS credentials are needed.</para>
/// <para>Operations: CompleteWebAuthnRegistration.</para>
/// </remarks>
/// <example>
/// With the browser's answer in a file.
/// <code>$s | Complete-CognitoWebAuthnRegistration -Credential (Get-Content answer.json -Raw)</code>
/// </example>
/// <example>
/// With a registration that was begun.
/// <code>$r | Complete-CognitoWebAuthnRegistration -Credential $json</code>
/// </example>
[Cmdlet(VerbsLifecycle.Complete, "CognitoWebAuthnRegistration", SupportsShouldProcess = true)]
public sealed class CompleteCognitoWebAuthnRegistrationCommand : SignedInUserCommand
{
    /// <summary>
    /// The JSON that the browser's navigator.credentials.create() gave. It is public: the passkey itself stays in its device.
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
