using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>Adds an identity provider to a user pool: SAML, OIDC or a social one.</summary>
/// <remarks>
/// <para>What each type needs: SAML -MetadataUrl or -MetadataPath; OIDC -ProviderClientId and -OidcIssuer (user attributes are asked for
/// with GET and the scope openid unless you say otherwise); Google, Facebook and LoginWithAmazon -ProviderClientId, -ProviderClientSecret
/// and -AuthorizeScopes; SignInWithApple -ProviderClientId, -TeamId, -KeyId, -PrivateKeyPath and -AuthorizeScopes.</para>
/// <para>App clients offer the provider only when it is among their SupportedIdentityProviders.</para>
/// <para>Operation: CreateIdentityProvider. A pool has at most 300 identity providers.</para>
/// </remarks>
/// <example>
/// A SAML provider from its metadata.
/// <code>New-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -ProviderName corporate -ProviderType SAML -MetadataUrl https://idp.example.com/metadata.xml -AttributeMapping @{ email = 'mail' }</code>
/// </example>
/// <example>
/// Sign-in with Google; the secret is asked for.
/// <code>New-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -ProviderName Google -ProviderType Google -ProviderClientId 123.apps.example.com -ProviderClientSecret (Read-Host -AsSecureString) -AuthorizeScopes openid, email</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoIdentityProvider", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(IdentityProvider))]
public sealed class NewCognitoIdentityProviderCommand : IdentityProviderSettingsCommand
{
    /// <summary>The name: 3 to 32 characters without spaces, and for a social provider its type's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string ProviderName { get; set; } = "";

    /// <summary>SAML, OIDC, Google, Facebook, LoginWithAmazon or SignInWithApple.</summary>
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
