using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.SignIn;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.Operations;

/// <summary>People who register themselves.</summary>
internal static class SignUpOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.AddOfClient("SignUp", SignUp);
        table.AddOfClient("ConfirmSignUp", Confirm);
        table.AddOfClient("ResendConfirmationCode", Resend);
    }

    /// <summary>
    /// The attribute that a code is sent to when somebody registers or asks for one; null where the pool verifies none that the user has.
    /// </summary>
    internal static string? Verifiable(UserPool pool, UserAttributes attributes) =>
        pool
            .Settings.Strings("AutoVerifiedAttributes")
            .OrderBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault(name => attributes[name] is not null);

    private static void SignUp(Call call, UserPoolClient client)
    {
        UserPool pool = client.Pool;
        string username = call.Required("Username");
        client.CheckSecretHash(call.Text("SecretHash"), username);
        if (pool.Settings.Find("AdminCreateUserConfig", "AllowAdminCreateUserOnly")?.GetBoolean() is true)
            throw ServiceException.NotAuthorized("SignUp is not permitted for this user pool");
        SignedInUserOperations.CheckWritable(client, call.Items("UserAttributes").Select(attribute => attribute.Text("Name")!));
        UserAttributes attributes = UserAttributeRules.Read(call, pool, UserAttributes.Empty, isNew: true);
        if (attributes["preferred_username"] is not null && pool.IsAlias("preferred_username"))
            throw ServiceException.Invalid(
                "Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias."
            );
        Guid sub = call.State.Ids.Sub();
        string? givenUsername = UserAttributeRules.CheckUsername(pool, username, ref attributes);
        if (pool.FindUser(username) is not null || (pool.SignInAttributes.Length > 0 && pool.AliasTaken(attributes, null, out _, out _)))
            throw UserAttributeRules.NameTaken(pool, username, "User already exists");
        UserAttributeRules.CheckRequired(pool, attributes);
        User user = new(givenUsername, sub, attributes, UserStatus.UNCONFIRMED, call.Now);
        if (call.Text("Password") is { } password)
            PasswordPolicy.Set(pool, user, password, call.Now);
        else if (!PasswordPolicy.IsOptional(pool, attributes))
            throw ServiceException.Invalid("Password must be given: the user pool does not let users sign in without one.");
        pool.Add(user);
        call.Json.WriteBoolean("UserConfirmed", false);
        call.Json.WriteString("UserSub", user.Sub);
        if (Verifiable(pool, attributes) is { } attribute)
        {
            VerificationCodes.Send(call, pool, user, VerificationCodes.SignUp, attribute);
            VerificationCodes.WriteDelivery(call.Json, attribute, attributes[attribute]);
        }
    }

    private static void Confirm(Call call, UserPoolClient client)
    {
        UserPool pool = client.Pool;
        if (Find(call, client) is not { } user)
            throw VerificationCodes.Expired();
        if (user.Status != UserStatus.UNCONFIRMED)
            throw ServiceException.NotAuthorized($"User cannot be confirmed. Current status is {UserFilter.StatusNames[(int)user.Status]}");
        string attribute = VerificationCodes.Take(call, user, VerificationCodes.SignUp, call.Required("ConfirmationCode"));
        UserAttributes attributes = user.Attributes.With(UserAttributeRules.Verification(attribute), "true");
        if (pool.AliasTaken(attributes, user, out string? alias, out User? owner))
        {
            if (!call.Flag("ForceAliasCreation"))
                throw new ServiceException("AliasExistsException", $"An account with the {alias} already exists.");
            UserAttributeRules.ReleaseAlias(pool, owner, alias, call.Now);
        }
        user.Status = UserStatus.CONFIRMED;
        pool.SetAttributes(user, attributes, call.Now);
        AuthSession session = new(client, user, user.Username) { Challenge = AuthSession.ConfirmedSignUp };
        SignInFlow.Rename(call.State, session);
        call.Json.WriteString("Session", session.Id);
    }

    private static void Resend(Call call, UserPoolClient client)
    {
        if (Find(call, client) is not { } user)
        {
            VerificationCodes.WriteDelivery(call.Json, "email", null);
            return;
        }
        if (user.Status != UserStatus.UNCONFIRMED)
            throw ServiceException.Invalid("User is already confirmed.");
        string attribute =
            Verifiable(client.Pool, user.Attributes)
            ?? throw new ServiceException("CodeDeliveryFailureException", "The user has no address or number that the user pool verifies.");
        VerificationCodes.Send(call, client.Pool, user, VerificationCodes.SignUp, attribute);
        VerificationCodes.WriteDelivery(call.Json, attribute, user.Attributes[attribute]);
    }

    /// <summary>The user whom a client names without a token; null where the client hides that there is none.</summary>
    internal static User? Find(Call call, UserPoolClient client)
    {
        string username = call.Required("Username");
        User? user = client.Pool.FindUser(username);
        client.CheckSecretHash(call.Text("SecretHash"), user is null ? [username] : [username, user.Username]);
        if (user is null && !client.HidesUsers())
            throw new ServiceException("UserNotFoundException", "Username/client id combination not found.");
        return user;
    }
}
