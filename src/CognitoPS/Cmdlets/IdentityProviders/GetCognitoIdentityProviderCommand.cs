using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>Gets the identity providers of a user pool (SAML, OIDC and social), as a list or with all of their settings.</summary>
/// <remarks>
/// <para>Without a name, or with wildcards in it, the cmdlet lists identity providers as summaries. An exact name, an identifier or
/// -Detailed describes them with all of their settings. Secrets are returned as SecureString.</para>
/// <para>Operations: ListIdentityProviders, DescribeIdentityProvider, GetIdentityProviderByIdentifier. Each described provider takes one
/// request.</para>
/// </remarks>
/// <example>
/// List the identity providers of a user pool.
/// <code>Get-CognitoIdentityProvider -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Find the identity provider that handles an email domain.
/// <code>Get-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -IdpIdentifier example.com</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoIdentityProvider", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(IdentityProviderSummary), typeof(IdentityProvider))]
public sealed class GetCognitoIdentityProviderCommand : PoolCommand
{
    /// <summary>The names of the identity providers to describe. A name with wildcards filters the list.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string[] ProviderName { get; set; } = [];

    /// <summary>An identifier of the identity provider to describe, one of its IdpIdentifiers.</summary>
    [Parameter]
    public string? IdpIdentifier { get; set; }

    /// <summary>Describes each identity provider with all of its settings. This takes one more request per provider.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override async Task ProcessAsync()
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        if (IdpIdentifier is not null)
        {
            GetIdentityProviderByIdentifierResponse answer = await Client.GetIdentityProviderByIdentifierAsync(
                new() { UserPoolId = pool, IdpIdentifier = IdpIdentifier },
                StopToken
            );
            WriteObject(new IdentityProvider(answer.IdentityProvider, pool, region));
            return;
        }

        foreach (string name in ProviderName.Length > 0 ? ProviderName : ["*"])
        {
            if (!IsPattern(nameof(ProviderName), name))
            {
                if (Window.Admits())
                    await StartDescribeAsync(NameIn(nameof(ProviderName), name));
                continue;
            }

            var pattern = NamePattern.Of(name);
            var pages = Pager.PagesAsync(
                Client,
                ListOperations.IdentityProviders,
                new ListIdentityProvidersRequest { UserPoolId = pool },
                Window.Demand(filters: name != "*"),
                StopToken
            );
            await TryAsync(
                name == "*" ? pool : name,
                () =>
                    Detailed
                        ? ForEachAsync(
                            pages,
                            provider => pattern.IsMatch(provider.ProviderName),
                            provider => StartDescribeAsync(provider.ProviderName)
                        )
                        : WriteListAsync(
                            pages,
                            provider => pattern.IsMatch(provider.ProviderName) ? new IdentityProviderSummary(provider, pool, region) : null
                        )
            );
        }
    }

    private Task StartDescribeAsync(string name)
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        return StartAsync(
            name,
            $"{pool}/{name}",
            async token =>
            {
                DescribeIdentityProviderResponse answer = await client.DescribeIdentityProviderAsync(
                    new() { UserPoolId = pool, ProviderName = name },
                    token
                );
                return new IdentityProvider(answer.IdentityProvider, pool, region);
            }
        );
    }
}
