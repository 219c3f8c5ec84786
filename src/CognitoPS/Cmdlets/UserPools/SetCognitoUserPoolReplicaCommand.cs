using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Turns a user pool's copy in another region on or off.</summary>
/// <remarks>
/// <para>Users can sign in at an active copy; an inactive one is kept and signs nobody in. Nothing is read before the change: the pool's
/// name for -WhatIf and -Confirm is looked up by one more request for each pool.</para>
/// <para>Make a copy with New-CognitoUserPoolReplica, and wait until it is no longer CREATING, before it is turned on or off.
/// Remove-CognitoUserPoolReplica removes it for good.</para>
/// <para>Operations: UpdateUserPoolReplica, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// Users can sign in there.
/// <code>Set-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers -RegionName eu-central-1 -Status ACTIVE</code>
/// </example>
/// <example>
/// Turns all secondary copies of a pool off.
/// <code>Get-CognitoUserPoolReplica -UserPoolId eu-west-1_Customers | Where-Object Role -EQ SECONDARY | Set-CognitoUserPoolReplica -Status INACTIVE</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolReplica", SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolReplica))]
public sealed class SetCognitoUserPoolReplicaCommand : UserPoolReplicaCommand
{
    /// <summary>ACTIVE or INACTIVE.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ArgumentCompleter(typeof(EnumCompleter<UpdateReplicaStatusType>))]
    public string Status { get; set; } = "";

    /// <summary>Writes the changed copy.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override async Task ProcessAsync()
    {
        var request = new UpdateUserPoolReplicaRequest
        {
            UserPoolId = UserPoolId,
            RegionName = RegionName,
            Status = Status,
        };
        SettingCheck.Check(request);
        if (!ShouldProcess(await DescribeAsync(), $"Set status to {Status}"))
            return;
        UpdateUserPoolReplicaResponse changed = await Client.UpdateUserPoolReplicaAsync(request, StopToken);
        if (PassThru)
            WriteObject(new UserPoolReplica(changed.UserPoolReplica, UserPoolId, PoolRegion));
    }
}
