using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider;
using CognitoPS.Completion;
using CognitoPS.Connection;

namespace CognitoPS.Pipeline;

/// <summary>A cmdlet that can ask with AWS credentials: a profile's or keys.</summary>
public abstract class CredentialCommand : EndpointCommand
{
    /// <summary>
    /// The profile of the shared AWS configuration and credentials files to ask with: static keys, an assumed role, single sign-on, web
    /// identity or a credential process. Default: what Connect-Cognito set.
    /// </summary>
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

    private protected override ConnectionSettings Given =>
        base.Given with
        {
            ProfileName = ProfileName,
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
        };

    /// <summary>
    /// The client that may read an app client's settings for a request which itself is not signed; null where there are no AWS credentials,
    /// or where the default ones cannot be used.
    /// </summary>
    private protected IAmazonCognitoIdentityProvider? AdministratorIn(string region)
    {
        if (!Credentials.AreNamed(Given.Or(RunspaceState.Current.Default), StoredCredentials))
            return null;
        try
        {
            return ClientIn(region);
        }
        catch (CognitoException unusable) when (!Given.NamesIdentity)
        {
            WriteVerbose($"The app client's settings cannot be read: {unusable.Message}");
            return null;
        }
    }
}
