using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Settings;
using CognitoPS.SignIn;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>
/// A cmdlet that an administrator runs on users, and, through an app client and without AWS credentials, somebody who is not signed in on
/// an account.
/// </summary>
public abstract class AccountCommand : UserChangeCommand
{
    private protected const string Account = "AppClient";

    /// <summary>
    /// The user pool: its id (eu-west-1_AbCdEf123), its ARN, or an object of Get-CognitoUserPool. With -ClientId it may be left out; it
    /// says where the app client's secret can be read.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Account, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public override string UserPoolId
    {
        get => base.UserPoolId;
        set => base.UserPoolId = value;
    }

    /// <summary>
    /// The users: user name, sub or, where the pool has them, alias. Names and objects with a Username arrive by pipeline too.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Admin, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true,
        Position = 1,
        ParameterSetName = Account,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Username]
    public override string[] Username
    {
        get => base.Username;
        set => base.Username = value;
    }

    /// <summary>The id of the app client: the request is made as its application makes it, unsigned.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Account, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string ClientId { get; set; } = "";

    /// <summary>
    /// The app client's secret, as a SecureString or as text. Default: read when the service asks for it, where -UserPoolId is given and
    /// AWS credentials allow it.
    /// </summary>
    [Parameter(ParameterSetName = Account, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public SecureString? ClientSecret { get; set; }

    /// <summary>What the pool's Lambda triggers are told, as @{ source = 'script' }.</summary>
    [Parameter]
    public IDictionary? ClientMetadata { get; set; }

    /// <summary>Where the user is, for threat protection, as @{ IpAddress = '192.0.2.7'; EncodedData = '…' }.</summary>
    [Parameter(ParameterSetName = Account)]
    [Settings(typeof(UserContextDataType))]
    public UserContextDataType? UserContextData { get; set; }

    /// <summary>The Amazon Pinpoint endpoint that it is counted for, as @{ AnalyticsEndpointId = '…' }.</summary>
    [Parameter(ParameterSetName = Account)]
    [Settings(typeof(AnalyticsMetadataType))]
    public AnalyticsMetadataType? AnalyticsMetadata { get; set; }

    private protected string? NamedPool => UserPoolId.Length > 0 ? UserPoolId : null;

    private protected Dictionary<string, string>? Metadata => AttributeValues.Of(ClientMetadata);

    /// <summary>Does it through the app client, and gives what is written.</summary>
    private protected abstract Task<object?> ActAsync(
        string username,
        string region,
        Func<Func<IAmazonCognitoIdentityProvider, string?, Task>, Task> send
    );

    private protected override async Task StartUserAsync(string username)
    {
        if (ParameterSetName != Account && !TakeClient())
        {
            await base.StartUserAsync(username);
            return;
        }

        if (!ShouldProcess($"user '{username}' of app client {ClientId}", Action))
            return;
        string region = RegionFor(NamedPool);
        var open = PublicClientIn(region);
        var app = new AppClient(
            ClientId,
            ClientSecret,
            NamedPool,
            NamedPool is not null && ClientSecret is null ? AdministratorIn(region) : null
        );
        object? result = await ActAsync(
            username,
            region,
            request =>
                app.SendAsync(
                    async secret =>
                    {
                        await request(open, app.HashOf(secret, username)).ConfigureAwait(false);
                        return true;
                    },
                    StopToken
                )
        );
        if (result is not null)
            WriteObject(result);
    }

    // A piped app client says through which application it is done, and is not just another thing with a UserPoolId.
    private bool TakeClient()
    {
        if (IsPoolNamed || InputObject?.Properties["Username"] is not null || InputObject?.Properties["ClientId"]?.Value is not string id)
            return false;
        (ClientId, ClientSecret) = (id, InputObject.Properties["ClientSecret"]?.Value as SecureString);
        return true;
    }
}
