using System.Runtime.CompilerServices;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Paging;
using CognitoPS.Updates;

namespace CognitoPS.Completion;

/// <summary>Paths of the settings that a Set- cmdlet can clear, as Policies.PasswordPolicy.MinimumLength.</summary>
public sealed class ClearPathCompleter : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates(string commandName) =>
        ClearablePaths.Of(commandName).Select(path => new Candidate(path));
}

/// <summary>Paths of the settings of a request, as LambdaConfig.PreSignUp.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
public sealed class SettingPathCompleter<TRequest> : FixedCompleter
{
    private protected override IEnumerable<Candidate> Candidates() =>
        ClearablePaths.Below(typeof(TRequest), "").Select(path => new Candidate(path));
}

/// <summary>What an app client's users can sign in with: COGNITO, and the pool's identity providers.</summary>
public sealed class SupportedProviderCompleter : InPoolCompleter
{
    private protected override async IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return new Candidate("COGNITO");
        await foreach (
            Candidate provider in Pager.ItemsAsync(
                question.Client(userPoolId),
                ListOperations.IdentityProviders,
                new ListIdentityProvidersRequest { UserPoolId = userPoolId },
                provider => new Candidate(provider.ProviderName),
                cancellationToken
            )
        )
            yield return provider;
    }
}

/// <summary>OAuth scopes: the service's own, and those of the pool's resource servers.</summary>
public sealed class ScopeCompleter : InPoolCompleter
{
    private static readonly string[] Own = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

    private protected override async IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (string scope in Own)
            yield return new Candidate(scope);
        await foreach (
            ResourceServerType server in Pager.ItemsAsync(
                question.Client(userPoolId),
                ListOperations.ResourceServers,
                new ListResourceServersRequest { UserPoolId = userPoolId },
                server => server,
                cancellationToken
            )
        )
        {
            foreach (ResourceServerScopeType scope in server.Scopes ?? [])
                yield return new Candidate($"{server.Identifier}/{scope.ScopeName}");
        }
    }
}

/// <summary>User attributes by their whole names, as app clients name them: custom ones with custom: in front.</summary>
public sealed class ClientAttributeCompleter : InPoolCompleter
{
    private protected override async IAsyncEnumerable<Candidate> FindInPool(
        CompletionQuestion question,
        string userPoolId,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        DescribeUserPoolResponse pool = await question
            .Client(userPoolId)
            .DescribeUserPoolAsync(new() { UserPoolId = userPoolId }, cancellationToken)
            .ConfigureAwait(false);
        foreach (SchemaAttributeType attribute in pool.UserPool.SchemaAttributes ?? [])
            yield return new Candidate(attribute.Name);
    }
}
