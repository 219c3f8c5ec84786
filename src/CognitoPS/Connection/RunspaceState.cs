using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Amazon.CognitoIdentityProvider;

namespace CognitoPS.Connection;

/// <summary>What the module remembers for one runspace: the default connection and the clients already made.</summary>
internal sealed class RunspaceState
{
    private const int MostClients = 64;
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> States = new();

    /// <summary>What a client has read of the environment when it was made.</summary>
    private static readonly string[] Variables =
    [
        "AWS_PROFILE",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_ROLE_ARN",
        "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        .. ClientFactory.EndpointVariables,
        "AWS_USE_FIPS_ENDPOINT",
        "AWS_USE_DUALSTACK_ENDPOINT",
        "HTTPS_PROXY",
        "HTTP_PROXY",
        "NO_PROXY",
    ];

    private readonly Dictionary<(ConnectionSettings, object? Stored, string Region), IAmazonCognitoIdentityProvider> _clients = [];
    private readonly string?[] _environment = new string?[Variables.Length];

    /// <summary>The state of the runspace that this thread works for.</summary>
    public static RunspaceState Current => States.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>What Connect-Cognito set; <see cref="ConnectionSettings.None"/> before.</summary>
    public ConnectionSettings Default { get; private set; } = ConnectionSettings.None;

    /// <summary>Makes <paramref name="settings"/> the default and lets go of the clients made so far.</summary>
    public void Connect(ConnectionSettings settings)
    {
        Default = settings;
        _clients.Clear();
    }

    /// <summary>
    /// The client that asks as <paramref name="settings"/> say, completed by the default connection, in <paramref name="region"/>; made
    /// once.
    /// </summary>
    public IAmazonCognitoIdentityProvider Client(ConnectionSettings settings, object? storedCredentials, string region)
    {
        return Make(settings.Or(Default), storedCredentials, region);
    }

    /// <summary>The client for operations that are not signed: where <paramref name="settings"/> say, as nobody.</summary>
    public IAmazonCognitoIdentityProvider PublicClient(ConnectionSettings settings, string region) =>
        Make(settings.Or(Default).AsNobody(), null, region);

    private IAmazonCognitoIdentityProvider Make(ConnectionSettings all, object? storedCredentials, string region)
    {
        ForgetAnotherEnvironment();
        var key = (all, storedCredentials, region);
        if (_clients.TryGetValue(key, out IAmazonCognitoIdentityProvider? client))
            return client;
        if (_clients.Count >= MostClients)
            _clients.Clear();
        return _clients[key] = ClientFactory.Create(all, storedCredentials, region);
    }

    /// <summary>After a change of the environment no request must leave as whom, or to where, it said before.</summary>
    private void ForgetAnotherEnvironment()
    {
        for (int i = 0; i < Variables.Length; i++)
        {
            string? now = Environment.GetEnvironmentVariable(Variables[i]);
            if (now == _environment[i])
                continue;
            _environment[i] = now;
            _clients.Clear();
        }
    }
}
