using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Http;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Import jobs: made, given their file by the pre-signed address, run beside the requests.</summary>
internal static class ImportOperations
{
    private const int MaximumJobs = 50;
    private const string Encryption = "x-amz-server-side-encryption";
    private const string NotAsSigned =
        "<Error><Code>SignatureDoesNotMatch</Code><Message>The request is not the one that was signed: check the address and the header "
        + Encryption
        + ".</Message></Error>";
    private const long LifeTime = 24 * 60 * 60 * 1000;

    internal static void AddTo(OperationTable table)
    {
        table.Add(
            "GetCSVHeader",
            (call, pool) =>
            {
                call.Json.WriteString("UserPoolId", pool.Id);
                call.Json.WriteStrings("CSVHeader", UserImport.Columns(pool));
            }
        );
        table.Add("CreateUserImportJob", Create);
        table.Add("DescribeUserImportJob", (call, pool) => WriteAnswer(call, pool, Job(call, pool)));
        table.Add("ListUserImportJobs", List);
        table.Add("StartUserImportJob", Start);
        table.Add("StopUserImportJob", Stop);
    }

    /// <summary>Takes the file where the pre-signed address says, as the store behind the service does.</summary>
    internal static void AddTo(RouteTable routes) => routes.Add("PUT", "/import/{pool}/{job}", Upload);

    private static HttpAnswer Upload(RouteCall call)
    {
        UserPool? pool = call.State.FindPool(call.Values["pool"]);
        ImportJob? job = pool?.ImportJobs.Find(known => known.Id == call.Values["job"]);
        bool signed = job is not null && call.Url.Query == new Uri(job.Url).Query;
        if (!signed || call.Headers[Encryption] != "aws:kms")
            return HttpAnswer.Text(403, "application/xml", NotAsSigned);
        lock (pool!)
            job!.File = call.Body;
        return new HttpAnswer(200, "application/xml");
    }

    private static void Create(Call call, UserPool pool)
    {
        if (pool.ImportJobs.Count >= MaximumJobs)
            throw ServiceException.LimitExceeded($"Maximum number of import jobs ({MaximumJobs}) reached.");
        string id = $"import-{call.State.Ids.Text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 10)}";
        string signature = call.State.Ids.Text("0123456789abcdef", 64);
        string url =
            $"{call.State.Endpoint}import/{pool.Id}/{id}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=899"
            + $"&X-Amz-SignedHeaders=host%3B{Encryption}&X-Amz-Signature={signature}";
        ImportJob job = new(
            id,
            call.Required("JobName"),
            call.Required("CloudWatchLogsRoleArn"),
            call.Text("PasswordHashingAlgorithm"),
            url,
            call.State.NextSequence(),
            call.Now
        );
        pool.ImportJobs.Add(job);
        WriteAnswer(call, pool, job);
    }

    /// <summary>Newest first.</summary>
    private static void List(Call call, UserPool pool) =>
        call.WritePage(
            "UserImportJobs",
            pool.ImportJobs,
            (json, job) => Write(json, call, pool, job),
            job => new ListPosition(-job.Sequence)
        );

    private static void Start(Call call, UserPool pool)
    {
        ImportJob job = Job(call, pool);
        if (Status(call, job) != ImportStatus.Created)
            throw Precondition($"The job cannot be started: its status is {Status(call, job)}.");
        if (pool.IsImporting)
            throw Precondition("Another import job of the user pool is in progress.");
        job.Status = ImportStatus.Pending;
        job.Started = call.Now;
        WriteAnswer(call, pool, job);
        ServerState state = call.State;
        _ = Task.Run(() => UserImport.Run(state, pool, job));
    }

    private static void Stop(Call call, UserPool pool)
    {
        ImportJob job = Job(call, pool);
        if (job.Status is not (ImportStatus.Pending or ImportStatus.InProgress))
            throw Precondition($"The job cannot be stopped: its status is {Status(call, job)}.");
        job.Status = ImportStatus.Stopping;
        WriteAnswer(call, pool, job);
    }

    private static ServiceException Precondition(string message) => new("PreconditionNotMetException", message);

    private static ImportJob Job(Call call, UserPool pool)
    {
        string id = call.Required("JobId");
        return pool.ImportJobs.Find(known => known.Id == id) ?? throw ServiceException.NotFound($"Import job {id} does not exist.");
    }

    private static ImportStatus Status(Call call, ImportJob job) =>
        job.Status == ImportStatus.Created && call.Now > job.Created + LifeTime ? ImportStatus.Expired : job.Status;

    private static void WriteAnswer(Call call, UserPool pool, ImportJob job)
    {
        call.Json.WritePropertyName("UserImportJob");
        Write(call.Json, call, pool, job);
    }

    private static void Write(Utf8JsonWriter json, Call call, UserPool pool, ImportJob job)
    {
        json.WriteStartObject();
        json.WriteString("JobName", job.Name);
        json.WriteString("JobId", job.Id);
        json.WriteString("UserPoolId", pool.Id);
        json.WriteString("PreSignedUrl", job.Url);
        json.WriteTime("CreationDate", job.Created);
        if (job.Started is long started)
            json.WriteTime("StartDate", started);
        if (job.Completed is long completed)
            json.WriteTime("CompletionDate", completed);
        json.WriteString("Status", Status(call, job).ToString());
        json.WriteString("CloudWatchLogsRoleArn", job.Role);
        json.WriteNumber("ImportedUsers", job.Imported);
        json.WriteNumber("SkippedUsers", job.Skipped);
        json.WriteNumber("FailedUsers", job.Failed);
        json.WriteOptional("CompletionMessage", job.Message);
        json.WriteOptional("PasswordHashingAlgorithm", job.Hashing);
        json.WriteEndObject();
    }
}
