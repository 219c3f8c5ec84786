using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>NEW_PASSWORD_REQUIRED: who has a temporary password chooses an own one, and fills in what the pool requires.</summary>
internal static class NewPassword
{
    private const string Prefix = "userAttributes.";

    internal static void Ask(SignInStep step)
    {
        JsonObject attributes = [];
        foreach (KeyValuePair<string, string> attribute in step.User.Attributes.Items)
            attributes[attribute.Key] = attribute.Value;
        JsonArray required = new([.. Missing(step).Select(name => (JsonNode)(Prefix + name))]);
        step.Ask(
            "NEW_PASSWORD_REQUIRED",
            ("USER_ID_FOR_SRP", step.Session.Username),
            ("requiredAttributes", required.ToJsonString()),
            ("userAttributes", attributes.ToJsonString())
        );
    }

    internal static void Set(SignInStep step)
    {
        User user = step.User;
        List<KeyValuePair<string, string>> given =
        [
            .. step
                .Given.EnumerateObject()
                .Where(member => member.Name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(member => new KeyValuePair<string, string>(member.Name.Substring(Prefix.Length), member.Value.GetString() ?? "")),
        ];
        string password = step.Required("NEW_PASSWORD");
        if (Missing(step).FirstOrDefault(name => !given.Exists(attribute => attribute.Key == name)) is { } missing)
            throw ServiceException.Invalid($"Invalid attributes given, {missing} is missing");
        UserAttributes attributes = UserAttributeRules.Merge(step.Pool, user.Attributes, given, isNew: false);
        if (step.Pool.AliasTaken(attributes, user, out string? alias, out _))
            throw new ServiceException("AliasExistsException", $"An account with the given {alias} already exists.");
        PasswordPolicy.Set(step.Pool, user, password, step.Call.Now);
        user.Status = UserStatus.CONFIRMED;
        step.Pool.SetAttributes(user, attributes, step.Call.Now);
        step.Advance();
    }

    private static IEnumerable<string> Missing(SignInStep step) =>
        step
            .Pool.Schema.Attributes.Where(attribute =>
                attribute.Required && attribute.Name != "sub" && step.User.Attributes[attribute.Name] is null
            )
            .Select(attribute => attribute.Name);
}
