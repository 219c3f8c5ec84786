using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>Creates an identity provider in a user pool: SAML, OIDC or social (Google, Facebook, Amazon, Apple).</summary>
/// <remarks>
/// <para>SAML requires -MetadataUrl or -MetadataPath. OIDC requires -ProviderClientId and -OidcIssuer; by default, it requests user
/// attributes with GET and the scope openid. Google, Facebook and LoginWithAmazon require -ProviderClientId, -ProviderClientSecret and
/// -AuthorizeScopes. SignInWithApple requires -ProviderClientId, -TeamId, -KeyId, -PrivateKeyPath and -AuthorizeScopes.</para>
/// <para>App clients offer the provider only if their SupportedIdentityProviders include it.</para>
/// <para>Operation: CreateIdentityProvider. A user pool can have up to 300 identity providers.</para>
/// </remarks>
/// <example>
/// Create a SAML provider from its metadata URL.
/// <code>New-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -ProviderName corporate -ProviderType SAML -MetadataUrl https://idp.example.com/metadata.xml -AttributeMapping @{ email = 'mail' }</code>
/// </example>
/// <example>
/// Create sign-in with Google, and prompt for the client secret.
/// <code>New-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -ProviderName Google -ProviderType Google -ProviderClientId 123.apps.example.com -ProviderClientSecret (Read-Host -AsSecureString) -AuthorizeScopes openid, email</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoIdentityProvider", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(IdentityProvider))]
public sealed class NewCognitoIdentityProviderCommand : IdentityProviderSettingsCommand
{
    /// <summary>The name, 3 to 32 characters without spaces. For a social provider, it is the name of its type.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string ProviderName { get; set; } = "";

    /// <summary>The type: SAML, OIDC, Google, Facebook, LoginWithAmazon or SignInWithApple.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [ArgumentCompleter(typeof(EnumCompleter<IdentityProviderTypeType>))]
    public string ProviderType { get; set; } = "";

    private protected override object? CurrentTarget => ProviderName;

    private protected override async Task ProcessAsync()
    {
        string type = Settings.ProviderDetails.Canonical(ProviderType);
        if (Settings.ProviderDetails.IsSocial(type) && ProviderName != type)
        {
            throw new CognitoException(
                "ContradictingParameters",
                ErrorCategory.InvalidArgument,
                $"A provider of type {type} must be named {type}, because a pool can have only one.",
                $"Use -ProviderName {type}."
            );
        }

        Dictionary<string, string> details = GivenDetails(type);
        if (type == Settings.ProviderDetails.Oidc)
        {
            SetDefault("attributes_request_method", "GET");
            SetDefault("authorize_scopes", "openid");
        }

        Settings.ProviderDetails.CheckComplete(type, details);
        await CompleteAttributesAsync(nameof(AttributeMapping));
        var request = new CreateIdentityProviderRequest();
        Bound.Apply(request);
        (request.UserPoolId, request.ProviderType, request.ProviderDetails) = (UserPoolId, type, details);
        if (!ShouldCreate(Target.IdentityProvider(ProviderName, type, UserPoolId), request))
            return;
        (string region, var client) = (PoolRegion, Client);
        await StartAsync(
            ProviderName,
            UserPoolId,
            async token => new IdentityProvider(
                (await client.CreateIdentityProviderAsync(request, token)).IdentityProvider,
                request.UserPoolId,
                region
            )
        );

        void SetDefault(string key, string value)
        {
            if (!details.ContainsKey(key))
                details[key] = value;
        }
    }
}
