using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Output;
using CognitoPS.Pipeline;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Enables or disables sign-in at a replica of a user pool in another Region.</summary>
/// <remarks>
/// <para>Users can sign in at an active replica. An inactive replica is kept, but no one can sign in there. The cmdlet reads nothing before
/// the change, except the user pool's name for -WhatIf and -Confirm, which takes one request per pool.</para>
/// <para>Create a replica with New-CognitoUserPoolReplica, and wait until it is no longer CREATING before you change its status. To delete
/// a replica, use Remove-CognitoUserPoolReplica.</para>
/// <para>Operations: UpdateUserPoolReplica, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// Enable sign-in at a replica.
/// <code>Set-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName eu-central-1 -Status ACTIVE</code>
/// </example>
/// <example>
/// Disable sign-in at all secondary replicas of a user pool.
/// <code>Get-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers | Where-Object Role -EQ SECONDARY | Set-CognitoUserPoolReplica -Status INACTIVE</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolReplica", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolReplica))]
public sealed class SetCognitoUserPoolReplicaCommand : PoolCommand
{
    /// <inheritdoc cref="NewCognitoUserPoolReplicaCommand.RegionName"/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string RegionName { get; set; } = "";

    /// <summary>The new status: ACTIVE or INACTIVE.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [ArgumentCompleter(typeof(EnumCompleter<UpdateReplicaStatusType>))]
    public string Status { get; set; } = "";

    /// <summary>The piped object; -PassThru returns it with its new settings.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns the updated replica.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentTarget => RegionName;

    private protected override async Task ProcessAsync()
    {
        var request = new UpdateUserPoolReplicaRequest
        {
            UserPoolId = UserPoolId,
            RegionName = RegionName,
            Status = Status,
        };
        SettingCheck.Check(request);
        if (!ShouldProcess(Target.Replica(await DescribePoolAsync(), RegionName), $"Set status to {Status}"))
            return;
        (string region, var client, var notes) = (PoolRegion, Client, PipedNotes);
        await StartAsync(
            RegionName,
            UserPoolId,
            async token =>
            {
                UpdateUserPoolReplicaResponse changed = await client.UpdateUserPoolReplicaAsync(request, token);
                return PassThru
                    ? NoteProperties.Renew(new UserPoolReplica(changed.UserPoolReplica, request.UserPoolId, region), notes)
                    : null;
            }
        );
    }
}
