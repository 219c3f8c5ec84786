using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>How a sign-in begins.</summary>
internal static class InitiateAuth
{
    /// <param name="Name">AuthFlow.</param>
    /// <param name="Allowed">What the client's ExplicitAuthFlows hold for it.</param>
    /// <param name="FormerlyAllowed">The same in the older set of names; empty where that always allows it.</param>
    /// <param name="Callers">Who may begin it.</param>
    /// <param name="Begin">Its first step.</param>
    private sealed record Flow(
        string Name,
        string Allowed,
        string FormerlyAllowed,
        Callers Callers,
        Action<Call, UserPoolClient, JsonElement> Begin
    );

    [Flags]
    private enum Callers
    {
        User = 1,
        Administrator = 2,
        Both = User | Administrator,
    }

    private static readonly Flow[] Flows =
    [
        new(
            "USER_SRP_AUTH",
            "ALLOW_USER_SRP_AUTH",
            "",
            Callers.Both,
            (call, client, given) => Passwords.StartSrp(Start(call, client, given), withSession: false)
        ),
        new(
            "USER_PASSWORD_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "USER_PASSWORD_AUTH",
            Callers.User,
            (call, client, given) => Passwords.Check(Start(call, client, given))
        ),
        new(
            "ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ADMIN_NO_SRP_AUTH",
            Callers.Administrator,
            (call, client, given) => Passwords.Check(Start(call, client, given))
        ),
        new(
            "ADMIN_NO_SRP_AUTH",
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ADMIN_NO_SRP_AUTH",
            Callers.Administrator,
            (call, client, given) => Passwords.Check(Start(call, client, given))
        ),
        new(
            "USER_AUTH",
            "ALLOW_USER_AUTH",
            "ALLOW_USER_AUTH",
            Callers.Both,
            (call, client, given) => FirstFactors.Begin(Start(call, client, given))
        ),
        new(
            "CUSTOM_AUTH",
            "ALLOW_CUSTOM_AUTH",
            "",
            Callers.Both,
            (call, client, given) => CustomChallenge.Begin(Start(call, client, given))
        ),
        new("REFRESH_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "", Callers.Both, TokenOperations.Refresh),
        new("REFRESH_TOKEN", "ALLOW_REFRESH_TOKEN_AUTH", "", Callers.Both, TokenOperations.Refresh),
    ];

    internal static void AddTo(OperationTable table)
    {
        table.AddOfClient("InitiateAuth", (call, client) => Begin(call, client, Callers.User));
        table.Add("AdminInitiateAuth", (Call call, UserPool _, UserPoolClient client) => Begin(call, client, Callers.Administrator));
    }

    private static void Begin(Call call, UserPoolClient client, Callers caller)
    {
        string name = call.Required("AuthFlow");
        Flow? flow =
            Array.Find(Flows, known => known.Name == name && (known.Callers & caller) != 0)
            ?? throw ServiceException.Invalid("Initiate Auth method not supported.");
        if (!IsAllowed(flow, client.AuthFlows))
            throw ServiceException.Invalid(
                name is "USER_SRP_AUTH" or "CUSTOM_AUTH"
                    ? $"{name} is not enabled for the client."
                    : $"{name} flow not enabled for this client"
            );
        flow.Begin(call, client, call.Find("AuthParameters") ?? JsonSettings.Empty);
    }

    private static bool IsAllowed(Flow flow, string[] allowed)
    {
        if (Array.Exists(allowed, name => name.StartsWith("ALLOW_", StringComparison.Ordinal)))
            return Array.IndexOf(allowed, flow.Allowed) >= 0;
        if (flow.FormerlyAllowed.Length > 0)
            return Array.IndexOf(allowed, flow.FormerlyAllowed) >= 0;
        return flow.Name != "USER_SRP_AUTH" || Array.IndexOf(allowed, "CUSTOM_AUTH_FLOW_ONLY") < 0;
    }

    private static SignInStep Start(Call call, UserPoolClient client, JsonElement given)
    {
        string username = given.Text("USERNAME") is { Length: > 0 } name
            ? name
            : throw ServiceException.Invalid("Missing required parameter USERNAME");
        client.CheckSecretHash(given.Text("SECRET_HASH"), username);
        User? user =
            client.Pool.FindUser(username) is { } found && (found.GivenUsername is null || username != found.Sub.ToString()) ? found : null;
        if (user is null && !client.HidesUsers())
            throw ServiceException.UserNotFound();
        if (user is { Enabled: false })
            throw ServiceException.NotAuthorized("User is disabled.");
        if (user?.Status == UserStatus.UNCONFIRMED)
            throw new ServiceException("UserNotConfirmedException", "User is not confirmed.");
        if (user?.Status == UserStatus.RESET_REQUIRED)
            throw new ServiceException("PasswordResetRequiredException", "Password reset required for the user");
        return new SignInStep(
            call,
            new AuthSession(client, user, username) { Device = user?.SignIn?.FindDevice(given.Text("DEVICE_KEY")) },
            given
        );
    }
}
