using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>Every challenge, and what its answer is held against.</summary>
internal static class Challenges
{
    private const int MaximumFailures = 5;
    private const string SecretBlock = "PASSWORD_CLAIM_SECRET_BLOCK";

    private static readonly Dictionary<string, Action<SignInStep>> Table = new(StringComparer.Ordinal)
    {
        ["PASSWORD_VERIFIER"] = Passwords.CheckSrp,
        ["PASSWORD"] = Passwords.Check,
        ["ADMIN_NO_SRP_AUTH"] = Passwords.Check,
        ["PASSWORD_SRP"] = step => Passwords.StartSrp(step),
        ["NEW_PASSWORD_REQUIRED"] = NewPassword.Set,
        ["SELECT_CHALLENGE"] = FirstFactors.Select,
        ["EMAIL_OTP"] = Mfa.CheckCode,
        ["SMS_OTP"] = Mfa.CheckCode,
        ["SMS_MFA"] = Mfa.CheckCode,
        [Mfa.SoftwareToken] = Mfa.CheckSoftwareToken,
        ["SELECT_MFA_TYPE"] = Mfa.Select,
        [Mfa.Setup] = Mfa.SetUp,
        [DeviceChallenges.Srp] = DeviceChallenges.StartSrp,
        [DeviceChallenges.Verifier] = DeviceChallenges.Check,
        ["CUSTOM_CHALLENGE"] = CustomChallenge.Check,
        ["WEB_AUTHN"] = PasskeyChallenge.Check,
    };

    // What the service refuses without ending the session: the same challenge can be answered again.
    private static readonly string[] Forgiven =
    [
        SignInErrors.CodeMismatch,
        SignInErrors.ExpiredCode,
        ServiceException.InvalidParameter,
        "InvalidPasswordException",
        "PasswordHistoryPolicyViolationException",
        "ResourceNotFoundException",
        "AliasExistsException",
    ];

    internal static void AddTo(OperationTable table)
    {
        table.AddOfClient("RespondToAuthChallenge", Respond);
        table.Add("AdminRespondToAuthChallenge", (Call call, UserPool _, UserPoolClient client) => Respond(call, client));
    }

    private static void Respond(Call call, UserPoolClient client)
    {
        string name = call.Required("ChallengeName");
        AuthSession session = Take(call, client, name);
        string id = session.Id;
        try
        {
            SignInStep step = new(call, session, call.Find("ChallengeResponses") ?? JsonSettings.Empty);
            CheckWho(step);
            session.Id = "";
            Table[name](step);
        }
        catch (ServiceException e)
            when (Array.IndexOf(Forgiven, e.Code) >= 0
                && (e.Code != SignInErrors.CodeMismatch || session.IsFirstFactor || ++session.Failures < MaximumFailures)
            )
        {
            session.Id = id;
            call.State.AuthSessions[id] = session;
            throw;
        }
    }

    /// <summary>The open session of that id, which is used up by this.</summary>
    internal static AuthSession TakeSession(Call call, string? id)
    {
        if (id is null || !call.State.AuthSessions.TryRemove(id, out AuthSession? session))
            throw SignInErrors.InvalidSession(
                id is not null && call.State.UsedSessions.Contains(id) ? ", session can only be used once." : "."
            );
        call.State.UsedSessions.Add(id);
        return session.Expires > call.Now ? session : throw SignInErrors.InvalidSession(", session is expired.");
    }

    private static AuthSession Take(Call call, UserPoolClient client, string challenge)
    {
        string? id = call.Text("Session");
        if (id is null && challenge is "PASSWORD_VERIFIER" or DeviceChallenges.Srp or DeviceChallenges.Verifier)
            id = Find(call, client, challenge) ?? throw SignInErrors.WrongPassword();
        AuthSession session = TakeSession(call, id);
        return session.Client == client && session.Challenge == challenge ? session : throw SignInErrors.InvalidSession();
    }

    /// <summary>
    /// The session of an answer that names none, as older clients send it: the secret block tells it, or the device that asks for one.
    /// </summary>
    private static string? Find(Call call, UserPoolClient client, string challenge)
    {
        string Given(string name) =>
            call.Request.Text("ChallengeResponses", name) ?? throw ServiceException.Invalid($"Missing required parameter {name}");
        if (challenge != DeviceChallenges.Srp)
        {
            string block = Given(SecretBlock);
            if (challenge == "PASSWORD_VERIFIER")
                return call.State.AuthSessions.ContainsKey(block) ? block : null;
            return call.State.AuthSessions.FirstOrDefault(open => open.Value.SecretBlock == block).Key;
        }
        User? user = client.Pool.FindUser(Given("USERNAME"));
        string device = Given("DEVICE_KEY");
        return call
            .State.AuthSessions.Where(open =>
                open.Value.Client == client
                && open.Value.Challenge == challenge
                && open.Value.User == user
                && open.Value.Device?.Key == device
            )
            .OrderByDescending(open => open.Value.Expires)
            .FirstOrDefault()
            .Key;
    }

    /// <summary>Everything that each answer says beside the answer itself.</summary>
    private static void CheckWho(SignInStep step)
    {
        AuthSession session = step.Session;
        string username = step.Required("USERNAME");
        step.Client.CheckSecretHash(step["SECRET_HASH"], session.Username);
        bool same = session.User is null
            ? step.Pool.NameComparer.Equals(username, session.Username) || step.Pool.NameComparer.Equals(username, session.GivenName)
            : step.Pool.FindUser(username) == session.User;
        if (!same)
            throw SignInErrors.InvalidSession();
        if (session.User is not { } user)
            return;
        if (!user.Enabled)
            throw ServiceException.NotAuthorized("User is disabled.");
        if (step["DEVICE_KEY"] is { } key && !session.DeviceProven)
            session.Device = user.SignIn?.FindDevice(key) ?? throw ServiceException.NotFound("Device does not exist.");
    }
}
