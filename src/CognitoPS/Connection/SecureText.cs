using System.Runtime.InteropServices;
using System.Security;

namespace CognitoPS.Connection;

/// <summary>Text to SecureString and back.</summary>
internal static class SecureText
{
    public static SecureString Hide(string text)
    {
        var hidden = new SecureString();
        foreach (char c in text)
            hidden.AppendChar(c);
        hidden.MakeReadOnly();
        return hidden;
    }

    public static string Reveal(SecureString hidden)
    {
        IntPtr memory = Marshal.SecureStringToGlobalAllocUnicode(hidden);
        try
        {
            return Marshal.PtrToStringUni(memory, hidden.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }
}
