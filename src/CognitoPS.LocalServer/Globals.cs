using System.Globalization;

namespace CognitoPS.Local;

internal static class Globals
{
    internal static CultureInfo Invariant => CultureInfo.InvariantCulture;
}
