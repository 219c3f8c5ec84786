using System.Management.Automation;
using System.Threading.Channels;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Transfer;

namespace CognitoPS.Cmdlets.Transfer;

/// <summary>Writes the users of a user pool to a file, with their attributes, groups, state and linked identities.</summary>
/// <remarks>
/// <para>A path that ends in .csv gets a CSV file, any other JSON lines: a user a line, complete. A CSV file has a column for each
/// attribute of the pool's schema, custom ones too, unless -Column chooses. Cells that a spreadsheet would take for formulas, telephone
/// numbers among them, begin with an apostrophe, which Import-CognitoUser takes off.</para>
/// <para>The file is written under another name and takes its place at the end, whole; until then one that was there stays. Beside it
/// stands a manifest with the number of users and the SHA-256, by which Import-CognitoUser sees that a file was cut off or changed. Both
/// can be read by their owner only.</para>
/// <para>Groups are read by what sends fewer requests, each group's members or each user's groups. Passwords, software tokens and passkeys
/// cannot be read from the service. -IncludeMfa reads each user by a request of its own.</para>
/// <para>Piped users are written instead of the whole pool, and the attributes that they have are not read again.</para>
/// <para>Operations: ListUsers, ListGroups, DescribeUserPool. ListUsersInGroup and AdminListGroupsForUser where there are groups,
/// AdminGetUser with -IncludeMfa.</para>
/// </remarks>
/// <example>
/// All users, quickly.
/// <code>Export-CognitoUser -UserPoolId eu-west-1_Customers -Path everyone.jsonl -Parallel</code>
/// </example>
/// <example>
/// A list for a spreadsheet, of some users and some of their attributes.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Status CONFIRMED | Export-CognitoUser -Path confirmed.csv -Column Username, email, department, Groups</code>
/// </example>
[Cmdlet(VerbsData.Export, "CognitoUser", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserExportResult))]
public sealed class ExportCognitoUserCommand : PoolCommand
{
    private readonly Channel<IReadOnlyList<UserType>> _piped = Channel.CreateBounded<IReadOnlyList<UserType>>(1000);
    private Task<UserManifest>? _writing;
    private (UserExport Export, string Pool, string Region)? _current;

    /// <summary>The file to write. What ends in .csv is a CSV file, anything else JSON lines.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped)]
    public string Path { get; set; } = "";

    /// <summary>
    /// The columns of a CSV file: Username, UserStatus, Enabled, UserCreateDate, UserLastModifiedDate, Groups, and attributes, custom ones
    /// by their bare names. Default: all of them.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserAttributeNameCompleter))]
    public string[]? Column { get; set; }

    /// <summary>Reads the pool in slices side by side: much quicker, and in no order.</summary>
    [Parameter]
    public SwitchParameter Parallel { get; set; }

    /// <summary>Reads each user's MFA too, by a request for each, which may count them as active on the bill.</summary>
    [Parameter]
    public SwitchParameter IncludeMfa { get; set; }

    /// <summary>Replaces a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>A user of Get-CognitoUser, to be written.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentTarget => Path;

    private protected override async Task ProcessAsync()
    {
        if (InputObject?.BaseObject is not User user)
        {
            if (await StartAsync(null))
                await FinishAsync();
            return;
        }

        if (_current is null && !await StartAsync(PipedAsync()))
            return;
        if (_current?.Pool != UserPoolId)
            throw OnePool();
        Task added = _piped.Writer.WriteAsync([user.ToUserType()], StopToken).AsTask();
        if (await Task.WhenAny(added, _writing!) == _writing)
            await _writing!;
        await added;
    }

    private protected override async Task EndAsync()
    {
        if (_writing is null)
            return;
        _piped.Writer.TryComplete();
        await FinishAsync();
    }

    private async Task<bool> StartAsync(IAsyncEnumerable<IReadOnlyList<UserType>>? users)
    {
        if (_current is not null)
            throw OnePool();
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        var export = new UserExport(Client, UserPoolId)
        {
            Overwrite = Force,
            Parallel = Parallel,
            AtOnce = IsGiven(nameof(ThrottleLimit)) ? ThrottleLimit : 16,
            IncludeMfa = IncludeMfa,
            Columns = Column,
        };
        _current = (export, UserPoolId, PoolRegion);
        if (!ShouldProcess(path, $"Export the users of {await DescribePoolAsync()}"))
            return false;
        _writing = Task.Run(() => export.RunAsync(path, users, StopToken), StopToken);
        return true;
    }

    private async IAsyncEnumerable<IReadOnlyList<UserType>> PipedAsync()
    {
        while (await _piped.Reader.WaitToReadAsync(StopToken).ConfigureAwait(false))
        {
            while (_piped.Reader.TryRead(out IReadOnlyList<UserType>? users))
                yield return users;
        }
    }

    private async Task FinishAsync()
    {
        (UserExport export, string pool, string region) = _current!.Value;
        Task<UserManifest> writing = _writing!;
        _writing = null;
        var progress = new RunProgress(this, InputObject is null ? await export.EstimateAsync(StopToken) : null);
        UserManifest written = await progress.WhileAsync(writing, () => export.Written);
        progress.Complete();
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        foreach (string left in written.LeftOut.Skip(1))
            WriteVerbose($"{path} lacks {left}.");
        WriteObject(new UserExportResult(path, UserManifest.PathOf(path), written.Users, written.Bytes, written.Sha256, pool, region));
    }

    private CognitoException OnePool() =>
        new(
            "OnePoolOnly",
            ErrorCategory.InvalidArgument,
            $"'{Path}' takes the users of {_current?.Pool}, and no other pool's.",
            "Give each pool a file: … | ForEach-Object { $_ | Export-CognitoUser -Path \"$($_.UserPoolId).jsonl\" }."
        );
}
