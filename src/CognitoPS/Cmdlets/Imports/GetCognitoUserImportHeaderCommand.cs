using System.Management.Automation;
using CognitoPS.Pipeline;

namespace CognitoPS.Cmdlets.Imports;

/// <summary>Gets the CSV columns that a user import file must have.</summary>
/// <remarks>
/// <para>The file must have all of these columns, in any order. Most of them may be empty. cognito:username, cognito:mfa_enabled and a
/// verified email address or phone number need values. The file has no quotation marks: write a comma in a value as \,.</para>
/// <para>Operation: GetCSVHeader.</para>
/// </remarks>
/// <example>
/// Create a file that contains only the header.
/// <code>"$(Get-CognitoUserImportHeader -UserPoolId eu-west-1_Customers)" | Set-Content users.csv</code>
/// </example>
/// <example>
/// List the columns of the custom attributes.
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
