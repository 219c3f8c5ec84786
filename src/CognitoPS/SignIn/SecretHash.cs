using System.Security;
using System.Text;
using CognitoPS.Secrets;

namespace CognitoPS.SignIn;

/// <summary>SECRET_HASH: proves that the caller knows the app client's secret.</summary>
internal static class SecretHash
{
    public static string Compute(SecureString clientSecret, string username, string clientId) =>
        SecureText.Use(
            clientSecret,
            characters =>
            {
                byte[] key = Encoding.UTF8.GetBytes(characters);
                string hash = Convert.ToBase64String(SrpGroup.Hmac(key, Encoding.UTF8.GetBytes(username + clientId)));
                SrpGroup.Wipe(key);
                return hash;
            }
        );
}
