using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Updates;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that changes what was named of one object and keeps everything else.</summary>
public abstract class SetCommand : PoolCommand
{
    /// <summary>Settings to take back to the service's default, by path, as Policies.PasswordPolicy.MinimumLength.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClearPathCompleter))]
    public string[] Clear { get; set; } = [];

    /// <summary>
    /// Sends only what is given: the service then resets everything else to its default. Nothing is read first, but for -WhatIf and
    /// -Confirm, which show what would be reset.
    /// </summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>What was piped: -PassThru writes it renewed.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the changed object.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Makes the change, as the parameters ask.</summary>
    private protected Task UpdateAsync<TDescribed, TRequest>(Update<TDescribed, TRequest> update)
        where TDescribed : class
        where TRequest : class, new() => UpdateAsync(update, Clear, Replace, PassThru);
}
