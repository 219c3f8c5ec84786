using System.Text;
using CognitoPS.LocalServer.Srp;

namespace CognitoPS.LocalServer.State;

/// <summary>A sign-in between two of its steps. Its id is good for one answer, and for some minutes.</summary>
internal sealed class AuthSession(UserPoolClient client, User? user, string username)
{
    /// <summary>The state of a session that ConfirmSignUp gives: USER_AUTH takes it for a sign-in.</summary>
    internal const string ConfirmedSignUp = "CONFIRMED_SIGN_UP";

    private static readonly byte[] SimulationKey = SrpGroup.RandomBytes(32);

    internal UserPoolClient Client { get; } = client;

    /// <summary>Null where the service hides that there is no such user.</summary>
    internal User? User { get; } = user;

    /// <summary>The user's own name, or what stands for it where there is no user.</summary>
    internal string Username { get; } = user?.Username ?? Simulated(client.Pool, username);

    /// <summary>What the request called the user.</summary>
    internal string GivenName { get; } = username;

    internal string Id { get; set; } = "";

    /// <summary>
    /// The name of a user who is not there, at each try the same: where people sign in by an address or a number, it is made up as
    /// theirs are.
    /// </summary>
    private static string Simulated(UserPool pool, string name) =>
        pool.HasFormOfAlias(name)
            ? Ids.AsSub([.. SrpGroup.Hmac(SimulationKey, Encoding.UTF8.GetBytes(pool.Id + name.ToUpperInvariant())).Take(16)]).ToString()
            : name;

    internal long Expires { get; set; }

    /// <summary>The challenge that waits for an answer.</summary>
    internal string Challenge { get; set; } = "";

    internal int Failures { get; set; }

    // What the open challenge needs.
    internal SrpServer? Srp { get; set; }

    internal string SrpA { get; set; } = "";

    internal string SecretBlock { get; set; } = "";

    internal string? Code { get; set; }

    /// <summary>The code stands for the password: a wrong one does not count.</summary>
    internal bool IsFirstFactor { get; set; }

    internal string[] Choices { get; set; } = [];

    /// <summary>The software token that MFA_SETUP gives out.</summary>
    internal byte[]? TotpSecret { get; set; }

    internal bool TotpVerified { get; set; }

    internal byte[]? PasskeyChallenge { get; set; }

    // How far the sign-in has come.
    internal bool CustomPending { get; set; }

    internal int CustomFailures { get; set; }

    /// <summary>No second factor is asked any more.</summary>
    internal bool MfaDone { get; set; }

    /// <summary>The device that the client says it is.</summary>
    internal Device? Device { get; set; }

    internal bool DeviceProven { get; set; }
}
