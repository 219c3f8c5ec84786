using System.Globalization;
using System.Management.Automation;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Transfer;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Transfer;

/// <summary>Creates the users of a file in a user pool, with their groups, state and linked identities.</summary>
/// <remarks>
/// <para>The file is one of Export-CognitoUser, or any CSV file, whose columns -Column maps. All of it is read and held against the pool
/// before anything is changed: quoting, encoding, names that are there twice, attributes that the pool does not have. A file that is not
/// what its manifest says is refused.</para>
/// <para>What becomes of each user is written to a journal beside the file, which holds on the disk what is reported. Run the same command
/// again after it was stopped in any way: it leaves out who is done and neither repeats nor forgets anybody. Users who failed are tried
/// again. The journal of another file or pool is refused; remove it to begin again.</para>
/// <para>Passwords, software tokens and passkeys cannot be carried, and a user's sub and dates are new. NotCarried of each result says what
/// else was not. No invitation is sent and no password is set unless -SendInvitation or -RandomPassword says so. Users of an identity
/// provider are skipped: it makes them at their first sign-in. Groups that are missing are created. Users who are there stay as they
/// are.</para>
/// <para>-ByJob makes import jobs of the file, feeds and starts them, waits, and then restores groups and the rest. Jobs are quicker, and
/// cost no active users; they take users with a verified e-mail address or telephone number only. Their users are in RESET_REQUIRED, or in
/// CONFIRMED where the file has password hashes.</para>
/// <para>Operations: AdminCreateUser, DescribeUserPool. CreateGroup, ListGroups, AdminAddUserToGroup, ListIdentityProviders,
/// AdminLinkProviderForUser, AdminSetUserMFAPreference, AdminDisableUser and AdminSetUserPassword where they are needed. With -ByJob
/// GetCSVHeader, CreateUserImportJob, StartUserImportJob, DescribeUserImportJob and ListUsers in place of AdminCreateUser.</para>
/// </remarks>
/// <example>
/// See what an import would come to.
/// <code>Import-CognitoUser -UserPoolId eu-west-1_Customers -Path staff.csv -Column @{ Username = 'username'; email = 'mail' } -WhatIf</code>
/// </example>
/// <example>
/// Import, and look at those who were not created.
/// <code>Import-CognitoUser -UserPoolId eu-west-1_Customers -Path customers.jsonl | Where-Object Result -ne Created</code>
/// </example>
[Cmdlet(VerbsData.Import, "CognitoUser", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
[OutputType(typeof(UserImportResult))]
public sealed partial class ImportCognitoUserCommand : PoolCommand
{
    private protected override object? CurrentTarget => Path;

    private int AtOnce => IsGiven(nameof(ThrottleLimit)) ? ThrottleLimit : 16;

    private protected override async Task ProcessAsync()
    {
        CheckParameters();
        var columns = Column?.Keys.Cast<object>().ToDictionary(key => $"{key}", key => $"{Column[key]}", StringComparer.OrdinalIgnoreCase);
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        (string pool, var client) = (UserPoolId, Client);
        UserImportPlan plan = await Task.Run(
            () => UserImportPlan.MakeAsync(client, pool, new UserFile(path, columns), StopToken),
            StopToken
        );
        Warn(plan);
        string groups = plan.NewGroups.Count > 0 ? $" Groups to create: {string.Join(", ", plan.NewGroups)}." : "";
        string action = $"Import {plan.Users.ToString("N0", CultureInfo.InvariantCulture)} users of '{path}'.{groups}";
        if (!ShouldProcess(await DescribePoolAsync(), action))
            return;
        if (SendInvitation)
        {
            var quota = new InvitationQuota(Descriptions, plan.Users, Force, question => ShouldContinue(question, InvitationQuota.Caption));
            await quota.CountAsync(client, pool, StopToken);
        }

        using var journal = ImportJournal.Open(plan.File, pool, ByJob);
        if (journal.Done.Count > 0)
            WriteVerbose($"{journal.Done.Count:N0} users were done by an earlier run: {ImportJournal.PathOf(path, pool)}.");
        if (ByJob)
        {
            var import = new UserImportByJob(client, pool, CloudWatchLogsRoleArn!)
            {
                AtOnce = AtOnce,
                PasswordHashingAlgorithm = PasswordHashingAlgorithm?.ToUpperInvariant(),
            };
            await WriteAsync(import.RunAsync(plan, journal, StopToken), plan.Users, () => import.Handled);
        }
        else
        {
            var import = new UserImport(client, pool)
            {
                AtOnce = AtOnce,
                SendInvitation = SendInvitation,
                RandomPassword = RandomPassword,
            };
            await WriteAsync(import.RunAsync(plan, journal, StopToken), plan.Users - journal.Done.Count, () => 0);
        }
    }

    /// <summary>Writes each result; one that failed is an error too.</summary>
    private async Task WriteAsync(IAsyncEnumerable<ImportedUser> results, long total, Func<long> handled)
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        var progress = new RunProgress(this, total);
        (long done, long failed) = (0, 0);
        await using IAsyncEnumerator<ImportedUser> each = results.GetAsyncEnumerator(StopToken);
        while (await progress.WhileAsync(each.MoveNextAsync().AsTask(), () => Math.Max(done, handled()), failed))
        {
            ImportedUser user = each.Current;
            bool hasFailed = user.Result == ImportedUser.Failed;
            (done, failed) = hasFailed ? (done, failed + 1) : (done + 1, failed);
            var result = new UserImportResult(user.Username, user.Result, user.Reason, user.NotCarried, user.Line, pool, region);
            WriteObject(result);
            if (hasFailed)
                WriteError(
                    ErrorTable.ToRecord(
                        user.Error ?? new CognitoException("UserNotImported", ErrorCategory.InvalidData, user.Reason ?? user.Result),
                        result
                    )
                );
        }

        progress.Complete();
    }

    private void CheckParameters()
    {
        if (ByJob && CloudWatchLogsRoleArn is null)
            throw Refused("MissingRole", "-ByJob needs -CloudWatchLogsRoleArn.");
        if (!ByJob && (CloudWatchLogsRoleArn ?? PasswordHashingAlgorithm) is not null)
            throw Refused("InvalidCombination", "-CloudWatchLogsRoleArn and -PasswordHashingAlgorithm go with -ByJob.");
        if (ByJob && (SendInvitation || RandomPassword))
            throw Refused("InvalidCombination", "A job sends no invitations and sets no passwords.");
        if (SendInvitation && RandomPassword)
            throw Refused("InvalidCombination", "An invitation carries a temporary password, and -RandomPassword sets another.");

        static CognitoException Refused(string id, string message) => new(id, ErrorCategory.InvalidArgument, message);
    }

    /// <summary>Says before the start what administrators have found out too late.</summary>
    private void Warn(UserImportPlan plan)
    {
        if (plan.File.Manifest is null && !UserFile.IsCsv(plan.File.Path))
            WriteWarning($"'{plan.File.Path}' has no manifest, so that it cannot be seen whether it is whole.");
        if (plan.HashedUsers > 0 && PasswordHashingAlgorithm is null)
            WriteWarning(
                $"The password hashes of {plan.HashedUsers:N0} users are left out: -ByJob with -PasswordHashingAlgorithm takes them."
            );
        if (!ByJob && !RandomPassword && !SendInvitation && plan.ConfirmedUsers > 0)
            WriteWarning(
                $"{plan.ConfirmedUsers:N0} users were CONFIRMED and will be in FORCE_CHANGE_PASSWORD, with a password that nobody knows. "
                    + "-RandomPassword lets them choose one as those who have forgotten theirs; -SendInvitation sends them a temporary one."
            );
        if (ByJob && plan.UnverifiedUsers > 0)
            WriteWarning($"{plan.UnverifiedUsers:N0} users have neither address nor number verified, and no import job takes them.");
        if (plan.ExternalUsers > 0)
            WriteWarning($"{plan.ExternalUsers:N0} users of identity providers are skipped: they are made at their first sign-in.");
    }
}
