using Amazon.CognitoIdentityProvider.Model;
using CognitoPS.Output;

namespace CognitoPS;

/// <summary>A resource server: an API with custom scopes that app clients can be granted.</summary>
[TableView("Name:20", "Identifier:32", "ScopeNames")]
public sealed class ResourceServer
{
    internal ResourceServer(ResourceServerType source, string userPoolId, string region)
    {
        Identifier = source.Identifier;
        Name = source.Name;
        UserPoolId = source.UserPoolId ?? userPoolId;
        Region = region;
        Scopes = SettingObject.List(source.Scopes);
        ScopeNames = Readable.List(source.Scopes?.Select(scope => $"{source.Identifier}/{scope.ScopeName}"));
        ManagedBy = source.ManagedBy?.Value;
    }

    /// <summary>The identifier, often the URL of the API. It is the first part of each full scope name.</summary>
    public string Identifier { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The ID of the user pool it belongs to.</summary>
    public string UserPoolId { get; }

    /// <summary>The Region of the user pool.</summary>
    public string Region { get; }

    /// <summary>The scopes with their descriptions.</summary>
    public IReadOnlyList<SettingObject> Scopes { get; }

    /// <summary>The full scope names: the identifier, a slash and the scope name.</summary>
    public IReadOnlyList<string> ScopeNames { get; }

    /// <summary>Who manages it: the customer or a service.</summary>
    public string? ManagedBy { get; }

    /// <inheritdoc/>
    public override string ToString() => Identifier;
}
