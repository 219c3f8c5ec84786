using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>Updates an identity provider. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>Provider details and the attribute mapping are updated key by key. To remove a key, use -Clear, for example -Clear
/// AttributeMapping.email. New metadata or a new issuer clears the old endpoints, so that the service discovers them again. Details that
/// the service sets itself, such as ActiveEncryptionCertificate, are never sent back.</para>
/// <para>The service doesn't return Apple's private key. Specify it again whenever you change a provider detail of Sign in with
/// Apple.</para>
/// <para>Operations: DescribeIdentityProvider, UpdateIdentityProvider.</para>
/// </remarks>
/// <example>
/// Map one more attribute.
/// <code>Set-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -ProviderName corporate -AttributeMapping @{ given_name = 'firstName' }</code>
/// </example>
/// <example>
/// Preview turning on single logout for every SAML provider of a user pool.
/// <code>Get-CognitoIdentityProvider -UserPoolId eu-west-1_Customers | Where-Object ProviderType -eq SAML | Set-CognitoIdentityProvider -IdpSignout $true -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoIdentityProvider", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(IdentityProvider))]
public sealed class SetCognitoIdentityProviderCommand : IdentityProviderSettingsCommand
{
    /// <summary>The identity provider's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string ProviderName { get; set; } = "";

    /// <summary>Adds identifiers to -IdpIdentifiers.</summary>
    [Parameter]
    [ListEdit("IdpIdentifiers", adds: true)]
    public string[] AddIdpIdentifier { get; set; } = [];

    /// <summary>Removes identifiers from -IdpIdentifiers.</summary>
    [Parameter]
    [ListEdit("IdpIdentifiers", adds: false)]
    public string[] RemoveIdpIdentifier { get; set; } = [];

    /// <summary>
    /// Paths of settings to reset to the service default, such as AttributeMapping.email or ProviderDetails.RequestSigningAlgorithm.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClearPathCompleter))]
    public string[] Clear { get; set; } = [];

    /// <summary>Sends only the settings you specify, without reading first. The service may reset all others to their defaults.</summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>The piped object; -PassThru returns it with its new settings.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns the updated identity provider.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentTarget => ProviderName;

    private protected override async Task ProcessAsync()
    {
        await CompleteAttributesAsync(nameof(AttributeMapping));
        (string pool, string region, string name, var client) = (UserPoolId, PoolRegion, ProviderName, Client);
        string? type = null;
        (string? Type, Dictionary<string, string> Details) given = (null, GivenDetails(null));
        bool changesDetails =
            given.Details.Count > 0 || Clear.Any(path => path.StartsWith(nameof(ProviderDetails), StringComparison.OrdinalIgnoreCase));
        var update = new Update<IdentityProviderType, UpdateIdentityProviderRequest>
        {
            Target = _ => Target.IdentityProvider(name, type, pool),
            Read = async token =>
            {
                DescribeIdentityProviderResponse answer = await client.DescribeIdentityProviderAsync(
                    new() { UserPoolId = pool, ProviderName = name },
                    token
                );
                type = answer.IdentityProvider.ProviderType?.Value;
                return answer.IdentityProvider;
            },
            Identify = request =>
            {
                (request.UserPoolId, request.ProviderName) = (pool, name);
                Settings.ProviderDetails.RemoveSetByService(type, request.ProviderDetails);
                if (!changesDetails && Settings.ProviderDetails.LacksPrivateKey(type, request.ProviderDetails))
                    request.ProviderDetails = null;
            },
            Adjust = (_, request) =>
            {
                if (!changesDetails)
                    return;
                if (given.Type != type)
                    given = (type, GivenDetails(type));
                Settings.ProviderDetails.Merge(type, given.Details, request.ProviderDetails ??= []);
            },
            Write = async (request, token) =>
            {
                await client.UpdateIdentityProviderAsync(request, token);
                return null;
            },
            Rules = UpdateRules.IdentityProvider,
            Output = provider => new IdentityProvider(provider, pool, region),
        };
        await UpdateAsync(update, Clear, Replace, PassThru);
    }
}
