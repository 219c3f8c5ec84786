using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Lists the users of a user pool, or reads users by name.</summary>
/// <remarks>
/// <para>Without -Username it lists every user of the pool, 60 a request; -Filter lets the service choose. With -Username it reads users one by one, with their MFA settings.</para>
/// <para>Operations: ListUsers, AdminGetUser. Listing adds no billed active users, reading by name may.</para>
/// </remarks>
/// <example>
/// The users whose e-mail address begins with "test".
/// <code>Get-CognitoUser -UserPoolId eu-west-1_Customers -Filter 'email ^= "test"'</code>
/// </example>
/// <example>
/// The first ten users of each production pool.
/// <code>Get-CognitoUserPool *-prod | ForEach-Object { Get-CognitoUser -UserPoolId $_ -First 10 }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUser", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(User))]
public sealed class GetCognitoUserCommand : BulkCommand
{
    /// <summary>The names of the users to read: user name, alias or sub.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Describe", ValueFromPipelineByPropertyName = true)]
    public string[] Username { get; set; } = [];

    /// <summary>
    /// One condition that the service filters by: attribute = "value" or attribute ^= "beginning". Attributes: username, email, phone_number, name, given_name, family_name, preferred_username, cognito:user_status, status, sub. A quote in a value is written \".
    /// </summary>
    [Parameter(ParameterSetName = "List")]
    public string? Filter { get; set; }

    private protected override async Task ProcessAsync()
    {
        (string pool, string region) = (UserPoolId, PoolRegion);
        var client = Client;
        if (ParameterSetName == "List")
        {
            var request = new ListUsersRequest { UserPoolId = pool, Filter = Filter };
            await WriteListAsync(Pager.PagesAsync(client, Paging.Users, request, Wanted(filters: false), StopToken), user => new User(user, pool, region).ToPSObject());
            return;
        }

        foreach (string name in Username)
        {
            var request = new AdminGetUserRequest { UserPoolId = pool, Username = name };
            await StartAsync(name, $"{pool}/{name}", async token => new User(await client.AdminGetUserAsync(request, token).ConfigureAwait(false), pool, region).ToPSObject());
        }
    }
}
