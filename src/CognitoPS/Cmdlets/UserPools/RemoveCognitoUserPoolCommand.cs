using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Removes a user pool with all of its users.</summary>
/// <remarks>
/// <para>Nothing brings a removed pool back. The question names the pool and about how many users it has.</para>
/// <para>The service refuses to remove a pool that has deletion protection or a domain. -Force lifts the protection and removes the domains
/// first; it does not take the question's place, -Confirm:$false does.</para>
/// <para>Operations: DescribeUserPool, DeleteUserPool, UpdateUserPool, DeleteUserPoolDomain. The last two only with -Force.</para>
/// </remarks>
/// <example>
/// One pool, after a question.
/// <code>Remove-CognitoUserPool -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Every rehearsal pool, protected or not, without a question.
/// <code>Get-CognitoUserPool *-rehearsal | Remove-CognitoUserPool -Force -Confirm:$false</code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove,
    "CognitoUserPool",
    DefaultParameterSetName = Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
public sealed class RemoveCognitoUserPoolCommand : PoolCommand
{
    /// <summary>Lifts deletion protection and removes the pool's domains first.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override async Task ProcessAsync()
    {
        UserPoolType pool = (await Client.DescribeUserPoolAsync(new() { UserPoolId = UserPoolId }, StopToken)).UserPool;
        bool isProtected = pool.DeletionProtection == DeletionProtectionType.ACTIVE;
        string[] domains = [.. new[] { pool.Domain, pool.CustomDomain }.OfType<string>().Where(domain => domain.Length > 0)];
        string[] obstacles = [.. isProtected ? new[] { "deletion protection" } : [], .. domains.Select(domain => $"domain {domain}")];
        string target = Target.UserPool(pool.Name, UserPoolId);
        if (obstacles.Length > 0 && !Force)
        {
            throw new CognitoException(
                "UserPoolProtected",
                ErrorCategory.InvalidOperation,
                $"The {target} has {string.Join(" and ", obstacles)}, so the service would not delete it.",
                "Add -Force to remove these first, and then the pool."
            );
        }

        if (
            !ShouldProcess(
                $"{target} with about {pool.EstimatedNumberOfUsers ?? 0} "
                    + $"users{(obstacles.Length > 0 ? $", after its {string.Join(" and its ", obstacles)}" : "")}",
                "Remove"
            )
        )
            return;
        (string id, var client) = (UserPoolId, Client);
        await StartAsync(
            id,
            id,
            async token =>
            {
                if (isProtected)
                    await client.UpdateUserPoolAsync(Unprotected(pool), token);
                foreach (string domain in domains)
                    await client.DeleteUserPoolDomainAsync(new() { UserPoolId = id, Domain = domain }, token);
                await client.DeleteUserPoolAsync(new() { UserPoolId = id }, token);
            }
        );
    }

    /// <summary>Everything else stays as it is, for the case that the removal fails after all.</summary>
    private static UpdateUserPoolRequest Unprotected(UserPoolType pool)
    {
        UpdateUserPoolRequest request = SettingTree.Project<UpdateUserPoolRequest>(pool, UpdateRules.UserPool.Renamed);
        UpdateRules.UserPool.Normalize(request);
        (request.UserPoolId, request.DeletionProtection) = (pool.Id, DeletionProtectionType.INACTIVE);
        return request;
    }
}
