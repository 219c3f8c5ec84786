using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>One step of a sign-in: the session, and what was given for this step.</summary>
internal sealed class SignInStep(Call call, AuthSession session, JsonElement given)
{
    internal Call Call { get; } = call;

    internal AuthSession Session { get; } = session;

    internal JsonElement Given { get; } = given;

    internal UserPoolClient Client => Session.Client;

    internal UserPool Pool => Client.Pool;

    /// <summary>The user, of whom a hidden one has nothing: whoever reads this has proven to be somebody.</summary>
    internal User User => Session.User ?? throw SignInErrors.WrongPassword();

    internal SignInRecord Record => User.SignIn ??= new SignInRecord();

    internal string? this[string name] => Given.Text(name) is { Length: > 0 } value ? value : null;

    internal string Required(string name) => this[name] ?? throw ServiceException.Invalid($"Missing required parameter {name}");
}
