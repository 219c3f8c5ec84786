using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;
using CognitoPS.Updates;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Updates the session configuration of a user pool or, with -ClientId, of an app client.</summary>
/// <remarks>
/// <para>Settings you don't specify are left unchanged. The cmdlet reads the configuration, merges in your changes and writes it back. It
/// shows the difference with -WhatIf, -Confirm and -Verbose.</para>
/// <para>Operations: GetUserPoolSessionConfiguration, SetUserPoolSessionConfiguration, GetUserPoolClientSessionConfiguration,
/// SetUserPoolClientSessionConfiguration, DescribeUserPool.</para>
/// </remarks>
/// <example>
/// Track sessions in a user pool and limit each user to five.
/// <code>Set-CognitoSessionConfiguration -UserPoolId eu-west-1_Customers -UserSessionTracking ENABLED -MaxPerUser 5</code>
/// </example>
/// <example>
/// End single sign-on sessions after eight hours for each app client whose name starts with "web".
/// <code>Get-CognitoUserPoolClient -UserPoolId eu-west-1_Customers -Name web* | Set-CognitoSessionConfiguration -MaxValidityMinutes 480</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoSessionConfiguration", DefaultParameterSetName = "Pool", SupportsShouldProcess = true)]
[OutputType(typeof(SessionConfiguration))]
public sealed class SetCognitoSessionConfigurationCommand : PoolCommand
{
    /// <inheritdoc cref="PoolCommand.UserPoolId"/>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Pool", ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Client", ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public override string UserPoolId
    {
        get => base.UserPoolId;
        set => base.UserPoolId = value;
    }

    /// <summary>The ID of an app client, to update its configuration instead of the user pool's.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Client", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Whether the user pool tracks its users' sessions: ENABLED or DISABLED.</summary>
    [Parameter(ParameterSetName = "Pool")]
    [ArgumentCompleter(typeof(EnumCompleter<UserSessionTrackingType>))]
    public string? UserSessionTracking { get; set; }

    /// <summary>The maximum number of token sessions that a user can have at a time.</summary>
    [Parameter(ParameterSetName = "Pool")]
    [SettingPath("TokenSession.MaxPerUser")]
    public int? MaxPerUser { get; set; }

    /// <summary>The maximum length of the app client's single sign-on sessions, in minutes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Client")]
    [SettingPath("SSOSession.MaxValidityMinutes")]
    public int? MaxValidityMinutes { get; set; }

    /// <summary>The piped object; -PassThru returns it with its new settings.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns the updated configuration.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentTarget => ClientId ?? UserPoolId;

    private protected override async Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        if (ClientId is { } clientId)
        {
            await UpdateAsync(
                new Update<GetUserPoolClientSessionConfigurationResponse, SetUserPoolClientSessionConfigurationRequest>
                {
                    Target = _ => $"session configuration of app client {clientId} of {pool}",
                    Read = token =>
                        client.GetUserPoolClientSessionConfigurationAsync(new() { UserPoolId = pool, ClientId = clientId }, token),
                    Identify = request => (request.UserPoolId, request.ClientId) = (pool, clientId),
                    Write = async (request, token) =>
                    {
                        await client.SetUserPoolClientSessionConfigurationAsync(request, token);
                        return null;
                    },
                    Output = sessions => new SessionConfiguration(sessions, pool, clientId, region),
                },
                clear: [],
                replace: false,
                PassThru
            );
            return;
        }

        string? name = null;
        await UpdateAsync(
            new Update<GetUserPoolSessionConfigurationResponse, SetUserPoolSessionConfigurationRequest>
            {
                Target = _ => $"session configuration of {Target.UserPool(name, pool)}",
                Read = async token =>
                {
                    name ??= await PoolReader.NameAsync(client, pool, token);
                    return await client.GetUserPoolSessionConfigurationAsync(new() { UserPoolId = pool }, token);
                },
                Identify = request => request.UserPoolId = pool,
                Write = async (request, token) =>
                {
                    await client.SetUserPoolSessionConfigurationAsync(request, token);
                    return null;
                },
                Output = sessions => new SessionConfiguration(sessions, pool, region),
            },
            clear: [],
            replace: false,
            PassThru
        );
    }
}
