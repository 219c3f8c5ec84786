using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Internal;

namespace CognitoPS.Settings;

/// <summary>The members of the client's setting and request classes, seen by name.</summary>
internal static class SettingMembers
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> Cache = new();

    /// <summary>The members of <paramref name="type"/> by name, letter case ignored.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type type) =>
        Cache.GetOrAdd(
            type,
            static t =>
                t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(member => member.CanRead && member.CanWrite)
                    .ToDictionary(member => member.Name, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>Whether <paramref name="type"/> is one of the client's structures, with members of its own.</summary>
    public static bool IsStructure(Type type) => type.IsClass && !type.IsArray && type.Namespace == "Amazon.CognitoIdentityProvider.Model";

    /// <summary>Whether <paramref name="type"/> is one of the client's open enumerations.</summary>
    public static bool IsEnumeration(Type type) => typeof(ConstantClass).IsAssignableFrom(type);

    /// <summary>Whether <paramref name="member"/> must not be shown.</summary>
    public static bool IsSecret(PropertyInfo member) =>
        member.Name != "ClientId" && member.Name != "Username" && member.GetCustomAttribute<AWSPropertyAttribute>() is { Sensitive: true };

    /// <summary>Whether a map's entry of this name must not be shown, as client_secret and private_key of an identity provider.</summary>
    public static bool IsSecret(string key) =>
        key.IndexOf("secret", StringComparison.OrdinalIgnoreCase) >= 0
        || key.IndexOf("private_key", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>An empty list or map is as good as none: the service does not tell them apart.</summary>
    public static bool IsEmpty(object? value) =>
        value is null or ICollection { Count: 0 } || (value is Document document && document.IsNull());
}
