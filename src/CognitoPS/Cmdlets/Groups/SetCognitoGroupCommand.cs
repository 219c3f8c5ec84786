using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Updates a group. Settings you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>The cmdlet reads the group, merges in your changes and writes the complete configuration back. It shows the difference with
/// -WhatIf, -Confirm and -Verbose. Members stay in the group. You can't change the group's name.</para>
/// <para>Tokens carry the new precedence and role from the next sign-in or token refresh. Tokens issued earlier don't change.</para>
/// <para>Operations: GetGroup, UpdateGroup.</para>
/// </remarks>
/// <example>
/// Change a group's precedence.
/// <code>Set-CognitoGroup -UserPoolId eu-west-1_Customers -GroupName admins -Precedence 0</code>
/// </example>
/// <example>
/// Preview giving all groups the same IAM role.
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers | Set-CognitoGroup -RoleArn arn:aws:iam::123456789012:role/members -WhatIf</code>
/// </example>
/// <parameter name="Clear">Paths of settings to reset: Description. You can't clear a group's precedence or role; specify other values
/// instead.</parameter>
[Cmdlet(VerbsCommon.Set, "CognitoGroup", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(Group))]
public sealed class SetCognitoGroupCommand : SetCommand
{
    /// <summary>The group's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string GroupName { get; set; } = "";

    /// <summary>A description, up to 2,048 characters.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>
    /// The group's precedence, 0 or higher. If a user belongs to several groups, the role of the group with the lowest number applies.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Precedence { get; set; }

    /// <summary>The ARN of the IAM role for members of the group.</summary>
    [Parameter]
    public string? RoleArn { get; set; }

    private protected override object? CurrentTarget => GroupName;

    private protected override Task ProcessAsync()
    {
        (string pool, string region, string group, var client) = (UserPoolId, PoolRegion, GroupName, Client);
        return UpdateAsync(
            new Update<GroupType, UpdateGroupRequest>
            {
                Target = _ => Target.Group(group, pool),
                Read = async token => (await client.GetGroupAsync(new() { UserPoolId = pool, GroupName = group }, token)).Group,
                Identify = request => (request.UserPoolId, request.GroupName) = (pool, group),
                Write = async (request, token) => (await client.UpdateGroupAsync(request, token)).Group,
                Rules = UpdateRules.Group,
                Output = found => new Group(found, pool, region),
            }
        );
    }
}
