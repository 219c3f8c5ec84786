using System.Management.Automation;
using System.Security;
using CognitoPS.Pipeline;
using CognitoPS.Secrets;
using CognitoPS.SignIn;

namespace CognitoPS.Cmdlets.SignIn;

/// <summary>Computes SECRET_HASH, with which an application shows that it knows its app client's secret.</summary>
/// <remarks>
/// <para>The cmdlets of this module compute it themselves; this one is for calls that are made by other means. Nothing is asked of
/// anybody.</para>
/// </remarks>
/// <example>
/// For one user.
/// <code>Get-CognitoSecretHash -Username anna -ClientId 4example0client0id0api0000 -ClientSecret $secret</code>
/// </example>
/// <example>
/// With the secret as the pool has it.
/// <code>Get-CognitoUserPoolClient eu-west-1_Customers 4example0client0id0api0000 | Get-CognitoSecretHash -Username anna</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoSecretHash")]
[OutputType(typeof(string))]
public sealed class GetCognitoSecretHashCommand : AsyncCommand
{
    /// <summary>The user's name; once a sign-in has begun the name that the service gave back, for a refresh the sub.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Username { get; set; } = "";

    /// <summary>The id of the app client.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string ClientId { get; set; } = "";

    /// <summary>The app client's secret, as a SecureString or as text.</summary>
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
