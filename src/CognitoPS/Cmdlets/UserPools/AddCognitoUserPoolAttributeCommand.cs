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

/// <summary>Adds attributes of its own to a user pool.</summary>
/// <remarks>
/// <para>An attribute can never be removed, renamed or given another type; a warning says so each time. A pool has at most 50. The service
/// puts custom: in front of the name.</para>
/// <para>Operations: DescribeUserPool, AddCustomAttributes.</para>
/// </remarks>
/// <example>
/// One text attribute with a limit.
/// <code>Add-CognitoUserPoolAttribute -UserPoolId eu-west-1_Customers -Name plan -MaxLength 20</code>
/// </example>
/// <example>
/// Two attributes at once; the second keeps the value that a user is created with.
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

    /// <summary>The attribute's name: 1 to 20 characters, without custom:.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Named)]
    [Parameter(Mandatory = true, ParameterSetName = Piped)]
    public string Name { get; set; } = "";

    /// <summary>What its values are: String (the default), Number, Boolean or DateTime.</summary>
    [Parameter(Position = 2, ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    [Alias("Type")]
    [ArgumentCompleter(typeof(EnumCompleter<AttributeDataType>))]
    public string AttributeDataType { get; set; } = "String";

    /// <summary>Whether the value can be changed once it is set. Default true, which is sent; the service's own default is false.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public bool Mutable { get; set; } = true;

    /// <summary>The fewest characters of a text.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    [ValidateRange(0, 2048)]
    public int? MinLength { get; set; }

    /// <summary>The most characters of a text: up to 2048, the default.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    [ValidateRange(0, 2048)]
    public int? MaxLength { get; set; }

    /// <summary>The smallest number.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public long? MinValue { get; set; }

    /// <summary>The largest number.</summary>
    [Parameter(ParameterSetName = Named)]
    [Parameter(ParameterSetName = Piped)]
    public long? MaxValue { get; set; }

    /// <summary>
    /// Up to 25 attributes as the API takes them: @{ Name = 'plan'; AttributeDataType = 'String'; Mutable = $true;
    /// StringAttributeConstraints = @{ MaxLength = 20 } }. One without Mutable = $true keeps the value that a user is created with.
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
