using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Cmdlets.Users;
using CognitoPS.Completion;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Groups;

/// <summary>A cmdlet that puts users in groups or takes them out: a request for each pair.</summary>
public abstract class GroupMemberCommand : BulkCommand
{
    /// <summary>The names of the groups.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    public string[] GroupName { get; set; } = [];

    /// <summary>The users: user name, sub or alias. Names and objects with a Username arrive by pipeline too.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Username]
    public string[] Username { get; set; } = [];

    /// <summary>What was piped, which is then the target of its errors.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override int? KnownTotal => InputObject is null ? Username.Length * GroupName.Length : null;

    private protected override async Task ProcessAsync()
    {
        foreach (string name in Username)
        {
            object target = Username.Length == 1 && InputObject is { BaseObject: not string } piped ? piped : (object)name;
            foreach (string group in GroupName)
                await TryAsync(target, () => StartPairAsync(target, name, group));
        }
    }

    /// <summary>What is done with a pair, as -WhatIf and -Confirm say it.</summary>
    private protected abstract string ActionFor(string group);

    /// <summary>Sends the request for a pair.</summary>
    private protected abstract Task SendAsync(
        IAmazonCognitoIdentityProvider client,
        string pool,
        string username,
        string group,
        CancellationToken cancellationToken
    );

    private async Task StartPairAsync(object target, string username, string group)
    {
        UserBulkCommand.Checked(username);
        if (!ShouldProcess($"user '{username}' of {UserPoolId}", ActionFor(group)))
            return;
        (string pool, var client) = (UserPoolId, Client);
        await StartAsync(
            target,
            $"{pool}/{username}",
            async token =>
            {
                await SendAsync(client, pool, username, group, token).ConfigureAwait(false);
                return null;
            }
        );
    }
}
