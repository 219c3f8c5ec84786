using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Errors;
using CognitoPS.Jwt;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.Users;

/// <summary>Updates or removes attributes of users. Attributes you don't specify are left unchanged.</summary>
/// <remarks>
/// <para>Custom attributes need no prefix: the cmdlet reads the user pool's schema once and adds custom: where it belongs. A name that
/// isn't in the schema is an error before anything is sent.</para>
/// <para>A changed email address or phone number becomes unverified, unless you also set email_verified or phone_number_verified.</para>
/// <para>With -AccessToken or a piped session from Connect-CognitoUser, the call is made as the signed-in user (UpdateUserAttributes,
/// DeleteUserAttributes) and needs no AWS credentials. Custom attributes then need their prefix. A new address that must be verified gets a
/// code; pass it to Confirm-CognitoUserAttribute.</para>
/// <para>Operations: AdminUpdateUserAttributes, AdminDeleteUserAttributes, AdminEnableUser, AdminDisableUser, DescribeUserPool. Several
/// users are updated at a time, 25 requests per second by default.</para>
/// </remarks>
/// <example>
/// Set a new email address as verified, and a department.
/// <code>Set-CognitoUser -UserPoolId eu-west-1_Customers -Username anna -Attribute @{ email = 'anna@example.com'; email_verified = $true; department = 'sales' }</code>
/// </example>
/// <example>
/// Update users from a file with the columns Username and department.
/// <code>Import-Csv moves.csv | Set-CognitoUser -UserPoolId eu-west-1_Customers -Attribute { @{ department = $_.department } }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CognitoUser", DefaultParameterSetName = Admin, SupportsShouldProcess = true)]
[OutputType(typeof(User), typeof(CodeDelivery))]
public sealed partial class SetCognitoUserCommand : SelfServiceCommand
{
    /// <inheritdoc cref="EnableCognitoUserCommand.PassThru"/>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// The attributes and their new values, such as @{ email = 'anna@example.com'; department = 'sales' }; $null removes an attribute. In a
    /// pipeline, a script block can build the value from each item.
    /// </summary>
    [Parameter(Position = 2, ParameterSetName = Admin, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 2, ParameterSetName = AsUser, ValueFromPipelineByPropertyName = true)]
    [Alias("UserAttribute")]
    [HashtableOrObject]
    public IDictionary? Attribute { get; set; }

    /// <summary>The attributes to remove.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserAttributeNameCompleter))]
    public string[] RemoveAttribute { get; set; } = [];

    /// <summary>Whether the user can sign in: $false works like Disable-CognitoUser, $true like Enable-CognitoUser.</summary>
    [Parameter(ParameterSetName = Admin)]
    [Parameter(ParameterSetName = Piped)]
    public bool? Enabled { get; set; }

    /// <summary>Data passed to the pool's Lambda triggers, such as @{ source = 'script' }.</summary>
    [Parameter]
    [HashtableOrObject]
    public IDictionary? ClientMetadata { get; set; }

    private Dictionary<string, object?> Changes => ByParameter.Beside(AttributeValues.Checked(Attribute));

    private string Action =>
        string.Join(
            "; ",
            new[]
            {
                Changes is { Count: > 0 } changes ? $"Set {string.Join(", ", changes.Keys)}" : null,
                RemoveAttribute.Length > 0 ? $"Remove {string.Join(", ", RemoveAttribute)}" : null,
                Enabled is { } enabled ? (enabled ? "Enable" : "Disable") : null,
            }.Where(part => part is not null)
        );

    private protected override Task StartAsync(string username)
    {
        RequireChange();
        (string pool, string[] removed) = (UserPoolId, RemoveAttribute);
        (Dictionary<string, object?> given, bool? enabled) = (Changes, Enabled);
        Dictionary<string, string>? metadata = AttributeValues.Of(ClientMetadata);
        return ChangeAsync(username, UserChange.Of(Action, SendAsync, PassThru));

        async Task SendAsync(IAmazonCognitoIdentityProvider client, CancellationToken token)
        {
            var set = new AdminUpdateUserAttributesRequest
            {
                UserPoolId = pool,
                Username = username,
                ClientMetadata = metadata,
            };
            set.UserAttributes = await Descriptions.AttributesAsync(client, pool, given, token);
            var remove = new AdminDeleteUserAttributesRequest { UserPoolId = pool, Username = username };
            remove.UserAttributeNames = [.. await Descriptions.NamesAsync(client, pool, removed, token)];
            if (set.UserAttributes.Count > 0)
                await client.AdminUpdateUserAttributesAsync(set, token);
            if (remove.UserAttributeNames.Count > 0)
                await client.AdminDeleteUserAttributesAsync(remove, token);
            if (enabled is true)
                await client.AdminEnableUserAsync(new() { UserPoolId = pool, Username = username }, token);
            else if (enabled is false)
                await client.AdminDisableUserAsync(new() { UserPoolId = pool, Username = username }, token);
        }
    }

    private protected override Task StartAsync(SignedInUser user)
    {
        RequireChange();
        var set = new UpdateUserAttributesRequest { AccessToken = user.Text, ClientMetadata = AttributeValues.Of(ClientMetadata) };
        set.UserAttributes = AttributeValues.ToAttributes(Changes) ?? [];
        var remove = new DeleteUserAttributesRequest { AccessToken = user.Text, UserAttributeNames = [.. RemoveAttribute] };
        string region = RegionFor(user.UserPoolId);
        return ChangeAsync(user, new UserChange(Action, SendAsync, PassThru));

        async Task<object?> SendAsync(IAmazonCognitoIdentityProvider client, CancellationToken token)
        {
            UpdateUserAttributesResponse? updated =
                set.UserAttributes.Count > 0 ? await client.UpdateUserAttributesAsync(set, token) : null;
            if (remove.UserAttributeNames.Count > 0)
                await client.DeleteUserAttributesAsync(remove, token);
            return PassThru || updated?.CodeDeliveryDetailsList is not { Count: > 0 } codes
                ? null
                : codes.ConvertAll(code => (object)new CodeDelivery(code, user.Username, region) { UserPoolId = user.UserPoolId });
        }
    }

    private void RequireChange()
    {
        if (Changes.Count == 0 && RemoveAttribute.Length == 0 && Enabled is null)
            throw new CognitoException(
                "NothingToSet",
                ErrorCategory.InvalidArgument,
                "No change was specified.",
                "Specify -Attribute, -RemoveAttribute, -Enabled or a parameter such as -Email."
            );
    }
}
