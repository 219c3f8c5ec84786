using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Users;

/// <summary>What a username and attributes must be.</summary>
internal static class UserAttributeRules
{
    /// <summary>
    /// The name that the user keeps: the one given, or null where the pool's people sign in by an attribute, which it then becomes.
    /// </summary>
    internal static string? CheckUsername(UserPool pool, string username, ref UserAttributes attributes)
    {
        bool email = IsEmail(username);
        bool phone = IsPhone(username);
        if (pool.SignInAttributes.Length > 0)
        {
            string? attribute = Array.Find(pool.SignInAttributes, name => name == "email" ? email : phone);
            if (attribute is null)
            {
                IEnumerable<string> forms = pool.SignInAttributes.Select(name => name == "email" ? "an email" : "a phone number");
                throw ServiceException.Invalid($"Username should be {string.Join(" or ", forms)}.");
            }
            if (attributes[attribute] is { } given && !pool.NameComparer.Equals(given, username))
                throw ServiceException.Invalid(
                    $"User {attribute} should be empty or same as username, since username attribute is {attribute}."
                );
            attributes = attributes.With(attribute, attributes[attribute] ?? username);
            return null;
        }
        if (email && pool.IsAlias("email"))
            throw ServiceException.Invalid("Username cannot be of email format, since user pool is configured for email alias.");
        if (phone && pool.IsAlias("phone_number"))
            throw ServiceException.Invalid(
                "Username cannot be of phone number format, since user pool is configured for phone number alias."
            );
        return username;
    }

    /// <summary>Somebody has the name: said of the attribute where the pool's people sign in by one.</summary>
    internal static ServiceException NameTaken(UserPool pool, string username, string otherwise) =>
        new(
            "UsernameExistsException",
            pool.SignInAttributes.Length == 0
                ? otherwise
                : $"An account with the given {(IsEmail(username) ? "email" : "phone_number")} already exists."
        );

    /// <summary>The attributes of a request over those that there are.</summary>
    internal static UserAttributes Read(Call call, UserPool pool, UserAttributes attributes, bool isNew)
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
            SchemaAttribute definition = pool.Schema.Get(attribute.Key, isNew);
            if (attribute.Key == "sub" || (!definition.Mutable && !isNew))
                throw Schema.NotConforming(attribute.Key, "Attribute cannot be updated. (changing an immutable attribute)", isNew);
            if (attribute.Value.Length == 0)
            {
                attributes = Delete(pool, attributes, definition);
                continue;
            }
            CheckValue(definition, attribute.Value);
            bool changed = attributes[attribute.Key] != attribute.Value;
            attributes = attributes.With(definition.Name, attribute.Value);
            if (
                changed
                && !isNew
                && attribute.Key is "email" or "phone_number"
                && !given.Exists(other => other.Key == Verification(attribute.Key))
            )
                attributes = attributes.With(Verification(attribute.Key), "false");
        }
        return attributes;
    }

    internal static void CheckRequired(UserPool pool, UserAttributes attributes)
    {
        foreach (SchemaAttribute required in pool.Schema.Attributes)
        {
            if (required.Required && required.Name != "sub" && attributes[required.Name] is null)
                throw Schema.NotConforming(required.Name, "The attribute is required");
        }
    }

    /// <summary>Only what is there can be verified.</summary>
    internal static void CheckVerified(UserAttributes attributes)
    {
        if (Array.Find(["email", "phone_number"], name => attributes[name] is null && attributes.IsVerified(name)) is { } missing)
            throw ServiceException.Invalid($"{missing} is required to set {Verification(missing)} to true");
    }

    internal static void CheckValue(SchemaAttribute definition, string value)
    {
        if (Problem(definition, value) is { } problem)
            throw Schema.NotConforming(definition.Name, problem);
    }

    private static string? Problem(SchemaAttribute definition, string value) =>
        definition.Name switch
        {
            "email" when !IsEmail(value) => throw ServiceException.Invalid("Invalid email address format."),
            "phone_number" when !IsPhone(value) => throw ServiceException.Invalid("Invalid phone number format."),
            _ => Schema.Problem(definition, value),
        };

    internal static bool IsEmail(string value) =>
        value.IndexOf('@') is > 0 and int at && at < value.Length - 1 && !value.Any(char.IsWhiteSpace);

    internal static bool IsPhone(string value) => value.Length is >= 4 and <= 16 && value[0] == '+' && value.Skip(1).All(char.IsDigit);

    /// <summary>Removes an attribute, and with an address the word that it is verified.</summary>
    internal static UserAttributes Delete(UserPool pool, UserAttributes attributes, SchemaAttribute definition)
    {
        if (definition.Required || Array.IndexOf(pool.SignInAttributes, definition.Name) >= 0)
            throw Schema.NotConforming(definition.Name, "Required attribute cannot be deleted");
        attributes = attributes.Without(definition.Name);
        return definition.Name is "email" or "phone_number" ? attributes.Without(Verification(definition.Name)) : attributes;
    }

    /// <summary>The attribute that says whether this one is verified.</summary>
    internal static string Verification(string attribute) => attribute == "email" ? "email_verified" : "phone_number_verified";

    /// <summary>The alias moves to another user: its verification ends here.</summary>
    internal static void ReleaseAlias(UserPool pool, User owner, string alias, long now)
    {
        bool verifiable = alias != "preferred_username" && pool.SignInAttributes.Length == 0;
        pool.SetAttributes(owner, verifiable ? owner.Attributes.With(Verification(alias), "false") : owner.Attributes.Without(alias), now);
    }

    internal static string? VerifiedContact(UserAttributes attributes) =>
        attributes.IsVerified("email") ? "email"
        : attributes.IsVerified("phone_number") ? "phone_number"
        : null;
}
