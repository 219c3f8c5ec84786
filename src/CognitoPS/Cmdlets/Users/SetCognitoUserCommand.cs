using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Changes or removes attributes of users; what is not named stays.</summary>
/// <remarks>
/// <para>Custom attributes are written by their bare names: the pool's schema, read once, says where custom: belongs. A name that is not in the schema is refused before anything is sent.</para>
/// <para>A changed e-mail address or phone number becomes unverified unless email_verified or phone_number_verified is set with it.</para>
/// <para>Operations: AdminUpdateUserAttributes, AdminDeleteUserAttributes; several users at once, 25 requests a second by default.</para>
/// </remarks>
/// <example>
/// A new address, verified, and a department.
/// <code>Set-CognitoUser -UserPoolId eu-west-1_Customers -Username anna -Attribute @{ email = 'anna@example.com'; email_verified = $true; department = 'sales' }</code>
/// </example>
/// <example>
/// From a file with the columns Username and department.
/// <code>Import-Csv moves.csv | Set-CognitoUser -UserPoolId eu-west-1_Customers -Attribute { @{ department = $_.department } }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User))]
public sealed class SetCognitoUserCommand : UserChangeCommand
{
    private readonly PoolFacts _facts = new();

    /// <summary>Attributes and their new values, as @{ email = 'anna@example.com'; department = 'sales' }; $null removes one. In a pipeline a script block can make it of each item.</summary>
    [Parameter(Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    public IDictionary? Attribute { get; set; }

    /// <summary>Attributes to remove.</summary>
    [Parameter(ParameterSetName = Admin)]
    [ArgumentCompleter(typeof(UserAttributeNameCompleter))]
    public string[] RemoveAttribute { get; set; } = [];

    /// <summary>What the pool's Lambda triggers are told, as @{ source = 'script' }.</summary>
    [Parameter(ParameterSetName = Admin)]
    public IDictionary? ClientMetadata { get; set; }

    private protected override string Action => string.Join("; ", new[]
    {
        Attribute is { Count: > 0 } ? $"Set {string.Join(", ", Attribute.Keys.Cast<object>())}" : null,
        RemoveAttribute.Length > 0 ? $"Remove {string.Join(", ", RemoveAttribute)}" : null,
    }.Where(part => part is not null));

    private protected override UserAct Prepare(string username)
    {
        if (Attribute is not { Count: > 0 } && RemoveAttribute.Length == 0)
            throw new CognitoException("NothingToSet", ErrorCategory.InvalidArgument, "Nothing was named that should change.", "Give -Attribute or -RemoveAttribute.");
        (string pool, string[] removed) = (UserPoolId, RemoveAttribute);
        Dictionary<string, string> given = AttributeValues.Of(Attribute) ?? [];
        Dictionary<string, string>? metadata = AttributeValues.Of(ClientMetadata);
        return async (client, token) =>
        {
            List<AttributeType> values = await _facts.AttributesAsync(client, pool, given, token).ConfigureAwait(false);
            IReadOnlyList<string> names = await _facts.NamesAsync(client, pool, removed, token).ConfigureAwait(false);
            if (values.Count > 0)
                await client.AdminUpdateUserAttributesAsync(new() { UserPoolId = pool, Username = username, UserAttributes = values, ClientMetadata = metadata }, token).ConfigureAwait(false);
            if (names.Count > 0)
                await client.AdminDeleteUserAttributesAsync(new() { UserPoolId = pool, Username = username, UserAttributeNames = [.. names] }, token).ConfigureAwait(false);
        };
    }
}
