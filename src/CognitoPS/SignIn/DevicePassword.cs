using System.Security;
using CognitoPS.Secrets;

namespace CognitoPS.SignIn;

/// <summary>A new device's password, which the service never sees, and what it keeps instead.</summary>
internal static class DevicePassword
{
    public static (SecureString Password, SrpVerifier Verifier) Create(
        string groupKey,
        string deviceKey,
        Func<int, byte[]>? randomBytes = null
    )
    {
        byte[] random = (randomBytes ?? SrpGroup.RandomBytes)(40);
        SecureString password = SecureText.Hide(Convert.ToBase64String(random));
        SrpGroup.Wipe(random);
        return (password, SecureText.Use(password, characters => SrpVerifier.Create(groupKey, deviceKey, characters, randomBytes)));
    }
}
