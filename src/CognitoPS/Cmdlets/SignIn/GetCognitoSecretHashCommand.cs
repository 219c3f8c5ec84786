using System.Management.Automation;
using System.Security;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Gets the SECRET_HASH that proves that an application knows its client secret.</summary>
/// <remarks>
/// <para>This module's cmdlets compute it themselves; use this one for calls that you make with other tools. Works offline.</para>
/// </remarks>
/// <example>
/// Compute the hash for one user.
/// <code>Get-CognitoSecretHash -Username anna -ClientId 4example0client0id0api0000 -ClientSecret $secret</code>
/// </example>
/// <example>
/// Compute the hash with the client secret that the service returns.
/// <code>Get-CognitoUserPoolClient eu-west-1_Customers 4example0client0id0api0000 | Get-CognitoSecretHash -Username anna</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoSecretHash")]
[OutputType(typeof(string))]
public sealed class GetCognitoSecretHashCommand : AsyncCommand
{
    /// <summary>The username. Once a sign-in has begun, use the name that the service returned; for a token refresh, use the sub.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Username { get; set; } = "";

    /// <summary>The ID of the app client.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string ClientId { get; set; } = "";

    /// <summary>The client secret, as a SecureString or as text.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString ClientSecret { get; set; } = new();

    private protected override object? CurrentTarget => ClientId;

    private protected override Task ProcessAsync()
    {
        WriteObject(SecretHash.Compute(ClientSecret, Username, ClientId));
        return Task.CompletedTask;
    }
}
