using CognitoPS.LocalServer;
using CognitoPS.LocalServer.State;

namespace CognitoPS.Tests.Support;

internal static class UsedCodes
{
    /// <summary>
    /// Lets the pools of eu-west-1 take a software token's code again. The module's codes are those of the real time, which no test waits
    /// for: this is what thirty seconds would do.
    /// </summary>
    internal static void ForgetUsedCodes(this CognitoServer server)
    {
        IEnumerable<SignInRecord> records = server
            .State.PoolsOf("eu-west-1")
            .All()
            .SelectMany(pool => pool.Users.All())
            .Select(user => user.SignIn)
            .OfType<SignInRecord>();
        foreach (SignInRecord record in records)
            record.UsedTotpSteps = [];
    }
}
