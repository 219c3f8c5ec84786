using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Changes a group: what is named changes, everything else stays.</summary>
/// <remarks>
/// <para>The group is read, merged with what is named and written whole; -WhatIf, -Confirm and -Verbose show the difference. Its members
/// stay. The group's name cannot be changed.</para>
/// <para>Tokens carry the new precedence and role from the next sign-in or renewal on; those that were issued before stay as they
/// are.</para>
/// <para>Operations: GetGroup, UpdateGroup.</para>
/// </remarks>
/// <example>
/// Another precedence.
/// <code>Set-CognitoGroup -UserPoolId eu-west-1_Customers -GroupName admins -Precedence 0</code>
/// </example>
/// <example>
/// What would change if all groups had the same role.
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers | Set-CognitoGroup -RoleArn arn:aws:iam::123456789012:role/members -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoGroup", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(Group))]
public sealed class SetCognitoGroupCommand : SetCommand
{
    /// <summary>The group's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string GroupName { get; set; } = "";

    /// <summary>What it is for: up to 2,048 characters.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Which group's role counts for somebody in several: the lowest number's. 0 and more.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Precedence { get; set; }

    /// <summary>The IAM role of its members, by ARN.</summary>
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
