using System.Management.Automation;
using Amazon.CognitoIdentityProvider;

namespace CognitoPS.Cmdlets.Users;

/// <summary>A change to one user, made from the current parameters and sent later.</summary>
/// <param name="Action">The change in words, for -WhatIf and -Confirm.</param>
/// <param name="Send">The request, and what is returned when it is done; a <see cref="List{T}"/> of objects is returned one by one.</param>
/// <param name="ReadsBack">Reads and returns the user afterwards, if the request itself returned nothing.</param>
internal sealed record UserChange(
    string Action,
    Func<IAmazonCognitoIdentityProvider, CancellationToken, Task<object?>> Send,
    bool ReadsBack = false
)
{
    /// <summary>A change whose request returns nothing.</summary>
    public static UserChange Of(
        string action,
        Func<IAmazonCognitoIdentityProvider, CancellationToken, Task> send,
        bool readsBack = false
    ) =>
        new(
            action,
            async (client, token) =>
            {
                await send(client, token);
                return null;
            },
            readsBack
        );

    /// <summary>Prompts on the pipeline thread after the change itself was confirmed; false leaves the user unchanged.</summary>
    public Func<Task>? BeforeSending { get; init; }
}

/// <summary>The target of a change, and who makes it: an administrator, the signed-in user, or an application for its user.</summary>
/// <param name="Target">The target of errors.</param>
/// <param name="Key">The key that must not be in flight twice.</param>
/// <param name="Words">The user in words, for prompts.</param>
/// <param name="Client">The client with the rights to make the change.</param>
/// <param name="ReadAsync">Reads the user afterwards, given the attributes that every user shows.</param>
internal sealed record UserSubject(
    object Target,
    string Key,
    string Words,
    IAmazonCognitoIdentityProvider Client,
    Func<IReadOnlyList<string>, CancellationToken, Task<PSObject>>? ReadAsync
)
{
    /// <summary>The attributes that every user shows; null for those that the user has.</summary>
    public Func<Task<IReadOnlyList<string>>>? Columns { get; init; }
}
