using System.Management.Automation;
using CognitoPS.Completion;
using CognitoPS.Updates;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that updates the specified settings of one object and leaves all others unchanged.</summary>
public abstract class SetCommand : PoolCommand
{
    /// <summary>Paths of settings to reset to the service default. Press Tab to see the paths of this cmdlet.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClearPathCompleter))]
    public string[] Clear { get; set; } = [];

    /// <summary>
    /// Sends only the settings you specify. The service resets all other settings to their defaults. Nothing is read first, except with
    /// -WhatIf or -Confirm, which show what would be reset.
    /// </summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>The piped object. -PassThru returns it in its new state.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns the updated object.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Makes the change, as the parameters ask.</summary>
    private protected Task UpdateAsync<TDescribed, TRequest>(Update<TDescribed, TRequest> update)
        where TDescribed : class
        where TRequest : class, new() => UpdateAsync(update, Clear, Replace, PassThru);
}
