using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>
/// A cmdlet about a user pool's tags. The service knows the pool by its ARN, which is looked up where only the id is given.
/// </summary>
public abstract class TagCommand : RegionalCommand
{
    /// <summary>The user pool: its id (eu-west-1_AbCdEf123), its ARN, or an object of Get-CognitoUserPool.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Pool", ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public string UserPoolId { get; set; } = "";

    /// <summary>The pool's ARN, which saves looking it up.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Arn")]
    public string? ResourceArn { get; set; }

    /// <summary>The ARN of a piped pool.</summary>
    [Parameter(ParameterSetName = "Pool", ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Arn { get; set; }

    private protected override object? CurrentTarget => ResourceArn ?? UserPoolId;

    /// <summary>The pool's id, whichever way it was given.</summary>
    private protected string PoolId => Regions.PoolIdOf(ResourceArn ?? UserPoolId);

    private protected IAmazonCognitoIdentityProvider Client => ClientFor(PoolId);

    /// <summary>The pool's ARN, and the pool in words, for questions.</summary>
    private protected async Task<(string Arn, string Pool)> FindAsync()
    {
        if ((ResourceArn ?? Arn) is { } arn && Regions.PoolIdOf(arn) == PoolId)
            return (arn, UserPoolSettingsCommand.Describe(null, PoolId));
        UserPoolType pool = (await Client.DescribeUserPoolAsync(new() { UserPoolId = UserPoolId }, StopToken)).UserPool;
        return (pool.Arn, UserPoolSettingsCommand.Describe(pool.Name, PoolId));
    }
}
