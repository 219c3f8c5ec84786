using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.SignIn;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Users who forgot their password, or want another one.</summary>
internal static class PasswordOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.AddOfClient("ForgotPassword", Forgot);
        table.AddOfClient("ConfirmForgotPassword", Confirm);
        table.AddOfUser("ChangePassword", Change);
    }

    private static void Forgot(Call call, UserPoolClient client)
    {
        UserPool pool = client.Pool;
        if (SignUpOperations.Find(call, client) is not { } user)
        {
            VerificationCodes.WriteDelivery(call.Json, "email", null);
            return;
        }
        if (!user.Enabled)
            throw ServiceException.NotAuthorized("User is disabled.");
        if (user.Status == UserStatus.FORCE_CHANGE_PASSWORD)
            throw ServiceException.NotAuthorized("User password cannot be reset in the current state.");
        string attribute = RecoveryContact(pool, user);
        VerificationCodes.Send(call, pool, user, VerificationCodes.ForgotPassword, attribute);
        VerificationCodes.WriteDelivery(call.Json, attribute, user.Attributes[attribute]);
    }

    /// <summary>The attribute that a code for a new password is sent to; throws where there is none.</summary>
    internal static string RecoveryContact(UserPool pool, User user) =>
        Mechanisms(pool).FirstOrDefault(user.Attributes.IsVerified)
        ?? throw ServiceException.Invalid("Cannot reset password for the user as there is no registered/verified email or phone_number");

    /// <summary>
    /// The attributes that the pool's account recovery sends to, in its order; a number before an address where the pool has no such
    /// setting.
    /// </summary>
    private static IEnumerable<string> Mechanisms(UserPool pool)
    {
        string[] names =
        [
            .. pool
                .Settings.Items("AccountRecoverySetting", "RecoveryMechanisms")
                .OrderBy(mechanism => mechanism.Find("Priority")?.GetInt32())
                .Select(mechanism => mechanism.Text("Name")!),
        ];
        if (names.Length == 0)
            return ["phone_number", "email"];
        if (names.Contains("admin_only"))
            throw ServiceException.NotAuthorized("Contact administrator to reset password.");
        return names.Select(name => name.Replace("verified_", ""));
    }

    private static void Confirm(Call call, UserPoolClient client)
    {
        UserPool pool = client.Pool;
        if (SignUpOperations.Find(call, client) is not { } user)
            throw VerificationCodes.Mismatch();
        string password = call.Required("Password");
        PasswordPolicy.Check(pool, password);
        string attribute = VerificationCodes.Take(call, user, VerificationCodes.ForgotPassword, call.Required("ConfirmationCode"));
        PasswordPolicy.Set(pool, user, password, call.Now);
        user.SignIn!.Succeeded();
        if (user.Status is UserStatus.RESET_REQUIRED or UserStatus.UNCONFIRMED)
            user.Status = UserStatus.CONFIRMED;
        pool.SetAttributes(user, user.Attributes.With(UserAttributeRules.Verification(attribute), "true"), call.Now);
    }

    private static void Change(Call call, SignedInUser caller)
    {
        SignInRecord record = caller.User.SignIn!;
        if (record.Password is not null && call.Text("PreviousPassword") != record.Password)
        {
            if (call.Now < record.LockedUntil)
                throw ServiceException.LimitExceeded("Attempt limit exceeded, please try after some time.");
            record.Failed(call.Now);
            throw SignInErrors.WrongPassword();
        }
        PasswordPolicy.Set(caller.Pool, caller.User, call.Required("ProposedPassword"), call.Now);
        record.Succeeded();
        caller.User.Modified = call.Now;
    }
}
