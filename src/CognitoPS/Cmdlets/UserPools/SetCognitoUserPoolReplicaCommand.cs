using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Output;
using CognitoPS.Pipeline;
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
[Cmdlet(VerbsCommon.Set, "CognitoUserPoolReplica", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserPoolReplica))]
public sealed class SetCognitoUserPoolReplicaCommand : PoolCommand
{
    /// <inheritdoc cref="NewCognitoUserPoolReplicaCommand.RegionName"/>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string RegionName { get; set; } = "";

    /// <summary>ACTIVE or INACTIVE.</summary>
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    [ArgumentCompleter(typeof(EnumCompleter<UpdateReplicaStatusType>))]
    public string Status { get; set; } = "";

    /// <summary>What was piped: -PassThru writes it renewed.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the changed copy.</summary>
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
