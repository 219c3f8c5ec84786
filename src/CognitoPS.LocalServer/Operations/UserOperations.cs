using System.Text.Json;
using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>Users, as the administrator sees them.</summary>
internal static class UserOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("ListUsers", List);
        table.Add("AdminGetUser", (Call call, UserPool _, User user) => WriteFull(call, user));
        table.Add("AdminCreateUser", Create);
        table.Add("AdminDeleteUser", (Call _, UserPool pool, User user) => pool.Remove(user));
        table.Add("AdminUpdateUserAttributes", UpdateAttributes);
        table.Add("AdminDeleteUserAttributes", DeleteAttributes);
        table.Add("AdminEnableUser", (Call call, UserPool _, User user) => SetEnabled(call, user, true));
        table.Add("AdminDisableUser", (Call call, UserPool _, User user) => SetEnabled(call, user, false));
        table.Add("AdminSetUserPassword", SetPassword);
        table.Add("AdminConfirmSignUp", Confirm);
        table.Add("AdminResetUserPassword", ResetPassword);
        table.Add("AdminUserGlobalSignOut", (Call call, UserPool _, User user) => SignOut(call, user));
    }

    /// <summary>A user as the lists show it.</summary>
    internal static void Write(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        WriteName(json, JsonText.Username, user);
        WriteAttributes(json, JsonText.Attributes, user, null);
        WriteState(json, user);
        json.WriteEndObject();
    }

    private static void List(Call call, UserPool pool)
    {
        UserFilter? filter = UserFilter.Parse(call.Text("Filter"), pool);
        HashSet<string>? only = call.Has("AttributesToGet") ? [.. call.Texts("AttributesToGet")] : null;
        if (only?.FirstOrDefault(a => pool.Schema.Find(a) == null) is { } unknown)
            throw ServiceException.Invalid($"One or more requested attributes do not exist: {unknown}");
        call.WritePage("Users", cursor => Users(pool, filter, cursor), (json, user) => WriteListed(json, user, only), u => u.Sub.ToString("N"), filter == null ? null : filter.Matches);
    }

    private static IEnumerable<User> Users(UserPool pool, UserFilter? filter, string? cursor)
    {
        if (filter?.Username is { } name)
            return cursor == null && pool.FindUser(name) is { } user && pool.NameComparer.Equals(user.Username, name) ? [user] : [];
        if (filter == null)
            return cursor == null ? pool.Users.All() : pool.Users.After(Guid.ParseExact(cursor, "N"));
        if (filter.Stretch is not { } stretch)
            return [];
        IEnumerable<User> users = cursor == null ? pool.Users.After(stretch.From, inclusive: true) : pool.Users.After(Guid.ParseExact(cursor, "N"));
        return users.TakeWhile(u => u.Sub.CompareTo(stretch.To) <= 0);
    }

    private static void WriteListed(Utf8JsonWriter json, User user, HashSet<string>? only)
    {
        if (only?.FirstOrDefault(a => a != "sub" && user.Attributes[a] == null) is { } missing)
            throw ServiceException.Invalid($"One or more requested attributes do not exist: {missing}");
        if (only == null)
        {
            Write(json, user);
            return;
        }
        json.WriteStartObject();
        WriteName(json, JsonText.Username, user);
        WriteAttributes(json, JsonText.Attributes, user, only);
        WriteState(json, user);
        json.WriteEndObject();
    }

    private static void Create(Call call, UserPool pool)
    {
        string username = call.Required("Username");
        if (call.Text("MessageAction") == "RESEND")
        {
            Resend(call, pool, pool.FindUser(username) ?? throw ServiceException.UserNotFound());
            return;
        }
        UserAttributes attributes = NewAttributes(call, pool, UserAttributes.Empty, isNew: true);
        Guid sub = call.State.Ids.Uuid();
        string? ownName = CheckUsername(pool, username, ref attributes);
        if (pool.FindUser(username) != null)
            throw new ServiceException("UsernameExistsException", "User account already exists");
        if (pool.AliasTaken(attributes, null, out string? alias, out User? owner))
        {
            if (!call.Flag("ForceAliasCreation"))
                throw new ServiceException("UsernameExistsException", $"An account with the {alias} already exists.");
            Yield(pool, owner, alias, call.Now);
        }
        CheckRequired(pool, attributes);
        string? password = call.Text("TemporaryPassword");
        bool withoutPassword = password == null && SignsInByCode(pool, attributes);
        User user = new(ownName, sub, attributes, withoutPassword ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD, call.Now);
        if (!withoutPassword)
            PasswordPolicy.Set(pool, user, password ?? GeneratePassword(call, pool), call.Now);
        pool.Add(user);
        if (call.Text("MessageAction") != "SUPPRESS")
            Invite(call, pool, user);
        WriteUser(call, user);
    }

    private static void Resend(Call call, UserPool pool, User user)
    {
        if (user.Status != UserStatus.FORCE_CHANGE_PASSWORD)
            throw new ServiceException("UnsupportedUserStateException", $"Resend not possible. {user.Username} status is not FORCE_CHANGE_PASSWORD");
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

    /// <summary>A pool whose users can sign in by a code makes them without a password.</summary>
    internal static bool SignsInByCode(UserPool pool, UserAttributes attributes)
    {
        string[] factors = pool.Settings.Texts("Policies", "SignInPolicy", "AllowedFirstAuthFactors");
        return (factors.Contains("EMAIL_OTP") && attributes["email"] != null) || (factors.Contains("SMS_OTP") && attributes["phone_number"] != null);
    }

    /// <summary>The name that the user keeps: the one given, or null where the pool's people sign in by an attribute, which it then becomes.</summary>
    internal static string? CheckUsername(UserPool pool, string username, ref UserAttributes attributes)
    {
        bool email = username.IndexOf('@') > 0;
        bool phone = username.Length > 4 && username[0] == '+' && username.Skip(1).All(char.IsDigit);
        if (pool.SignInAttributes.Length > 0)
        {
            string? attribute = Array.Find(pool.SignInAttributes, a => a == "email" ? email : phone);
            if (attribute == null)
                throw ServiceException.Invalid(pool.SignInAttributes.Length == 2 ? "Username should be either an email or a phone number." : pool.SignInAttributes[0] == "email" ? "Username should be an email." : "Username should be a phone number.");
            if (attributes[attribute] is { } given && !pool.NameComparer.Equals(given, username))
                throw ServiceException.Invalid($"{attribute} given as username and as attribute must be the same.");
            attributes = attributes.With(attribute, attributes[attribute] ?? username);
            return null;
        }
        if (email && pool.IsAlias("email"))
            throw ServiceException.Invalid("Username cannot be of email format, since user pool is configured for email alias.");
        if (phone && pool.IsAlias("phone_number"))
            throw ServiceException.Invalid("Username cannot be of phone number format, since user pool is configured for phone number alias.");
        return username;
    }

    /// <summary>The attributes of a request over those that there are.</summary>
    internal static UserAttributes NewAttributes(Call call, UserPool pool, UserAttributes attributes, bool isNew)
    {
        List<KeyValuePair<string, string>> given = [];
        foreach (JsonElement attribute in call.Items("UserAttributes"))
            given.Add(new(attribute.Text("Name")!, attribute.Text("Value") ?? ""));
        return Merge(pool, attributes, given, isNew);
    }

    /// <summary>The given attributes over those that there are, checked against the schema. An empty value removes one.</summary>
    internal static UserAttributes Merge(UserPool pool, UserAttributes attributes, List<KeyValuePair<string, string>> given, bool isNew)
    {
        foreach (KeyValuePair<string, string> attribute in given)
        {
            SchemaAttribute definition = pool.Schema.Get(attribute.Key);
            if (attribute.Key == "sub" || (!definition.Mutable && !isNew))
                throw Schema.NotConforming(attribute.Key, "Attribute cannot be updated.");
            if (attribute.Value.Length == 0)
            {
                attributes = Delete(attributes, definition);
                continue;
            }
            CheckValue(definition, attribute.Value);
            bool changed = attributes[attribute.Key] != attribute.Value;
            attributes = attributes.With(definition.Name, attribute.Value);
            if (changed && !isNew && attribute.Key is "email" or "phone_number" && !given.Exists(g => g.Key == attribute.Key + "_verified"))
                attributes = attributes.With(attribute.Key == "email" ? "email_verified" : "phone_number_verified", "false");
        }
        return attributes;
    }

    internal static void CheckRequired(UserPool pool, UserAttributes attributes)
    {
        foreach (SchemaAttribute required in pool.Schema.Attributes)
        {
            if (required.Required && required.Name != "sub" && attributes[required.Name] == null)
                throw Schema.NotConforming(required.Name, "The attribute is required");
        }
    }

    internal static void CheckValue(SchemaAttribute definition, string value)
    {
        if (Problem(definition, value) is { } problem)
            throw Schema.NotConforming(definition.Name, problem);
    }

    private static string? Problem(SchemaAttribute definition, string value) => definition.Name switch
    {
        "email" when value.IndexOf('@') is var at && (at <= 0 || at == value.Length - 1 || value.Any(char.IsWhiteSpace)) => throw ServiceException.Invalid("Invalid email address format."),
        "phone_number" when value.Length < 4 || value.Length > 16 || value[0] != '+' || !value.Skip(1).All(char.IsDigit) => throw ServiceException.Invalid("Invalid phone number format."),
        _ => Schema.Problem(definition, value),
    };

    private static UserAttributes Delete(UserAttributes attributes, SchemaAttribute definition)
    {
        if (definition.Required)
            throw Schema.NotConforming(definition.Name, "Required attribute cannot be deleted");
        attributes = attributes.Without(definition.Name);
        return definition.Name is "email" or "phone_number" ? attributes.Without(definition.Name + "_verified") : attributes;
    }

    internal static void UpdateAttributes(Call call, UserPool pool, User user)
    {
        UserAttributes attributes = NewAttributes(call, pool, user.Attributes, isNew: false);
        if (pool.AliasTaken(attributes, user, out string? alias, out _))
            throw new ServiceException("AliasExistsException", $"An account with the given {alias} already exists.");
        pool.SetAttributes(user, attributes, call.Now);
    }

    internal static void DeleteAttributes(Call call, UserPool pool, User user)
    {
        UserAttributes attributes = user.Attributes;
        foreach (string name in call.Texts("UserAttributeNames"))
        {
            SchemaAttribute definition = pool.Schema.Get(name);
            if (!definition.Mutable || Array.IndexOf(pool.SignInAttributes, name) >= 0)
                throw Schema.NotConforming(name, "Attribute cannot be updated.");
            attributes = Delete(attributes, definition);
        }
        pool.SetAttributes(user, attributes, call.Now);
    }

    /// <summary>The alias moves to another user: its verification ends here.</summary>
    internal static void Yield(UserPool pool, User owner, string alias, long now)
    {
        UserAttributes attributes = alias == "preferred_username" || pool.SignInAttributes.Length > 0 ? owner.Attributes.Without(alias) : owner.Attributes.With(alias == "email" ? "email_verified" : "phone_number_verified", "false");
        pool.SetAttributes(owner, attributes, now);
    }

    private static void SetEnabled(Call call, User user, bool enabled)
    {
        user.Enabled = enabled;
        user.Modified = call.Now;
        if (!enabled)
            SignOut(call, user);
    }

    internal static void SignOut(Call call, User user)
    {
        if (user.SignIn is not { } record)
            return;
        record.SignedOut = call.Now;
        record.Sessions = [];
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
        string? attribute = VerifiedContact(user.Attributes) ?? throw ServiceException.Invalid("Cannot reset password for the user as there is no registered/verified email or phone_number");
        user.Status = UserStatus.RESET_REQUIRED;
        user.Modified = call.Now;
        Codes.Send(call, pool, user, Codes.ForgotPassword, attribute);
    }

    internal static string? VerifiedContact(UserAttributes attributes) =>
        attributes["email_verified"] == "true" ? "email" : attributes["phone_number_verified"] == "true" ? "phone_number" : null;

    private static void Invite(Call call, UserPool pool, User user)
    {
        string[] media = call.Texts("DesiredDeliveryMediums");
        string password = user.SignIn?.Password ?? "";
        foreach (string medium in media.Length == 0 ? ["SMS", "EMAIL"] : media)
        {
            string attribute = medium == "SMS" ? "phone_number" : "email";
            if (user.Attributes[attribute] != null)
                Deliver(call, pool, user, attribute, $"Your username is {user.Username} and temporary password is {password}", password);
        }
    }

    /// <summary>"Sends" a message to the address or number of a user.</summary>
    internal static void Deliver(Call call, UserPool pool, User user, string attribute, string text, string code) =>
        call.Server.Log.Add(new DeliveredMessage(pool.Id, user.Username, attribute == "email" ? "EMAIL" : "SMS", user.Attributes[attribute] ?? "", text, code));

    private static void WriteUser(Call call, User user)
    {
        call.Json.WritePropertyName("User");
        Write(call.Json, user);
    }

    /// <summary>A user as AdminGetUser shows it, with its second factors.</summary>
    private static void WriteFull(Call call, User user)
    {
        WriteName(call.Json, JsonText.Username, user);
        WriteAttributes(call.Json, JsonText.UserAttributes, user, null);
        WriteState(call.Json, user);
        UserMfaOperations.WriteFactors(call.Json, user);
    }

    private static void WriteName(Utf8JsonWriter json, JsonEncodedText name, User user)
    {
        if (user.OwnName != null)
            json.WriteString(name, user.OwnName);
        else
            json.WriteString(name, user.Sub);
    }

    internal static void WriteAttributes(Utf8JsonWriter json, JsonEncodedText name, User user, HashSet<string>? only)
    {
        json.WriteStartArray(name);
        if (only?.Contains("sub") is not false)
        {
            json.WriteStartObject();
            json.WriteString(JsonText.Name, JsonText.Sub);
            json.WriteString(JsonText.Value, user.Sub);
            json.WriteEndObject();
        }
        foreach (KeyValuePair<string, string> attribute in user.Attributes.Items)
        {
            if (only?.Contains(attribute.Key) is false)
                continue;
            json.WriteStartObject();
            json.WriteString(JsonText.Name, attribute.Key);
            json.WriteString(JsonText.Value, attribute.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteState(Utf8JsonWriter json, User user)
    {
        json.WriteTime(JsonText.UserCreateDate, user.Created);
        json.WriteTime(JsonText.UserLastModifiedDate, user.Modified);
        json.WriteBoolean(JsonText.Enabled, user.Enabled);
        json.WriteString(JsonText.UserStatus, UserFilter.StatusNames[(int)user.Status]);
        if (user.SignIn is { MfaOptions.Length: > 0 } record)
            UserMfaOperations.WriteOptions(json, record);
    }
}
