using System.Management.Automation;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using CognitoPS.Errors;
using CognitoPS.Secrets;

namespace CognitoPS.Connection;

/// <summary>Finds the credentials a connection asks with.</summary>
internal static class Credentials
{
    private const string Advice =
        "Run Connect-Cognito with -ProfileName, -AccessKey and -SecretKey, or -Credential. To work without an AWS account, "
        + "run Start-CognitoLocalServer.";

    /// <summary>Where credentials come from, in words for Get-CognitoConnection.</summary>
    public static string Describe(ConnectionSettings settings, object? stored) =>
        settings switch
        {
            { IsAnonymous: true } => "none",
            { Credential: not null } => "credential object",
            { AccessKey: { } key } => $"access key {key}",
            { ProfileName: { } profile } => $"profile {profile}",
            _ when stored is not null => "$StoredAWSCredentials",
            _ when InEnvironment => "environment",
            _ when Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } profile => $"profile {profile}",
            _ => "default chain (profile, container, instance)",
        };

    /// <summary>
    /// The credentials of <paramref name="settings"/>; the default chain when they name none. Looked up at the first request.
    /// </summary>
    public static AWSCredentials Find(ConnectionSettings settings, object? stored) =>
        settings switch
        {
            { IsAnonymous: true } => new AnonymousAWSCredentials(),
            { NamesSeveralIdentities: true } => throw new CognitoException(
                "AmbiguousIdentity",
                ErrorCategory.InvalidArgument,
                "-ProfileName, -Credential and -AccessKey each specify credentials.",
                "Specify only one of them."
            ),
            { Credential: { } given } => FromObject(given),
            { AccessKey: { } key, SecretKey: { } secret } => Keys(
                key,
                SecureText.Reveal(secret),
                settings.SessionToken is { } token ? SecureText.Reveal(token) : null
            ),
            { AccessKey: not null } or { SecretKey: not null } or { SessionToken: not null, ProfileName: null } =>
                throw new CognitoException(
                    "IncompleteKeys",
                    ErrorCategory.InvalidArgument,
                    "-AccessKey and -SecretKey must be used together, and -SessionToken needs both.",
                    "Specify all of them, or none."
                ),
            { ProfileName: { } profile } => new ProfileCredentials(profile, FromProfile(profile)),
            _ when stored is not null => FromObject(stored),
            _ when InEnvironment => new EnvironmentVariablesAWSCredentials(),
            _ => new DefaultChain(),
        };

    /// <summary>
    /// Whether credentials are named in the settings, the environment or a profile. Neither container nor instance is asked.
    /// </summary>
    public static bool AreNamed(ConnectionSettings settings, object? stored) =>
        settings.NamesIdentity
        || stored is not null
        || InEnvironment
        || Environment.GetEnvironmentVariable("AWS_WEB_IDENTITY_TOKEN_FILE") is { Length: > 0 }
        || new CredentialProfileStoreChain().TryGetProfile(DefaultProfile, out _);

    /// <summary>The region a profile names, or null.</summary>
    public static string? RegionOfProfile(string? name) =>
        new CredentialProfileStoreChain().TryGetProfile(name ?? DefaultProfile, out CredentialProfile found)
            ? found.Region?.SystemName
            : null;

    private static string DefaultProfile =>
        Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } profile ? profile : "default";

    /// <summary>Refuses an AWS_PROFILE that no file knows, which would otherwise be asked past.</summary>
    /// <exception cref="CognitoException">ProfileNotFound.</exception>
    public static void CheckDefaultProfile()
    {
        if (
            Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } name
            && !new CredentialProfileStoreChain().TryGetProfile(name, out _)
        )
            throw ProfileNotFound(name, "AWS_PROFILE names ");
    }

    private static bool InEnvironment =>
        Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 }
        && Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 };

    private static AWSCredentials Keys(string accessKey, string secretKey, string? token) =>
        token is { Length: > 0 } ? new SessionAWSCredentials(accessKey, secretKey, token) : new BasicAWSCredentials(accessKey, secretKey);

    private static AWSCredentials FromProfile(string name) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(name, out AWSCredentials found) ? found : throw ProfileNotFound(name, "");

    private static CognitoException ProfileNotFound(string name, string source) =>
        new(
            "ProfileNotFound",
            ErrorCategory.ObjectNotFound,
            $"{source}'{name}': the shared credentials and config files have no usable profile of that name.",
            "'aws configure list-profiles' lists the profiles. AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE set the "
                + "location of the files."
        );

    /// <summary>
    /// Takes any object with <c>GetCredentials()</c> by value, whichever assembly it is from, and a PSCredential with the keys as name and
    /// password.
    /// </summary>
    private static AWSCredentials FromObject(object given)
    {
        var source = PSObject.AsPSObject(given);
        if (source.BaseObject is PSCredential pair)
            return Keys(pair.UserName, pair.GetNetworkCredential().Password, null);
        if (source.BaseObject is AWSCredentials ours)
            return ours;
        if (source.Methods["GetCredentials"] is null && source.Properties["Credentials"]?.Value is { } inner)
            source = PSObject.AsPSObject(inner);
        if (source.Methods["GetCredentials"] is null && Text(source, "AccessKey") is null)
        {
            throw new CognitoException(
                "InvalidCredential",
                ErrorCategory.InvalidArgument,
                $"-Credential cannot use an object of type {source.TypeNames[0]}.",
                "Use a PSCredential with access key and secret key, or an object with a GetCredentials() method, such as "
                    + "those created by AWS.Tools."
            );
        }

        return new ForeignCredentials(source);
    }

    private static string? Text(PSObject source, string property) => source.Properties[property]?.Value as string;

    /// <summary>Credentials of another module, read again for each client so that they may renew themselves.</summary>
    private sealed class ForeignCredentials(PSObject source) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials()
        {
            PSObject keys = source.Methods["GetCredentials"] is { } method ? PSObject.AsPSObject(method.Invoke()) : source;
            return Text(keys, "AccessKey") is { Length: > 0 } access && Text(keys, "SecretKey") is { Length: > 0 } secret
                ? new ImmutableCredentials(access, secret, Text(keys, "Token") ?? Text(keys, "SessionToken"))
                : throw new CognitoException(
                    "InvalidCredential",
                    ErrorCategory.InvalidArgument,
                    "The credential object returned no access key and secret key.",
                    Advice
                );
        }
    }

    /// <summary>A profile's credentials: what fails in getting them is told as the profile's.</summary>
    private sealed class ProfileCredentials(string profile, AWSCredentials credentials) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials()
        {
            try
            {
                return credentials.GetCredentials();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw Failed(exception);
            }
        }

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            try
            {
                return await credentials.GetCredentialsAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw Failed(exception);
            }
        }

        private CognitoException Failed(Exception exception) =>
            new(
                "CredentialsFailed",
                ErrorCategory.AuthenticationError,
                $"The profile '{profile}' returned no credentials: {exception.Message}",
                $"If the profile needs a sign-in, sign in again, for example with 'aws sso login --profile {profile}'. "
                    + "Otherwise, check the process, role or source profile that it names.",
                exception
            );
    }

    /// <summary>
    /// Profile, web identity, container and instance, in the runtime's order; looked up at the first signed request, off the
    /// pipeline thread, and again at each one until something is found, so that a profile made meanwhile is seen.
    /// </summary>
    private sealed class DefaultChain : AWSCredentials
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        private AWSCredentials? _found;

        public override ImmutableCredentials GetCredentials()
        {
            try
            {
                return (_found ??= Search()).GetCredentials();
            }
            catch (AmazonClientException exception)
            {
                throw NotFound(exception);
            }
        }

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            Task<ImmutableCredentials> search = Task.Run(GetCredentials);
            return await Task.WhenAny(search, Task.Delay(Patience)).ConfigureAwait(false) == search
                ? await search.ConfigureAwait(false)
                : throw NotFound(null);
        }

        /// <summary>The profile is looked for here: the runtime's own search keeps what the files held when it first ran.</summary>
        private static AWSCredentials Search()
        {
            if (Environment.GetEnvironmentVariable("AWS_WEB_IDENTITY_TOKEN_FILE") is { Length: > 0 })
                return new DefaultAWSCredentialsIdentityResolver().ResolveIdentity(null);
            CheckDefaultProfile();
            return new CredentialProfileStoreChain().TryGetAWSCredentials(DefaultProfile, out AWSCredentials found)
                ? new ProfileCredentials(DefaultProfile, found)
                : new DefaultAWSCredentialsIdentityResolver().ResolveIdentity(null);
        }

        private static CognitoException NotFound(Exception? cause) =>
            new(
                "NoCredentials",
                ErrorCategory.AuthenticationError,
                "No AWS credentials were found in the parameters, Connect-Cognito, $StoredAWSCredentials, the environment, a "
                    + "profile, a container or an instance.",
                Advice,
                cause
            );
    }
}
