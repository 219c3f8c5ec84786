using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Pipeline;
using CognitoPS.SignIn;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Changes or removes attributes of users; what is not named stays.</summary>
/// <remarks>
/// <para>Custom attributes are written by their bare names: the pool's schema, read once, says where custom: belongs. A name that is not in
/// the schema is refused before anything is sent.</para>
/// <para>A changed e-mail address or phone number becomes unverified unless email_verified or phone_number_verified is set with it.</para>
/// <para>With -AccessToken, or a piped session of Connect-CognitoUser, the user does it for himself, without AWS credentials:
/// UpdateUserAttributes, DeleteUserAttributes. Custom attributes carry their prefix then, and an address that has to be verified is sent a
/// code, which Confirm-CognitoUserAttribute takes.</para>
/// <para>Operations: AdminUpdateUserAttributes, AdminDeleteUserAttributes, DescribeUserPool. Several users at once, 25 requests a second by
/// default.</para>
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
[OutputType(typeof(User), typeof(CodeDelivery))]
public sealed class SetCognitoUserCommand : UserChangeCommand
{
    private readonly PoolFacts _facts = new();

    /// <summary>
    /// Acts as the user whose access token this is, without AWS credentials. A session of Connect-CognitoUser arrives by pipeline too. As a
    /// SecureString or as text.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    [SecretText]
    public override SecureString? AccessToken { get; set; }

    /// <summary>
    /// Attributes and their new values, as @{ email = 'anna@example.com'; department = 'sales' }; $null removes one. In a pipeline a script
    /// block can make it of each item.
    /// </summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    public IDictionary? Attribute { get; set; }

    /// <summary>Attributes to remove.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserAttributeNameCompleter))]
    public string[] RemoveAttribute { get; set; } = [];

    /// <summary>What the pool's Lambda triggers are told, as @{ source = 'script' }.</summary>
    [Parameter]
    public IDictionary? ClientMetadata { get; set; }

    private protected override string Action =>
        string.Join(
            "; ",
            new[]
            {
                Attribute is { Count: > 0 } ? $"Set {string.Join(", ", Attribute.Keys.Cast<object>())}" : null,
                RemoveAttribute.Length > 0 ? $"Remove {string.Join(", ", RemoveAttribute)}" : null,
            }.Where(part => part is not null)
        );

    private protected override UserAct Prepare(string username)
    {
        RequireChange();
        (string pool, string[] removed) = (UserPoolId, RemoveAttribute);
        Dictionary<string, string> given = AttributeValues.Of(Attribute) ?? [];
        Dictionary<string, string>? metadata = AttributeValues.Of(ClientMetadata);
        return async (client, token) =>
        {
            List<AttributeType> values = await _facts.AttributesAsync(client, pool, given, token).ConfigureAwait(false);
            IReadOnlyList<string> names = await _facts.NamesAsync(client, pool, removed, token).ConfigureAwait(false);
            if (values.Count > 0)
                await client
                    .AdminUpdateUserAttributesAsync(
                        new()
                        {
                            UserPoolId = pool,
                            Username = username,
                            UserAttributes = values,
                            ClientMetadata = metadata,
                        },
                        token
                    )
                    .ConfigureAwait(false);
            if (names.Count > 0)
                await client
                    .AdminDeleteUserAttributesAsync(
                        new()
                        {
                            UserPoolId = pool,
                            Username = username,
                            UserAttributeNames = [.. names],
                        },
                        token
                    )
                    .ConfigureAwait(false);
        };
    }

    private protected override OwnAct PrepareOwn(OwnUser user)
    {
        RequireChange();
        List<AttributeType> values =
        [
            .. (AttributeValues.Of(Attribute) ?? []).Select(pair => new AttributeType { Name = pair.Key, Value = pair.Value }),
        ];
        List<string> names = [.. RemoveAttribute];
        Dictionary<string, string>? metadata = AttributeValues.Of(ClientMetadata);
        string region = RegionFor(user.UserPoolId);
        return async (client, token) =>
        {
            List<CodeDeliveryDetailsType>? sent =
                values.Count == 0
                    ? null
                    : (
                        await client
                            .UpdateUserAttributesAsync(
                                new()
                                {
                                    AccessToken = user.Text,
                                    UserAttributes = values,
                                    ClientMetadata = metadata,
                                },
                                token
                            )
                            .ConfigureAwait(false)
                    ).CodeDeliveryDetailsList;
            if (names.Count > 0)
                await client
                    .DeleteUserAttributesAsync(new() { AccessToken = user.Text, UserAttributeNames = names }, token)
                    .ConfigureAwait(false);
            return PassThru || sent is not { Count: > 0 }
                ? null
                : sent.ConvertAll(details => (object)new CodeDelivery(details, user.Username, region) { UserPoolId = user.UserPoolId });
        };
    }

    private void RequireChange()
    {
        if (Attribute is not { Count: > 0 } && RemoveAttribute.Length == 0)
            throw new CognitoException(
                "NothingToSet",
                ErrorCategory.InvalidArgument,
                "Nothing was named that should change.",
                "Give -Attribute or -RemoveAttribute."
            );
    }
}
