using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Secrets;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Creates an app client in a user pool.</summary>
/// <remarks>
/// <para>Only the name is required. Settings you don't specify get the service default. Use -WhatIf -Verbose to see the request without
/// sending it. Add -GenerateSecret for a client that runs on a server.</para>
/// <para>Operation: CreateUserPoolClient. By default, a user pool can have up to 1,000 app clients.</para>
/// </remarks>
/// <example>
/// Create a client for a single-page application.
/// <code>New-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -ClientName web -CallbackURLs https://example.com/signed-in -AllowedOAuthFlows code -AllowedOAuthScopes openid, email -AllowedOAuthFlowsUserPoolClient $true -SupportedIdentityProviders COGNITO</code>
/// </example>
/// <example>
/// Create a client for a server in every staging pool.
/// <code>Get-CognitoUserPool *-staging | New-CognitoUserPoolClient -ClientName backend -GenerateSecret</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoUserPoolClient", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolClient))]
public sealed class NewCognitoUserPoolClientCommand : UserPoolClientSettingsCommand
{
    /// <summary>The app client's name, 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped)]
    [Alias("Name")]
    public string ClientName { get; set; } = "";

    /// <summary>Generates a client secret.</summary>
    [Parameter]
    public SwitchParameter GenerateSecret { get; set; }

    /// <summary>A client secret of your own: 24 to 64 letters, digits, underscores and plus signs, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    public SecureString? ClientSecret { get; set; }

    private protected override async Task ProcessAsync()
    {
        await CompleteAttributesAsync(nameof(ReadAttributes), nameof(WriteAttributes));
        var request = new CreateUserPoolClientRequest();
        Bound.Apply(request);
        request.UserPoolId = UserPoolId;
        if (GenerateSecret && ClientSecret is not null)
            throw BoundSettings.Contradiction("-GenerateSecret makes the service generate a secret, and -ClientSecret supplies one.");
        Check(request, null, GenerateSecret || ClientSecret is not null);
        if (Caution(request.AllowedOAuthFlowsUserPoolClient) is { } caution)
            WriteWarning(caution);
        if (!ShouldCreate($"app client '{ClientName}' of {UserPoolId}", request))
            return;
        (string region, var client) = (PoolRegion, Client);
        await StartAsync(
            ClientName,
            UserPoolId,
            async token => new UserPoolClient((await client.CreateUserPoolClientAsync(request, token)).UserPoolClient, region)
        );
    }
}
