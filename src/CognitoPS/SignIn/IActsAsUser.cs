using System.Security;

namespace CognitoPS.SignIn;

/// <summary>An output object that carries the access token it was read with: what it is piped to acts as that user.</summary>
internal interface IActsAsUser
{
    /// <summary>Null where an administrator read it.</summary>
    SecureString? AccessToken { get; }
}
