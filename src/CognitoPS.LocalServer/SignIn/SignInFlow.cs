using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>What comes next in a sign-in: another challenge, or the tokens.</summary>
internal static class SignInFlow
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int SessionLength = 160;
    private const int SessionsBeforeSweep = 10_000;
    private const int DefaultMinutes = 3;

    /// <summary>Once a factor is proven: the next thing that this user must do, or the tokens.</summary>
    internal static void Advance(this SignInStep step)
    {
        AuthSession session = step.Session;
        if (step.User.Status == UserStatus.FORCE_CHANGE_PASSWORD)
            NewPassword.Ask(step);
        else if (session.CustomPending)
            CustomChallenge.Ask(step);
        else if (DeviceChallenges.IsNext(step))
            step.Ask(DeviceChallenges.Srp, ("USERNAME", session.Username));
        else if (session.MfaDone || !Mfa.Ask(step))
            Finish(step);
    }

    /// <summary>Answers with a challenge; where the session has an id already, that one stands for it and is not told.</summary>
    internal static void Ask(this SignInStep step, string challenge, params (string Name, string Value)[] parameters)
    {
        AuthSession session = step.Session;
        ServerState state = step.Call.State;
        Utf8JsonWriter json = step.Call.Json;
        json.WriteString("ChallengeName", challenge);
        if (session.Id.Length == 0)
        {
            session.Id = NewId(state);
            json.WriteString("Session", session.Id);
        }
        json.WriteStartObject("ChallengeParameters");
        foreach ((string name, string value) in parameters)
            json.WriteString(name, value);
        json.WriteEndObject();
        session.Challenge = challenge;
        session.Failures = 0;
        Keep(state, session);
    }

    /// <summary>Lets a session go on under an id that is new.</summary>
    internal static void Rename(ServerState state, AuthSession session)
    {
        session.Id = NewId(state);
        Keep(state, session);
    }

    private static string NewId(ServerState state) => "AYABe" + state.Ids.Text(Alphabet, SessionLength);

    /// <summary>Lets a session wait for an answer.</summary>
    private static void Keep(ServerState state, AuthSession session)
    {
        long now = state.Now;
        session.Expires = now + ((session.Client.Settings.Find("AuthSessionValidity")?.GetInt32() ?? DefaultMinutes) * 60_000L);
        if (state.AuthSessions.Count > SessionsBeforeSweep)
        {
            foreach (KeyValuePair<string, AuthSession> old in state.AuthSessions.Where(pair => pair.Value.Expires <= now).ToList())
                state.AuthSessions.TryRemove(old.Key, out _);
        }
        state.AuthSessions[session.Id] = session;
    }

    /// <summary>Records an attempt to sign in, and gives its id.</summary>
    internal static string Event(this SignInStep step, bool passed)
    {
        string id = step.Call.State.Ids.Uuid().ToString();
        step.Record.Add(
            new AuthEvent(id, "SignIn", passed, step.Call.State.NextSequence(), step.Call.Now) { Address = Address(step.Call) }
        );
        return id;
    }

    /// <summary>Where the request says that the user is.</summary>
    private static string? Address(Call call) =>
        call.Request.Text("UserContextData", "IpAddress") ?? call.Request.Text("ContextData", "IpAddress");

    /// <summary>Signed in: a session begins.</summary>
    private static void Finish(SignInStep step)
    {
        Call call = step.Call;
        AuthSession signIn = step.Session;
        SignInRecord record = step.Record;
        record.Succeeded();
        string eventId = step.Event(passed: true);
        Session session = new(call.State.Ids.Uuid().ToString(), step.Client.Id, call.State.NextSequence(), call.Now)
        {
            Expires = call.Now + (long)TokenValidity.Of(step.Client, "RefreshToken").TotalMilliseconds,
            LastAddress = Address(call),
            DeviceKey = signIn.DeviceProven ? signIn.Device?.Key : null,
            NewDevice = signIn.DeviceProven ? null : DeviceChallenges.NewDevice(step),
        };
        record.Add(session);
        if (signIn.DeviceProven)
            (signIn.Device!.LastAuthenticated, signIn.Device.LastAddress) = (call.Now, session.LastAddress);
        call.Json.WriteStartObject("ChallengeParameters");
        call.Json.WriteEndObject();
        SignedTokens.Write(call, step.Client, step.User, session, eventId, SignedTokens.NewRefreshToken(step.Client, step.User, session));
    }
}
