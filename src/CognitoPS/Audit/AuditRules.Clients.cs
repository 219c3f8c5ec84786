using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace CognitoPS.Audit;

internal static partial class AuditRules
{
    private const string NoSecretLater =
        "A client cannot be given a secret later: make a new one with -GenerateSecret and remove this one.";

    private static readonly string[] PasswordFlows = ["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"];
    private static readonly string[] AdminFlows = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"];
    private static readonly string[] VerifiedAttributes = ["email_verified", "phone_number_verified"];
    private static readonly string[] OwnScopes = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"];

    private static IEnumerable<Rule> ClientRules() =>
        [
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "client-user-existence",
                Title = "A failed sign-in does not tell whether the user exists",
                Severity = Severity.Medium,
                Why = "Whoever can ask which names exist has half of what it takes to sign in, and a list of your customers.",
                References = ["prowler cognito_user_pool_client_prevent_user_existence_errors"],
                Applies = one => HasUsers(one.Item),
                Problem = one =>
                    Unless(
                        one.Item.PreventUserExistenceErrors == PreventUserExistenceErrorTypes.ENABLED,
                        "PreventUserExistenceErrors",
                        one.Item.PreventUserExistenceErrors
                    ),
                Remedy = one => ChangeClient(one, ("PreventUserExistenceErrors", "ENABLED")),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "client-public-password-flow",
                Title = "A public client does not send passwords",
                Severity = Severity.High,
                Why =
                    "Anybody can use a client without a secret: a script can try passwords by the thousand. "
                    + "With SRP the password does not leave the device.",
                Applies = one => IsPublic(one.Item),
                Problem = one => FlowsIn(one.Item, PasswordFlows),
                Remedy = one => ReplaceFlows(one, PasswordFlows),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "client-password-flow",
                Title = "Passwords are not sent where SRP would do",
                Severity = Severity.Low,
                Why = "The password passes through the application and its logs. With SRP it does not.",
                Applies = one => !IsPublic(one.Item),
                Problem = one => FlowsIn(one.Item, PasswordFlows),
                Remedy = one => ReplaceFlows(one, PasswordFlows),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "client-public-admin-flow",
                Title = "The administrators' sign-in flow needs a client with a secret",
                Severity = Severity.Medium,
                Why =
                    "The flow is for servers, and a server can keep a secret: without one, AWS credentials "
                    + "alone let anybody sign in users.",
                Applies = one => IsPublic(one.Item),
                Problem = one => FlowsIn(one.Item, AdminFlows),
                Remedy = one => ReplaceFlows(one, AdminFlows),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "client-public-credentials",
                Title = "The grant client_credentials needs a client with a secret",
                Severity = Severity.Critical,
                Why = "Anybody who knows the client's id gets tokens as if they were the machine.",
                Manual = NoSecretLater,
                Applies = one => IsPublic(one.Item),
                Problem = one =>
                    Unless(
                        one.Item.AllowedOAuthFlows?.Contains("client_credentials") is not true,
                        "AllowedOAuthFlows",
                        one.Item.AllowedOAuthFlows
                    ),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "client-implicit-flow",
                Title = "Tokens are not handed over in addresses",
                Severity = Severity.High,
                Why =
                    "The implicit grant puts tokens in the address bar, its history and the logs behind it. "
                    + "The code grant with PKCE does not.",
                Problem = one =>
                    Unless(one.Item.AllowedOAuthFlows?.Contains("implicit") is not true, "AllowedOAuthFlows", one.Item.AllowedOAuthFlows),
                Remedy = one => ChangeClient(one, ("AllowedOAuthFlows", "code")),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "client-writes-verified",
                Title = "Users cannot call their own addresses verified",
                Severity = Severity.High,
                Why = "A user who may write email_verified can claim the address of anybody.",
                Problem = one => WritableIn(one.Item, VerifiedAttributes.Contains),
                Remedy = one => ChangeClient(one, ("RemoveWriteAttribute", Writable(one.Item, VerifiedAttributes.Contains))),
            },
            new Rule<UserPoolClientType>(Subjects.Client)
            {
                Id = "client-writes-trusted",
                Title = "Users cannot write what applications decide by",
                Severity = Severity.High,
                Why =
                    "By UpdateUserAttributes a signed-in user sets every attribute that the client may write: "
                    + "a role, a tenant or a plan among them is theirs to choose.",
                Problem = one => WritableIn(one.Item, AuditNames.IsTrusted),
                Remedy = one => ChangeClient(one, ("RemoveWriteAttribute", Writable(one.Item, AuditNames.IsTrusted))),
            },
            new Rule<UserPoolClientType>(Subjects.ScopedClient)
            {
                Id = "client-scope-undefined",
                Title = "A client's scopes are ones that a resource server defines",
                Severity = Severity.Low,
                Why = "A scope that no server defines is a leftover, and comes to life when somebody makes a server of that name.",
                Problem = one => Unless(UndefinedScopes(one).Length == 0, "AllowedOAuthScopes", UndefinedScopes(one)),
                Remedy = one =>
                    UndefinedScopes(one).Length < one.Item.AllowedOAuthScopes.Count
                        ? ChangeClient(one, ("RemoveAllowedOAuthScope", UndefinedScopes(one)))
                        : null,
                Manual = "The client has no other scope: give it one that a resource server defines.",
            },
            new Rule<IReadOnlyList<ClientPicture>>(Subjects.AllClients)
            {
                Id = "client-unused",
                Title = "Every app client is in use",
                Severity = Severity.Info,
                Why = "A client that nobody uses is a way in that nobody watches.",
                NotVisible =
                    "The service does not tell when a client was last used: events of users name no client. "
                    + "Search CloudTrail or the log userAuthEvents by client id.",
                Applies = one => one.Item.Count > 0,
                Problem = _ => null,
            },
        ];

    private static bool IsPublic(UserPoolClientType client) => client.ClientSecret is null;

    /// <summary>Whether people sign in with the client, and not only machines.</summary>
    private static bool HasUsers(UserPoolClientType client) => client.AllowedOAuthFlows is not ["client_credentials"];

    private static Evidence? FlowsIn(UserPoolClientType client, string[] flows) =>
        client.ExplicitAuthFlows?.Intersect(flows).ToArray() is { Length: > 0 } found ? Found("ExplicitAuthFlows", found) : null;

    /// <summary>The client's flows under their newer names, with SRP in place of some.</summary>
    private static Remedy ReplaceFlows(Case<UserPoolClientType> one, string[] flows)
    {
        List<string> kept = [.. one.Item.ExplicitAuthFlows.Except(flows).Select(Newer)];
        if (!kept.Contains("ALLOW_USER_AUTH"))
            kept.Add("ALLOW_USER_SRP_AUTH");
        // The older names allow it unasked.
        if (one.Item.ExplicitAuthFlows.Exists(flow => Newer(flow) != flow) && one.Item.RefreshTokenRotation?.Feature != FeatureType.ENABLED)
            kept.Add("ALLOW_REFRESH_TOKEN_AUTH");
        return ChangeClient(one, ("ExplicitAuthFlows", kept.Distinct().ToArray()));

        static string Newer(string flow) =>
            flow switch
            {
                "ADMIN_NO_SRP_AUTH" => "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                "CUSTOM_AUTH_FLOW_ONLY" => "ALLOW_CUSTOM_AUTH",
                "USER_PASSWORD_AUTH" => "ALLOW_USER_PASSWORD_AUTH",
                _ => flow,
            };
    }

    private static string[] Writable(UserPoolClientType client, Func<string, bool> choose) =>
        [.. (client.WriteAttributes ?? []).Where(choose)];

    private static Evidence? WritableIn(UserPoolClientType client, Func<string, bool> choose) =>
        Writable(client, choose) is { Length: > 0 } found ? Found("WriteAttributes", found) : null;

    private static string[] UndefinedScopes(Case<UserPoolClientType> one)
    {
        HashSet<string> defined =
        [
            .. OwnScopes,
            .. one.Picture.ResourceServers.Value!.SelectMany(server =>
                (server.Scopes ?? []).Select(scope => $"{server.Identifier}/{scope.ScopeName}")
            ),
        ];
        return [.. (one.Item.AllowedOAuthScopes ?? []).Where(scope => !defined.Contains(scope))];
    }
}
