using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Paging;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.IdentityProviders;

/// <summary>Lists the identity providers of a user pool, or describes them.</summary>
/// <remarks>
/// <para>Without a name, or with wildcards in it, it lists providers as summaries. A whole name, an identifier or -Detailed describes
/// providers with all of their settings; secrets come as SecureString.</para>
/// <para>Operations: ListIdentityProviders, DescribeIdentityProvider, GetIdentityProviderByIdentifier. Each described provider is a request
/// of its own.</para>
/// </remarks>
/// <example>
/// The identity providers of a pool.
/// <code>Get-CognitoIdentityProvider -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// The provider that users with an e-mail domain are sent to.
/// <code>Get-CognitoIdentityProvider -UserPoolId eu-west-1_Customers -IdpIdentifier example.com</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoIdentityProvider", DefaultParameterSetName = Named, SupportsPaging = true)]
[OutputType(typeof(IdentityProviderSummary), typeof(IdentityProvider))]
public sealed class GetCognitoIdentityProviderCommand : PoolCommand
{
    /// <summary>The names of providers to describe; with wildcards, filters the list.</summary>
    [Parameter(Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string[] ProviderName { get; set; } = [];

    /// <summary>The identifier of the provider to describe, one of its IdpIdentifiers.</summary>
    [Parameter]
    public string? IdpIdentifier { get; set; }

    /// <summary>Describes each provider with all of its settings: one more request for each.</summary>
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
