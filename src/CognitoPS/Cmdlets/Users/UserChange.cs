using System.Management.Automation;
using Amazon.CognitoIdentityProvider;

namespace CognitoPS.Cmdlets.Users;

/// <summary>What is done to one user: made from the parameters as they are now, and sent later.</summary>
/// <param name="Action">What it is, as -WhatIf and -Confirm say it.</param>
/// <param name="Send">The request, and what is written when it is done; a <see cref="List{T}"/> of objects is written one by one.</param>
/// <param name="ReadsBack">The user is read and written afterwards, where the request itself gave nothing.</param>
internal sealed record UserChange(
    string Action,
    Func<IAmazonCognitoIdentityProvider, CancellationToken, Task<object?>> Send,
    bool ReadsBack = false
)
{
    /// <summary>A change whose request answers with nothing worth writing.</summary>
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

    /// <summary>What is asked on the pipeline thread once the change itself was agreed to; false: the user is left as it is.</summary>
    public Func<Task>? BeforeSending { get; init; }
}

/// <summary>Whom a change is for and as whom it is made: an administrator, the signed-in user, or an application for its user.</summary>
/// <param name="Target">What errors are about.</param>
/// <param name="Key">What must not be in flight twice.</param>
/// <param name="Words">The user in words, for questions.</param>
/// <param name="Client">The client with the right to do it.</param>
/// <param name="ReadAsync">Reads the user afterwards, given the attributes that every user shows.</param>
internal sealed record UserSubject(
    object Target,
    string Key,
    string Words,
    IAmazonCognitoIdentityProvider Client,
    Func<IReadOnlyList<string>, CancellationToken, Task<PSObject>>? ReadAsync
)
{
    /// <summary>The attributes that every user shows; null: those that they have.</summary>
    public Func<Task<IReadOnlyList<string>>>? Columns { get; init; }
}
