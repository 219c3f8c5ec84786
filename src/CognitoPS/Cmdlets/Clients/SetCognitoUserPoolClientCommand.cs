using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>Changes an app client: what is named changes, everything else stays.</summary>
/// <remarks>
/// <para>The service resets every setting that an update leaves out. This cmdlet reads the client, merges what was named, shows the
/// difference under -WhatIf, -Confirm and -Verbose, and writes the whole. When somebody else changed the client in between, their change is
/// kept and a warning says so.</para>
/// <para>Operations: DescribeUserPoolClient, UpdateUserPoolClient.</para>
/// </remarks>
/// <example>
/// What would change, without changing it.
/// <code>Set-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -ClientId 4example0client0id0web0000 -AccessTokenValidity 2 -WhatIf</code>
/// </example>
/// <example>
/// One more callback address for each client whose name begins with "web".
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -Name web* | Set-CognitoUserPoolClient -AddCallbackUrl https://new.example.com/signed-in</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolClient", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolClient))]
public sealed class SetCognitoUserPoolClientCommand : UserPoolClientSettingsCommand
{
    /// <summary>The client's id.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>The client's new name: 1 to 128 characters.</summary>
    [Parameter]
    public string? ClientName { get; set; }

    /// <summary>Adds addresses to -CallbackURLs.</summary>
    [Parameter]
    [ListEdit("CallbackURLs", adds: true)]
    public string[] AddCallbackUrl { get; set; } = [];

    /// <summary>Removes addresses from -CallbackURLs.</summary>
    [Parameter]
    [ListEdit("CallbackURLs", adds: false)]
    public string[] RemoveCallbackUrl { get; set; } = [];

    /// <summary>Adds addresses to -LogoutURLs.</summary>
    [Parameter]
    [ListEdit("LogoutURLs", adds: true)]
    public string[] AddLogoutUrl { get; set; } = [];

    /// <summary>Removes addresses from -LogoutURLs.</summary>
    [Parameter]
    [ListEdit("LogoutURLs", adds: false)]
    public string[] RemoveLogoutUrl { get; set; } = [];

    /// <summary>Adds grants to -AllowedOAuthFlows.</summary>
    [Parameter]
    [ListEdit("AllowedOAuthFlows", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<OAuthFlowType>))]
    public string[] AddAllowedOAuthFlow { get; set; } = [];

    /// <summary>Removes grants from -AllowedOAuthFlows.</summary>
    [Parameter]
    [ListEdit("AllowedOAuthFlows", adds: false)]
    [ArgumentCompleter(typeof(EnumCompleter<OAuthFlowType>))]
    public string[] RemoveAllowedOAuthFlow { get; set; } = [];

    /// <summary>Adds scopes to -AllowedOAuthScopes.</summary>
    [Parameter]
    [ListEdit("AllowedOAuthScopes", adds: true)]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    public string[] AddAllowedOAuthScope { get; set; } = [];

    /// <summary>Removes scopes from -AllowedOAuthScopes.</summary>
    [Parameter]
    [ListEdit("AllowedOAuthScopes", adds: false)]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    public string[] RemoveAllowedOAuthScope { get; set; } = [];

    /// <summary>Adds sign-in flows to -ExplicitAuthFlows.</summary>
    [Parameter]
    [ListEdit("ExplicitAuthFlows", adds: true)]
    [ArgumentCompleter(typeof(EnumCompleter<ExplicitAuthFlowsType>))]
    public string[] AddExplicitAuthFlow { get; set; } = [];

    /// <summary>Removes sign-in flows from -ExplicitAuthFlows.</summary>
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

    /// <summary>Settings to take back to the service's default, by path, as TokenValidityUnits.AccessToken.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClearPathCompleter))]
    public string[] Clear { get; set; } = [];

    /// <summary>
    /// Sends only what is given: the service then resets everything else to its default. Nothing is read first, but for -WhatIf and
    /// -Confirm, which show what would be reset.
    /// </summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>What was piped: -PassThru writes it renewed.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the changed client.</summary>
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
