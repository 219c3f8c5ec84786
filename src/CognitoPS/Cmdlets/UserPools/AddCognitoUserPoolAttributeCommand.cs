using System.Globalization;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Completion;
using CognitoPS.Connection;
using CognitoPS.Pipeline;
using CognitoPS.Resources;
using CognitoPS.Settings;
using CognitoPS.Users;

namespace CognitoPS.Cmdlets.UserPools;

/// <summary>Adds custom attributes to the schema of a user pool.</summary>
/// <remarks>
/// <para>You can never remove or rename a custom attribute or change its type; a warning says so each time. A user pool can have up to 50
/// custom attributes. The service adds the prefix custom: to the name.</para>
/// <para>Operations: DescribeUserPool, AddCustomAttributes.</para>
/// </remarks>
/// <example>
/// Add a string attribute with a maximum length.
/// <code>Add-CognitoUserPoolAttribute -UserPoolId eu-west-1_Customers -Name plan -MaxLength 20</code>
/// </example>
/// <example>
/// Add two attributes at once; the second one can't be changed after the user is created.
/// <code>Add-CognitoUserPoolAttribute -UserPoolId eu-west-1_Customers -CustomAttributes @{ Name = 'seats'; AttributeDataType = 'Number'; Mutable = $true }, @{ Name = 'since'; AttributeDataType = 'DateTime' }</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "CognitoUserPoolAttribute", DefaultParameterSetName = Named, SupportsShouldProcess = true)]
public sealed class AddCognitoUserPoolAttributeCommand : PoolCommand
{
    /// <inheritdoc cref="PoolCommand.UserPoolId"/>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Named, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Many", ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Piped, ValueFromPipelineByPropertyName = true)]
    [UserPoolId]
    [ArgumentCompleter(typeof(UserPoolIdCompleter))]
    public override string UserPoolId
    {
        get => base.UserPoolId;
        set => base.UserPoolId = value;
    }

    /// <summary>The attribute's name, 1 to 20 characters, without the prefix custom:.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string Name { get; set; } = "";

    /// <summary>The data type: String (the default), Number, Boolean or DateTime.</summary>
    [Parameter(Position = 2, ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    [Alias("Type")]
    [ArgumentCompleter(typeof(EnumCompleter<AttributeDataType>))]
    public string AttributeDataType { get; set; } = "String";

    /// <summary>
    /// Whether the value can be changed once it is set. Default: true. The cmdlet sends this default, because the API's own default is
    /// false.
    /// </summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public bool Mutable { get; set; } = true;

    /// <summary>The minimum length of a string.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    [ValidateRange(0, 2048)]
    public int? MinLength { get; set; }

    /// <summary>The maximum length of a string, up to 2,048 characters. Default: 2,048.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    [ValidateRange(0, 2048)]
    public int? MaxLength { get; set; }

    /// <summary>The minimum value of a number.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public long? MinValue { get; set; }

    /// <summary>The maximum value of a number.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public long? MaxValue { get; set; }

    /// <summary>
    /// Up to 25 attributes in the form of the API: @{ Name = 'plan'; AttributeDataType = 'String'; Mutable = $true;
    /// StringAttributeConstraints = @{ MaxLength = 20 } }. Without Mutable = $true, an attribute can't be changed after the user is
    /// created.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "Many")]
    [Alias("CustomAttribute", "Schema")]
    [Settings(typeof(SchemaAttributeType[]))]
    public SchemaAttributeType[] CustomAttributes { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        var request = new AddCustomAttributesRequest
        {
            UserPoolId = UserPoolId,
            CustomAttributes = [.. ParameterSetName == "Many" ? CustomAttributes : [One()]],
        };
        foreach (SchemaAttributeType attribute in request.CustomAttributes)
            AttributeRules.CheckName(attribute.Name);
        SettingCheck.Check(request);
        string pool = await DescribePoolAsync();
        string names = string.Join(", ", request.CustomAttributes.Select(attribute => AttributeRules.CustomPrefix + attribute.Name));
        WriteWarning($"You can never remove or rename these attributes, or change their type: {names}.");
        if (ShouldProcess(pool, $"Permanently add {names}"))
        {
            var client = Client;
            await StartAsync(
                UserPoolId,
                UserPoolId,
                async token =>
                {
                    await client.AddCustomAttributesAsync(request, token);
                    UserColumns.Forget(client, request.UserPoolId);
                }
            );
        }
    }

    private SchemaAttributeType One()
    {
        bool isText = string.Equals(AttributeDataType, "String", StringComparison.OrdinalIgnoreCase);
        bool isNumber = string.Equals(AttributeDataType, "Number", StringComparison.OrdinalIgnoreCase);
        if (((MinLength ?? MaxLength) is not null && !isText) || ((MinValue ?? MaxValue) is not null && !isNumber))
            throw BoundSettings.Contradiction(
                "-MinLength and -MaxLength apply to String attributes, -MinValue and -MaxValue to Number attributes."
            );
        return new SchemaAttributeType
        {
            Name = Name,
            AttributeDataType = AttributeDataType,
            Mutable = Mutable,
            StringAttributeConstraints = isText ? new() { MinLength = Text(MinLength ?? 0), MaxLength = Text(MaxLength ?? 2048) } : null,
            NumberAttributeConstraints = (MinValue ?? MaxValue) is not null
                ? new() { MinValue = Text(MinValue), MaxValue = Text(MaxValue) }
                : null,
        };
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
