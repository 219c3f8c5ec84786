using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet about something in a user pool.</summary>
public abstract class PoolCommand : RegionalCommand
{
    private (string Id, string Name) _named;

    /// <summary>
    /// The user pool: its id (eu-west-1_AbCdEf123), its ARN, or an object of Get-CognitoUserPool. Pools arrive by pipeline too.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public virtual string UserPoolId { get; set; } = "";

    /// <summary>The client of the pool's region.</summary>
    private protected IAmazonCognitoIdentityProvider Client => ClientFor(UserPoolId);

    /// <summary>The region that objects of this pool are marked with.</summary>
    private protected string PoolRegion => RegionFor(UserPoolId);

    private protected override object? CurrentTarget => UserPoolId;

    /// <summary>The pool in words, for questions: its name, which takes a request, and its id.</summary>
    private protected async Task<string> DescribePoolAsync()
    {
        if (_named.Id != UserPoolId)
            _named = (UserPoolId, (await Client.DescribeUserPoolAsync(new() { UserPoolId = UserPoolId }, StopToken)).UserPool.Name);
        return $"user pool '{_named.Name}' ({UserPoolId})";
    }
}
