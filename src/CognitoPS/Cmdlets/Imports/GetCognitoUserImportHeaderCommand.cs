using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Gives the columns that a file for the import of users must have.</summary>
/// <remarks>
/// <para>All of them must be there, in any order; most may be empty. cognito:username, cognito:mfa_enabled and a verified e-mail address or
/// phone number need values. There are no quotes in the file: a comma in a value is written \,.</para>
/// <para>Operation: GetCSVHeader.</para>
/// </remarks>
/// <example>
/// A file with nothing but its first line.
/// <code>"$(Get-CognitoUserImportHeader -UserPoolId eu-west-1_Customers)" | Set-Content users.csv</code>
/// </example>
/// <example>
/// The columns of the pool's own attributes.
/// <code>(Get-CognitoUserImportHeader -UserPoolId eu-west-1_Customers).CSVHeader | Where-Object { $_ -like 'custom:*' }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "CognitoUserImportHeader", DefaultParameterSetName = Named)]
[OutputType(typeof(UserImportHeader))]
public sealed class GetCognitoUserImportHeaderCommand : PoolCommand
{
    private protected override Task ProcessAsync()
    {
        (string pool, string region, var client) = (UserPoolId, PoolRegion, Client);
        return StartAsync(
            pool,
            pool,
            async token => new UserImportHeader(await client.GetCSVHeaderAsync(new() { UserPoolId = pool }, token), pool, region)
        );
    }
}
