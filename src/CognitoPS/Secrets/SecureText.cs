using System.Runtime.InteropServices;
using System.Security;

namespace CognitoPS.Secrets;

/// <summary>Takes text out of a SecureString for as short as possible, and puts text into one.</summary>
internal static class SecureText
{
    public static SecureString Hide(string text)
    {
        SecureString secure = new();
        foreach (char character in text)
            secure.AppendChar(character);
        secure.MakeReadOnly();
        return secure;
    }

    /// <summary>The characters are wiped when the function returns.</summary>
    public static T Use<T>(SecureString secure, Func<char[], T> use)
    {
        char[] characters = new char[secure.Length];
        IntPtr memory = Marshal.SecureStringToGlobalAllocUnicode(secure);
        try
        {
            Marshal.Copy(memory, characters, 0, characters.Length);
            return use(characters);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
            Array.Clear(characters, 0, characters.Length);
        }
    }

    /// <summary>A string cannot be wiped: only for what goes onto the wire.</summary>
    public static string Reveal(SecureString secure) => Use(secure, characters => new string(characters));
}
