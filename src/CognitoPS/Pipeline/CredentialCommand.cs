using System.Management.Automation;
using System.Security;
using CognitoPS.Completion;
using CognitoPS.Connection;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that can ask with AWS credentials: a profile's or keys.</summary>
public abstract class CredentialCommand : EndpointCommand
{
    /// <summary>The profile of the shared AWS configuration and credentials files to ask with: static keys, an assumed role, single sign-on, web identity or a credential process. Default: what Connect-Cognito set.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The access key to ask with. Goes with -SecretKey.</summary>
    [Parameter]
    public string? AccessKey { get; set; }

    /// <summary>The secret key to ask with, as a SecureString or as text. Goes with -AccessKey.</summary>
    [Parameter]
    [SecretText]
    public SecureString? SecretKey { get; set; }

    /// <summary>The session token of temporary keys, as a SecureString or as text.</summary>
    [Parameter]
    [SecretText]
    public SecureString? SessionToken { get; set; }

    private protected override ConnectionSettings Given => base.Given with
    {
        ProfileName = ProfileName,
        AccessKey = AccessKey,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
    };

    /// <summary>Whether AWS credentials are named anywhere, so that asking for them is worth while.</summary>
    private protected bool HasCredentials => Credentials.AreNamed(Given.Or(RunspaceState.Current.Default), StoredCredentials);
}
