using System.Reflection;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Settings;

namespace CognitoPS.Updates;

/// <summary>The settings that -Clear can take back, by the cmdlet that does it.</summary>
internal static class ClearablePaths
{
    private static readonly string[] Keys =
    [
        "UserPoolId",
        "ClientId",
        "GroupName",
        "ProviderName",
        "Identifier",
        "ManagedLoginBrandingId",
        "TermsId",
        "Domain",
        "ImageFile",
    ];

    private static readonly Dictionary<string, (Type Request, UpdateRules Rules)> Updates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Set-CognitoGroup"] = (typeof(UpdateGroupRequest), UpdateRules.Group),
        ["Set-CognitoIdentityProvider"] = (typeof(UpdateIdentityProviderRequest), UpdateRules.IdentityProvider),
        ["Set-CognitoLogDelivery"] = (typeof(SetLogDeliveryConfigurationRequest), UpdateRules.LogDelivery),
        ["Set-CognitoManagedLoginBranding"] = (typeof(UpdateManagedLoginBrandingRequest), UpdateRules.ManagedLoginBranding),
        ["Set-CognitoResourceServer"] = (typeof(UpdateResourceServerRequest), UpdateRules.ResourceServer),
        ["Set-CognitoRiskConfiguration"] = (typeof(SetRiskConfigurationRequest), UpdateRules.RiskConfiguration),
        ["Set-CognitoTerm"] = (typeof(UpdateTermsRequest), UpdateRules.Terms),
        ["Set-CognitoUICustomization"] = (typeof(SetUICustomizationRequest), UpdateRules.UICustomization),
        ["Set-CognitoUserPool"] = (typeof(UpdateUserPoolRequest), UpdateRules.UserPool),
        ["Set-CognitoUserPoolClient"] = (typeof(UpdateUserPoolClientRequest), UpdateRules.UserPoolClient),
        ["Set-CognitoUserPoolDomain"] = (typeof(UpdateUserPoolDomainRequest), UpdateRules.UserPoolDomain),
        ["Set-CognitoUserPoolMfa"] = (typeof(SetUserPoolMfaConfigRequest), UpdateRules.None),
    };

    /// <summary>The paths, with the structures that hold them.</summary>
    public static IEnumerable<string> Of(string command) =>
        Updates.TryGetValue(command, out (Type Request, UpdateRules Rules) update)
            ? Below(update.Request, "").Where(path => update.Rules.IsClearable(path))
            : [];

    /// <summary>The paths of all members of a request, but for its keys.</summary>
    public static IEnumerable<string> Below(Type type, string prefix) =>
        SettingMembers
            .Of(type)
            .Values.Where(member => prefix.Length > 0 || !Keys.Contains(member.Name))
            .SelectMany(member => (IEnumerable<string>)[prefix + member.Name, .. Inside(member, prefix)]);

    private static IEnumerable<string> Inside(PropertyInfo member, string prefix) =>
        SettingMembers.IsStructure(member.PropertyType) ? Below(member.PropertyType, $"{prefix}{member.Name}.") : [];
}
