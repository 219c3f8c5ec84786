using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>Creates groups in a user pool.</summary>
/// <remarks>
/// <para>A user pool can have up to 10,000 groups. A user in several groups gets the IAM role of the group with the lowest precedence
/// number.</para>
/// <para>Operation: CreateGroup. Several groups are created at a time, 5 per second for each user pool.</para>
/// </remarks>
/// <example>
/// Create a group with an IAM role.
/// <code>New-CognitoGroup -UserPoolId eu-west-1_Customers -GroupName admins -Precedence 1 -RoleArn arn:aws:iam::123456789012:role/admins</code>
/// </example>
/// <example>
/// Copy the groups of another user pool, with their precedence and roles.
/// <code>Get-CognitoGroup -UserPoolId eu-west-1_Customers | New-CognitoGroup -UserPoolId eu-west-1_Staging</code>
/// </example>
[Cmdlet(VerbsCommon.New, "CognitoGroup", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(Group))]
public sealed class NewCognitoGroupCommand : PoolCommand
{
    /// <summary>The group's name, 1 to 128 characters without spaces.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    public string GroupName { get; set; } = "";

    /// <summary>A description, up to 2,048 characters.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>
    /// The group's precedence, 0 or higher. If a user belongs to several groups, the role of the group with the lowest number applies.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? Precedence { get; set; }

    /// <summary>The ARN of the IAM role for members of the group.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? RoleArn { get; set; }

    private protected override object? CurrentTarget => GroupName;

    private protected override async Task ProcessAsync()
    {
        if (!ShouldProcess(Target.Group(GroupName, UserPoolId), "Create"))
            return;
        var request = new CreateGroupRequest
        {
            UserPoolId = UserPoolId,
            GroupName = GroupName,
            Description = string.IsNullOrEmpty(Description) ? null : Description,
            Precedence = Precedence,
            RoleArn = string.IsNullOrEmpty(RoleArn) ? null : RoleArn,
        };
        (string region, var client) = (PoolRegion, Client);
        await StartAsync(GroupName, $"{UserPoolId}/{GroupName}", async token => await CreateAsync(token));

        async Task<Group> CreateAsync(CancellationToken token)
        {
            try
            {
                return new Group((await client.CreateGroupAsync(request, token)).Group, request.UserPoolId, region);
            }
            catch (GroupExistsException) when (RequestTracker.Current is { IsDoubtful: true })
            {
                GetGroupResponse there = await client.GetGroupAsync(
                    new() { UserPoolId = request.UserPoolId, GroupName = request.GroupName },
                    token
                );
                if (there.Group.CreationDate < DateTime.UtcNow.AddMinutes(-10) || there.Group.Description != request.Description)
                    throw;
                return new Group(there.Group, request.UserPoolId, region);
            }
        }
    }
}
