using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.SignIn;
using CognitoPS.LocalServer.Srp;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;
using OtpNet;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Enrolling an authenticator app, by whoever is signed in, or in the middle of a sign-in that demands it.</summary>
internal static class SoftwareTokenOperations
{
    private const int SecretLength = 32;

    internal static void AddTo(OperationTable table)
    {
        Add(table, "AssociateSoftwareToken", Associate, Associate);
        Add(table, "VerifySoftwareToken", Verify, Verify);
    }

    private static void Add(
        OperationTable table,
        string operation,
        Action<Call, SignedInUser> signedIn,
        Action<Call, AuthSession> signingIn
    ) =>
        table.Add(
            operation,
            call =>
            {
                if (call.Has("Session") == call.Has("AccessToken"))
                    throw ServiceException.Invalid("Exactly one of AccessToken and Session must be given.");
                if (call.Has("AccessToken"))
                {
                    (UserPool pool, var token) = SignedTokens.PoolOf(call);
                    lock (pool)
                        signedIn(call, SignedTokens.Read(call, pool, token));
                    return;
                }
                AuthSession session = Challenges.TakeSession(call, call.Text("Session"));
                lock (session.Client.Pool)
                {
                    if (session.Challenge != Mfa.Setup || Array.IndexOf(session.Choices, Mfa.SoftwareToken) < 0)
                        throw SignInErrors.InvalidSession();
                    signingIn(call, session);
                }
            }
        );

    private static void Associate(Call call, SignedInUser caller)
    {
        RequireFactor(caller.Pool);
        byte[] secret = SrpGroup.RandomBytes(SecretLength);
        caller.User.SignIn!.NewTotpSecret = secret;
        call.Json.WriteString("SecretCode", Base32Encoding.ToString(secret).TrimEnd('='));
    }

    private static void Associate(Call call, AuthSession session)
    {
        session.TotpSecret = SrpGroup.RandomBytes(SecretLength);
        call.Json.WriteString("SecretCode", Base32Encoding.ToString(session.TotpSecret).TrimEnd('='));
        WriteNext(call, session);
    }

    private static void Verify(Call call, SignedInUser caller)
    {
        RequireFactor(caller.Pool);
        SignInRecord record = caller.User.SignIn!;
        byte[] secret = record.NewTotpSecret ?? record.TotpSecret ?? throw NotAssociated();
        Enrol(call, caller.User, secret, Check(call, secret));
        call.Json.WriteString("Status", "SUCCESS");
    }

    private static void Verify(Call call, AuthSession session)
    {
        try
        {
            byte[] secret = session.TotpSecret ?? throw NotAssociated();
            Enrol(call, session.User!, secret, Check(call, secret));
        }
        catch (ServiceException)
        {
            call.State.AuthSessions[session.Id] = session;
            throw;
        }
        SignInRecord record = session.User!.SignIn!;
        record.MfaFactors = [.. record.MfaFactors.Union([Mfa.SoftwareToken])];
        session.TotpVerified = true;
        call.Json.WriteString("Status", "SUCCESS");
        WriteNext(call, session);
    }

    /// <summary>The session goes on under another id.</summary>
    private static void WriteNext(Call call, AuthSession session)
    {
        SignInFlow.Rename(call.State, session);
        call.Json.WriteString("Session", session.Id);
    }

    private static void Enrol(Call call, User user, byte[] secret, long usedStep)
    {
        SignInRecord record = user.SignIn ??= new SignInRecord();
        record.TotpSecret = secret;
        record.UsedTotpSteps = [usedStep];
        record.NewTotpSecret = null;
        record.DeviceNameOfToken = call.Text("FriendlyDeviceName");
        user.Modified = call.Now;
    }

    /// <summary>The time step whose code was given.</summary>
    private static long Check(Call call, byte[] secret) =>
        Mfa.TotpStep(secret, call.Required("UserCode"), call.Now)
        ?? throw new ServiceException("EnableSoftwareTokenMFAException", "Code mismatch and fail enable Software Token MFA");

    private static void RequireFactor(UserPool pool)
    {
        if (!pool.Has(Mfa.SoftwareToken))
            throw new ServiceException("SoftwareTokenMFANotFoundException", "Software Token MFA has not been enabled by the userPool");
    }

    private static ServiceException NotAssociated() =>
        new("SoftwareTokenMFANotFoundException", "The user has not associated a software token.");
}
