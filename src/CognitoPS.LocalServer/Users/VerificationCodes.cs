using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.SignIn;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Users;

/// <summary>Codes that are sent to a user and held against what comes back. The messages stand in the request log.</summary>
internal static class VerificationCodes
{
    internal const string SignUp = "SignUp";
    internal const string ForgotPassword = "ForgotPassword";
    private const long Hour = 60 * 60 * 1000;
    private const int MaximumFailures = 5;
    private const int MaximumSent = 5;

    // A code that verifies an attribute is kept under the attribute's name.
    private static readonly Dictionary<string, (long LifeTime, string Text)> Purposes = new(StringComparer.Ordinal)
    {
        [SignUp] = (24 * Hour, "Your confirmation code is "),
        [ForgotPassword] = (Hour, "Your password reset code is "),
        ["email"] = (24 * Hour, "Your verification code is "),
        ["phone_number"] = (24 * Hour, "Your verification code is "),
    };

    /// <summary>
    /// Sends a code, at most five within an hour; the former one is void. With a new value it goes there, and brings that value in.
    /// </summary>
    internal static void Send(Call call, UserPool pool, User user, string purpose, string attribute, string? newValue = null)
    {
        SignInRecord record = user.SignIn ??= new SignInRecord();
        int count = Find(user, purpose) is { } former && call.Now < former.Sent + Hour ? former.Count + 1 : 1;
        if (count > MaximumSent)
            throw AttemptsExceeded();
        string code = call.State.Ids.Code();
        record.Codes =
        [
            .. record.Codes.Where(sent => sent.Purpose != purpose),
            new OneTimeCode(purpose, code, attribute, call.Now, call.Now + Purposes[purpose].LifeTime)
            {
                Count = count,
                NewValue = newValue,
            },
        ];
        Messages.Send(call, pool, user, attribute, Purposes[purpose].Text + code, code, newValue);
    }

    /// <summary>Takes a code that was sent, and gives the attribute that it was sent to; throws for a wrong, used or expired one.</summary>
    internal static string Take(Call call, User user, string purpose, string given)
    {
        if (Find(user, purpose) is not { } code || code.Expires <= call.Now)
            throw Expired();
        if (code.Failures >= MaximumFailures)
            throw AttemptsExceeded();
        if (code.Text != given)
        {
            code.Failures++;
            throw Mismatch();
        }
        user.SignIn!.Codes = Array.FindAll(user.SignIn.Codes, sent => sent != code);
        return code.Attribute;
    }

    /// <summary>The address or number that waits for its code, or null.</summary>
    internal static string? Waiting(Call call, User user, string attribute) =>
        Find(user, attribute) is { } code && code.Expires > call.Now ? code.NewValue : null;

    /// <summary>An address or number that waits for its code comes in no more.</summary>
    internal static void Forget(User user, string attribute)
    {
        if (Find(user, attribute) is { NewValue: not null } code)
            user.SignIn!.Codes = Array.FindAll(user.SignIn.Codes, sent => sent != code);
    }

    internal static ServiceException Mismatch() => new(SignInErrors.CodeMismatch, "Invalid verification code provided, please try again.");

    internal static ServiceException Expired() => new(SignInErrors.ExpiredCode, "Invalid code provided, please request a code again.");

    /// <summary>Where a code went, as answers tell it.</summary>
    internal static void WriteDelivery(Utf8JsonWriter json, string attribute, string? destination)
    {
        json.WriteStartObject("CodeDeliveryDetails");
        WriteDeliveryMembers(json, attribute, destination);
        json.WriteEndObject();
    }

    internal static void WriteDeliveryMembers(Utf8JsonWriter json, string attribute, string? destination)
    {
        json.WriteString("Destination", Mask(attribute, destination));
        json.WriteString("DeliveryMedium", attribute == "email" ? "EMAIL" : "SMS");
        json.WriteString("AttributeName", attribute);
    }

    /// <summary>a***@e*** and +*******1234; something like it where there is nothing to mask.</summary>
    internal static string Mask(string attribute, string? destination)
    {
        if (attribute != "email")
            return "+*******" + (destination is { Length: > 4 } ? destination.Substring(destination.Length - 4) : "0000");
        string[] parts = (destination ?? "u@e").Split('@');
        return $"{parts[0].Substring(0, 1)}***@{parts[parts.Length - 1].Substring(0, 1)}***";
    }

    private static OneTimeCode? Find(User user, string purpose) => Array.Find(user.SignIn?.Codes ?? [], sent => sent.Purpose == purpose);

    private static ServiceException AttemptsExceeded() =>
        ServiceException.LimitExceeded("Attempt limit exceeded, please try after some time.");
}
