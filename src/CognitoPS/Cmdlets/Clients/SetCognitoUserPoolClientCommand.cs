using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Updates an app client. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>The service resets any setting omitted from an update, so this cmdlet reads the client, merges in your changes and writes the
/// complete configuration back. It shows the difference with -WhatIf, -Confirm and -Verbose. If someone else changes the client in the
/// meantime, their change is kept and a warning is shown.</para>
/// <para>Operations: DescribeUserPoolClient, UpdateUserPoolClient.</para>
/// </remarks>
/// <example>
/// Preview a longer access token expiration.
/// <code>Set-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -AccessTokenValidity 2 -WhatIf</code>
/// </example>
/// <example>
/// Add an allowed callback URL to each app client whose name starts with "web".
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -Name web* | Set-CognitoUserPoolClient -AddCallbackUrl https://new.example.com/signed-in</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolClient", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolClient))]
public sealed class SetCognitoUserPoolClientCommand : UserPoolClientSettingsCommand
{
    /// <summary>The app client's ID.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>The app client's new name, 1 to 128 characters.</summary>
    [Parameter]
    public string? ClientName { get; set; }

    /// <summary>Adds allowed callback URLs to -CallbackURLs.</summary>
    [Parameter]
    [ListEdit("CallbackURLs", adds: true)]
    public string[] AddCallbackUrl { get; set; } = [];

    /// <summary>Removes allowed callback URLs from -CallbackURLs.</summary>
    [Parameter]
    [ListEdit("CallbackURLs", adds: false)]
    public string[] RemoveCallbackUrl { get; set; } = [];

    /// <summary>Adds allowed sign-out URLs to -LogoutURLs.</summary>
    [Parameter]
    [ListEdit("LogoutURLs", adds: true)]
    public string[] AddLogoutUrl { get; set; } = [];

    /// <summary>Removes allowed sign-out URLs from -LogoutURLs.</summary>
    [Parameter]
    [ListEdit("LogoutURLs", adds: false)]
    public string[] RemoveLogoutUrl { get; set; } = [];

    /// <summary>Adds OAuth grant types to -AllowedOAuthFlows.</summary>
    [Parameter]
    [ListEdit("AllowedOAuthFlows", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<OAuthFlowType>))]
    public string[] AddAllowedOAuthFlow { get; set; } = [];

    /// <summary>Removes OAuth grant types from -AllowedOAuthFlows.</summary>
    [Parameter]
    [ListEdit("AllowedOAuthFlows", adds: false)]
    [ArgumentCompleter(typeof(EnumCompleter<OAuthFlowType>))]
    public string[] RemoveAllowedOAuthFlow { get; set; } = [];

    /// <summary>Adds OAuth scopes to -AllowedOAuthScopes.</summary>
    [Parameter]
    [ListEdit("AllowedOAuthScopes", adds: true)]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    public string[] AddAllowedOAuthScope { get; set; } = [];

    /// <summary>Removes OAuth scopes from -AllowedOAuthScopes.</summary>
    [Parameter]
    [ListEdit("AllowedOAuthScopes", adds: false)]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    public string[] RemoveAllowedOAuthScope { get; set; } = [];

    /// <summary>Adds authentication flows to -ExplicitAuthFlows.</summary>
    [Parameter]
    [ListEdit("ExplicitAuthFlows", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<ExplicitAuthFlowsType>))]
    public string[] AddExplicitAuthFlow { get; set; } = [];

    /// <summary>Removes authentication flows from -ExplicitAuthFlows.</summary>
    [Parameter]
    [ListEdit("ExplicitAuthFlows", adds: false)]
    [ArgumentCompleter(typeof(EnumCompleter<ExplicitAuthFlowsType>))]
    public string[] RemoveExplicitAuthFlow { get; set; } = [];

    /// <summary>Adds identity providers to -SupportedIdentityProviders.</summary>
    [Parameter]
    [ListEdit("SupportedIdentityProviders", adds: true)]
    [ArgumentCompleter(typeof(SupportedProviderCompleter))]
    public string[] AddSupportedIdentityProvider { get; set; } = [];

    /// <summary>Removes identity providers from -SupportedIdentityProviders.</summary>
    [Parameter]
    [ListEdit("SupportedIdentityProviders", adds: false)]
    [ArgumentCompleter(typeof(SupportedProviderCompleter))]
    public string[] RemoveSupportedIdentityProvider { get; set; } = [];

    /// <summary>Adds user attributes to -ReadAttributes.</summary>
    [Parameter]
    [ListEdit("ReadAttributes", adds: true)]
    [ArgumentCompleter(typeof(ClientAttributeCompleter))]
    public string[] AddReadAttribute { get; set; } = [];

    /// <summary>Removes user attributes from -ReadAttributes.</summary>
    [Parameter]
    [ListEdit("ReadAttributes", adds: false)]
    [ArgumentCompleter(typeof(ClientAttributeCompleter))]
    public string[] RemoveReadAttribute { get; set; } = [];

    /// <summary>Adds user attributes to -WriteAttributes.</summary>
    [Parameter]
    [ListEdit("WriteAttributes", adds: true)]
    [ArgumentCompleter(typeof(ClientAttributeCompleter))]
    public string[] AddWriteAttribute { get; set; } = [];

    /// <summary>Removes user attributes from -WriteAttributes.</summary>
    [Parameter]
    [ListEdit("WriteAttributes", adds: false)]
    [ArgumentCompleter(typeof(ClientAttributeCompleter))]
    public string[] RemoveWriteAttribute { get; set; } = [];

    /// <summary>Paths of settings to reset to the service default, such as TokenValidityUnits.AccessToken or CallbackURLs.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClearPathCompleter))]
    public string[] Clear { get; set; } = [];

    /// <summary>
    /// Sends only the settings you specify, and resets all others to the service default. Nothing is read first, except with -WhatIf or
    /// -Confirm, which show what would be reset.
    /// </summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>The piped object; -PassThru returns it with its new settings.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns the updated app client.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentTarget => ClientId;

    private protected override async Task ProcessAsync()
    {
        await CompleteAttributesAsync(
            nameof(ReadAttributes),
            nameof(AddReadAttribute),
            nameof(RemoveReadAttribute),
            nameof(WriteAttributes),
            nameof(AddWriteAttribute),
            nameof(RemoveWriteAttribute)
        );
        (string pool, string region, string clientId, var client) = (UserPoolId, PoolRegion, ClientId, Client);
        var update = new Update<UserPoolClientType, UpdateUserPoolClientRequest>
        {
            Target = found => Target.AppClient(found?.ClientName, clientId, pool),
            Read = async token =>
                (await client.DescribeUserPoolClientAsync(new() { UserPoolId = pool, ClientId = clientId }, token)).UserPoolClient,
            Identify = request => (request.UserPoolId, request.ClientId) = (pool, clientId),
            Write = async (request, token) => (await client.UpdateUserPoolClientAsync(request, token)).UserPoolClient,
            Output = found => new UserPoolClient(found, region),
            Rules = UpdateRules.UserPoolClient,
            Caution = (_, request) => Caution(request.AllowedOAuthFlowsUserPoolClient),
            Check = (found, request) => Check(request, found, found is null || found.ClientSecret is not null),
        };
        await UpdateAsync(update, Clear, Replace, PassThru);
    }
}
