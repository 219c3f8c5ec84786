using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Removes a user pool and all of its users.</summary>
/// <remarks>
/// <para>You can't restore a removed user pool. The confirmation prompt shows the pool and its approximate number of users.</para>
/// <para>The service refuses to remove a user pool that has deletion protection or a domain. -Force turns deletion protection off and
/// removes the domains first. It does not suppress the confirmation prompt; use -Confirm:$false for that.</para>
/// <para>Operations: DescribeUserPool, DeleteUserPool, UpdateUserPool, DeleteUserPoolDomain. The last two run only with -Force.</para>
/// </remarks>
/// <example>
/// Remove one user pool after confirmation.
/// <code>Remove-CognitoUserPool -UserPoolId eu-west-1_Customers</code>
/// </example>
/// <example>
/// Remove every rehearsal pool, protected or not, without prompting for confirmation.
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
    /// <summary>Turns deletion protection off and removes the user pool's domains first.</summary>
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

    /// <summary>Leaves everything else unchanged, in case the removal fails after all.</summary>
    private static UpdateUserPoolRequest Unprotected(UserPoolType pool)
    {
        UpdateUserPoolRequest request = SettingTree.Project<UpdateUserPoolRequest>(pool, UpdateRules.UserPool.Renamed);
        UpdateRules.UserPool.Normalize(request);
        (request.UserPoolId, request.DeletionProtection) = (pool.Id, DeletionProtectionType.INACTIVE);
        return request;
    }
}
