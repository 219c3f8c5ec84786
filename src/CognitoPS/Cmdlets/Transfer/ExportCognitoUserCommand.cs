using System.Management.Automation;
using System.Threading.Channels;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Transfer;

namespace CognitoPS.Cmdlets.Transfer;

/// <summary>Exports the users of a user pool to a CSV or JSON file, with their attributes, groups, status and linked identities.</summary>
/// <remarks>
/// <para>A path that ends with .csv creates a CSV file. Any other path creates JSON lines, with one complete user per line. A CSV file has
/// a column for each attribute of the schema, including custom attributes, unless you specify -Column. Cells that a spreadsheet would treat
/// as formulas, such as phone numbers, start with an apostrophe, which Import-CognitoUser removes.</para>
/// <para>The file is written under a temporary name and replaces an existing file only when it is complete. A manifest next to it contains
/// the number of users and the SHA-256 hash, so that Import-CognitoUser can detect a truncated or changed file. Only the owner can read the
/// two files.</para>
/// <para>Groups are read with as few requests as possible: by each group's members or by each user's groups. Passwords, software tokens and
/// passkeys can't be read from the service. -IncludeMfa sends one more request per user.</para>
/// <para>Piped users are exported instead of the whole user pool. Their existing attributes are not read again.</para>
/// <para>Operations: ListUsers, ListGroups, DescribeUserPool. ListUsersInGroup and AdminListGroupsForUser where there are groups,
/// AdminGetUser with -IncludeMfa.</para>
/// </remarks>
/// <example>
/// Export all users quickly.
/// <code>Export-CognitoUser -UserPoolId eu-west-1_Customers -Path everyone.jsonl -Parallel</code>
/// </example>
/// <example>
/// Export some users and some of their attributes for a spreadsheet.
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Status CONFIRMED | Export-CognitoUser -Path confirmed.csv -Column Username, email, department, Groups</code>
/// </example>
[Cmdlet(VerbsData.Export, "CognitoUser", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserExportResult))]
public sealed class ExportCognitoUserCommand : PoolCommand
{
    private readonly Channel<IReadOnlyList<UserType>> _piped = Channel.CreateBounded<IReadOnlyList<UserType>>(1000);
    private Task<UserManifest>? _writing;
    private (UserExport Export, string Pool, string Region)? _current;

    /// <summary>The path of the file. A path that ends with .csv creates a CSV file, any other path JSON lines.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Piped)]
    public string Path { get; set; } = "";

    /// <summary>
    /// The columns of a CSV file: Username, UserStatus, Enabled, UserCreateDate, UserLastModifiedDate, Groups, and attributes. Custom
    /// attributes need no prefix. Default: all columns.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserAttributeNameCompleter))]
    public string[]? Column { get; set; }

    /// <summary>Reads the user pool in parallel slices, which is much faster but returns users in no particular order.</summary>
    [Parameter]
    public SwitchParameter Parallel { get; set; }

    /// <summary>
    /// Also exports each user's MFA methods. This takes one more request per user, which can count the user as active for billing.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeMfa { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>A user from Get-CognitoUser to export.</summary>
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
        written.LeftOut.Skip(1).ToList().ForEach(left => WriteVerbose($"{path} lacks {left}."));
        WriteObject(new UserExportResult(path, UserManifest.PathOf(path), written.Users, written.Bytes, written.Sha256, pool, region));
    }

    private CognitoException OnePool() =>
        new(
            "OnePoolOnly",
            ErrorCategory.InvalidArgument,
            $"'{Path}' takes the users of {_current?.Pool}, and no other pool's.",
            "Use a file for each pool: … | ForEach-Object { $_ | Export-CognitoUser -Path \"$($_.UserPoolId).jsonl\" }."
        );
}
