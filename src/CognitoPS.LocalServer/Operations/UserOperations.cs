using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Users, as the administrator sees them.</summary>
internal static class UserOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("ListUsers", List);
        table.Add("AdminGetUser", (Call call, UserPool _, User user) => UserWriter.WriteFull(call, user));
        table.Add("AdminCreateUser", Create);
        table.Add("AdminDeleteUser", (Call _, UserPool pool, User user) => pool.Remove(user));
        table.Add(
            "AdminUpdateUserAttributes",
            (Call call, UserPool pool, User user) =>
            {
                ChangeAttributes(call, pool, user);
            }
        );
        table.Add("AdminDeleteUserAttributes", DeleteAttributes);
        table.Add("AdminEnableUser", (Call call, UserPool _, User user) => SetEnabled(call, user, true));
        table.Add("AdminDisableUser", (Call call, UserPool _, User user) => SetEnabled(call, user, false));
        table.Add("AdminSetUserPassword", SetPassword);
        table.Add("AdminConfirmSignUp", Confirm);
        table.Add("AdminResetUserPassword", ResetPassword);
        table.Add("AdminUserGlobalSignOut", (Call call, UserPool _, User user) => user.SignIn?.SignOut(call.Now));
    }

    private static void List(Call call, UserPool pool)
    {
        var filter = UserFilter.Parse(call.Text("Filter"), pool);
        HashSet<string>? only = call.Has("AttributesToGet") ? [.. call.Strings("AttributesToGet")] : null;
        if (only?.FirstOrDefault(name => pool.Schema.Find(name) is null) is { } unknown)
            throw ServiceException.Invalid($"One or more requested attributes do not exist: {unknown}");
        call.WritePage(
            "Users",
            cursor => Users(pool, filter, cursor),
            (json, user) => UserWriter.Write(json, user, only),
            UserWriter.Cursor,
            filter is null ? null : filter.Matches
        );
    }

    private static IEnumerable<User> Users(UserPool pool, UserFilter? filter, string? cursor)
    {
        if (filter?.Username is { } name)
            return cursor is null && pool.FindUser(name) is { } user && user.Username == name ? [user] : [];
        if (filter is null)
            return cursor is null ? pool.Users.All() : pool.Users.After(Guid.ParseExact(cursor, "N"));
        if (filter.SubRange is not { } range)
            return [];
        IEnumerable<User> users = cursor is null
            ? pool.Users.After(range.From, inclusive: true)
            : pool.Users.After(Guid.ParseExact(cursor, "N"));
        return users.TakeWhile(user => user.Sub.CompareTo(range.To) <= 0);
    }

    /// <summary>A new user. Required attributes may be missing: the user fills them in at the first sign-in.</summary>
    private static void Create(Call call, UserPool pool)
    {
        string username = call.Required("Username");
        if (call.Text("MessageAction") == "RESEND")
        {
            Resend(call, pool, pool.FindUser(username) ?? throw ServiceException.UserNotFound());
            return;
        }
        UserAttributes attributes = UserAttributeRules.Read(call, pool, UserAttributes.Empty, isNew: true);
        Guid sub = call.State.Ids.Sub();
        string? givenUsername = UserAttributeRules.CheckUsername(pool, username, ref attributes);
        if (pool.FindUser(username) is not null)
            throw UserAttributeRules.NameTaken(pool, username, "User account already exists");
        if (pool.AliasTaken(attributes, null, out string? alias, out User? owner) && !call.Flag("ForceAliasCreation"))
            throw new ServiceException("UsernameExistsException", $"An account with the {alias} already exists.");
        CheckMedia(call, attributes);
        UserAttributeRules.CheckVerified(attributes);
        string? password = call.Text("TemporaryPassword");
        bool withoutPassword = password is null && PasswordPolicy.IsOptional(pool, attributes);
        User user = new(
            givenUsername,
            sub,
            attributes,
            withoutPassword ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD,
            call.Now
        );
        if (!withoutPassword)
            PasswordPolicy.Set(pool, user, password ?? GeneratePassword(call, pool), call.Now);
        if (alias is not null)
            UserAttributeRules.ReleaseAlias(pool, owner!, alias, call.Now);
        pool.Add(user);
        if (call.Text("MessageAction") != "SUPPRESS")
            Invite(call, pool, user);
        WriteUser(call, user);
    }

    private static void Resend(Call call, UserPool pool, User user)
    {
        if (user.Status != UserStatus.FORCE_CHANGE_PASSWORD)
            throw new ServiceException(
                "UnsupportedUserStateException",
                $"Resend not possible. {user.Username} status is not FORCE_CHANGE_PASSWORD"
            );
        CheckMedia(call, user.Attributes);
        PasswordPolicy.Set(pool, user, call.Text("TemporaryPassword") ?? GeneratePassword(call, pool), call.Now);
        user.Modified = call.Now;
        Invite(call, pool, user);
        WriteUser(call, user);
    }

    /// <summary>A generated password that satisfies any policy: as long as it must be, with all kinds of characters.</summary>
    private static string GeneratePassword(Call call, UserPool pool)
    {
        string password = call.State.Ids.TemporaryPassword();
        return password.PadRight(PasswordPolicy.Of(pool).GetProperty("MinimumLength").GetInt32(), 'x');
    }

    /// <summary>
    /// Changes attributes. A new address or number that the pool wants verified first waits for the code that is sent to it; gives the
    /// names of those that wait.
    /// </summary>
    internal static List<string> ChangeAttributes(Call call, UserPool pool, User user)
    {
        UserAttributes before = user.Attributes;
        UserAttributes attributes = UserAttributeRules.Read(call, pool, before, isNew: false);
        if (pool.AliasTaken(attributes, user, out string? alias, out _))
            throw new ServiceException("AliasExistsException", $"An account with the given {alias} already exists.");
        string[] verifiedFirst = pool.Settings.Strings("UserAttributeUpdateSettings", "AttributesRequireVerificationBeforeUpdate");
        bool saysVerified(string name) =>
            call.Items("UserAttributes")
                .Any(attribute =>
                    attribute.Text("Name") == UserAttributeRules.Verification(name) && UserAttributes.IsTrue(attribute.Text("Value"))
                );
        List<string> waiting = [];
        foreach (string name in new[] { "email", "phone_number" })
        {
            if (attributes[name] == before[name])
                continue;
            if (attributes[name] is not { } value || Array.IndexOf(verifiedFirst, name) < 0 || saysVerified(name))
            {
                VerificationCodes.Forget(user, name);
                continue;
            }
            VerificationCodes.Send(call, pool, user, name, name, value);
            attributes = attributes.Copy(before, name).Copy(before, UserAttributeRules.Verification(name));
            waiting.Add(name);
        }
        pool.SetAttributes(user, attributes, call.Now);
        return waiting;
    }

    internal static void DeleteAttributes(Call call, UserPool pool, User user)
    {
        UserAttributes attributes = user.Attributes;
        foreach (string name in call.Strings("UserAttributeNames"))
        {
            SchemaAttribute definition = pool.Schema.Get(name);
            if (!definition.Mutable)
                throw Schema.NotConforming(name, "Attribute cannot be updated.");
            attributes = UserAttributeRules.Delete(pool, attributes, definition);
            VerificationCodes.Forget(user, name);
        }
        pool.SetAttributes(user, attributes, call.Now);
    }

    private static void SetEnabled(Call call, User user, bool enabled)
    {
        user.Enabled = enabled;
        user.Modified = call.Now;
        if (!enabled)
            user.SignIn?.SignOut(call.Now);
    }

    private static void SetPassword(Call call, UserPool pool, User user)
    {
        PasswordPolicy.Set(pool, user, call.Required("Password"), call.Now);
        user.Status = call.Flag("Permanent") ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD;
        user.Modified = call.Now;
    }

    private static void Confirm(Call call, UserPool pool, User user)
    {
        if (user.Status != UserStatus.UNCONFIRMED)
            throw ServiceException.NotAuthorized($"User cannot be confirmed. Current status is {UserFilter.StatusNames[(int)user.Status]}");
        user.Status = UserStatus.CONFIRMED;
        user.Modified = call.Now;
    }

    private static void ResetPassword(Call call, UserPool pool, User user)
    {
        if (user.Status is not (UserStatus.CONFIRMED or UserStatus.RESET_REQUIRED))
            throw ServiceException.NotAuthorized("User password cannot be reset in the current state.");
        string attribute = PasswordOperations.RecoveryContact(pool, user);
        user.Status = UserStatus.RESET_REQUIRED;
        user.Modified = call.Now;
        VerificationCodes.Send(call, pool, user, VerificationCodes.ForgotPassword, attribute);
    }

    /// <summary>
    /// An invitation goes where the request says; otherwise to the user's number, or to the address of one who has no number.
    /// </summary>
    private static void Invite(Call call, UserPool pool, User user)
    {
        string[] attributes = MediaAttributes(call);
        if (attributes.Length == 0)
            attributes =
                user.Attributes["phone_number"] is not null ? ["phone_number"]
                : user.Attributes["email"] is not null ? ["email"]
                : [];
        string password = user.SignIn?.Password ?? "";
        foreach (string attribute in attributes)
            Messages.Send(call, pool, user, attribute, $"Your username is {user.Username} and temporary password is {password}", password);
    }

    /// <summary>The attributes that an invitation is wanted at.</summary>
    private static string[] MediaAttributes(Call call) =>
        [.. call.Strings("DesiredDeliveryMediums").Distinct().Select(medium => medium == "SMS" ? "phone_number" : "email")];

    private static void CheckMedia(Call call, UserAttributes attributes)
    {
        if (Array.Find(MediaAttributes(call), name => attributes[name] is null) is { } missing)
            throw ServiceException.Invalid($"User must have {missing} for an invitation by {(missing == "email" ? "EMAIL" : "SMS")}.");
    }

    private static void WriteUser(Call call, User user)
    {
        call.Json.WritePropertyName("User");
        UserWriter.Write(call.Json, user);
    }
}
