using System.Globalization;
using System.Management.Automation;
using CognitoPS.Errors;
using CognitoPS.Pipeline;
using CognitoPS.Transfer;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Transfer;

/// <summary>Imports users from a CSV or JSON file into a user pool, with their groups, status and linked identities.</summary>
/// <remarks>
/// <para>The file comes from Export-CognitoUser, or is any CSV file whose columns you map with -Column. Before anything changes, the cmdlet
/// checks the whole file against the user pool: quoting, encoding, duplicate names and unknown attributes. A file that doesn't match its
/// manifest is rejected.</para>
/// <para>The result of each user is written to a journal next to the file, and is on disk before it is reported. If the import stops for
/// any reason, run the same command again. It skips completed users, retries failed ones, and neither repeats nor misses anyone. A journal
/// of another file or user pool is rejected; remove it to start over.</para>
/// <para>Passwords, software tokens and passkeys can't be transferred, and each user gets a new sub and new dates. NotCarried of each
/// result lists what else was not transferred. No invitation is sent and no password is set unless you specify -SendInvitation or
/// -RandomPassword. Users of an external identity provider are skipped, because their first sign-in creates them. Missing groups are
/// created. Existing users are left unchanged.</para>
/// <para>-ByJob creates user import jobs, uploads the file, starts the jobs and waits. Then it restores groups and other settings. Jobs are
/// faster and don't count users as active, but they only accept users with a verified email address or phone number. The imported users are
/// in RESET_REQUIRED, or in CONFIRMED if the file contains password hashes.</para>
/// <para>Operations: AdminCreateUser, DescribeUserPool. CreateGroup, ListGroups, AdminAddUserToGroup, ListIdentityProviders,
/// AdminLinkProviderForUser, AdminSetUserMFAPreference, AdminDisableUser and AdminSetUserPassword where they are needed. With -ByJob
/// GetCSVHeader, CreateUserImportJob, StartUserImportJob, DescribeUserImportJob and ListUsers in place of AdminCreateUser.</para>
/// </remarks>
/// <example>
/// Preview an import.
/// <code>Import-CognitoUser -UserPoolId eu-west-1_Customers -Path staff.csv -Column @{ Username = 'username'; email = 'mail' } -WhatIf</code>
/// </example>
/// <example>
/// Import users, and list those who were not created.
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
