using System.Management.Automation;
using System.Security;

namespace CognitoPS.SignIn;

/// <summary>An output object that carries the access token it was read with: what it is piped to acts as that user.</summary>
internal interface IActsAsUser
{
    /// <summary>Null where an administrator read it.</summary>
    SecureString? AccessToken { get; }
}

/// <summary>Whose token a piped object carries, also one that comes from a file or a job.</summary>
internal static class ActingUser
{
    private const string Deserialized = "Deserialized.";

    /// <summary>The access token of an object that was read with it; null for others.</summary>
    public static SecureString? TokenOf(PSObject? piped)
    {
        if (piped?.BaseObject is IActsAsUser own)
            return own.AccessToken;
        string type = piped?.TypeNames.FirstOrDefault() ?? "";
        return
            type.StartsWith(Deserialized, StringComparison.Ordinal)
            && typeof(IActsAsUser).IsAssignableFrom(typeof(IActsAsUser).Assembly.GetType(type.Substring(Deserialized.Length)))
            ? piped!.Properties[nameof(IActsAsUser.AccessToken)]?.Value as SecureString
            : null;
    }
}
