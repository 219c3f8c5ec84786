using System.Collections;
using System.Management.Automation;
using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Errors;
using CognitoPS.Settings;

namespace CognitoPS.Cmdlets.Clients;

/// <summary>
/// Accepts scopes in the form @{ read = 'Read orders' }, as a list of @{ ScopeName; ScopeDescription }, or from another resource server.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ScopesAttribute() : SettingsAttribute(typeof(ResourceServerScopeType[]))
{
    private protected override object? Convert(SessionState session, object? given)
    {
        given = SettingConverter.Unwrap(given);
        if (
            given is IDictionary table
            && !table.Keys.OfType<string>().Any(key => SettingMembers.Of(typeof(ResourceServerScopeType)).ContainsKey(key))
        )
            given = table
                .Keys.Cast<object>()
                .Select(name => new ResourceServerScopeType
                {
                    ScopeName = name.ToString(),
                    ScopeDescription = Description(name, table[name]),
                })
                .ToList();
        var scopes = (List<ResourceServerScopeType>?)SettingConverter.Convert(given, typeof(List<ResourceServerScopeType>), "Scopes") ?? [];
        foreach (ResourceServerScopeType scope in scopes)
            Check(scope, scopes);
        return scopes.ToArray();
    }

    private static string Description(object name, object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) is string { Length: > 0 } text
            ? text
            : throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"The scope '{name}' has no description.",
                "Add one, for example @{ read = 'Read orders' }."
            );

    private static void Check(ResourceServerScopeType scope, List<ResourceServerScopeType> scopes)
    {
        if (scope.ScopeName is not { Length: > 0 } || scope.ScopeDescription is not { Length: > 0 })
            throw new CognitoException("MissingSetting", ErrorCategory.InvalidArgument, "A scope needs ScopeName and ScopeDescription.");
        if (scope.ScopeName.Contains('/'))
            throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"The scope '{scope.ScopeName}' must not contain the identifier of the resource server or a slash."
            );
        if (scopes.Count(other => other.ScopeName == scope.ScopeName) > 1)
            throw new CognitoException(
                "InvalidSetting",
                ErrorCategory.InvalidArgument,
                $"The scope '{scope.ScopeName}' is listed more than once."
            );
    }
}
