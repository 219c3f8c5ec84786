using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Srp;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;
using CognitoPS.LocalServer.Users;

namespace CognitoPS.LocalServer.Operations;

/// <summary>What users do with themselves, by their access token.</summary>
internal static class SignedInUserOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.AddOfUser("GetUser", Write);
        table.AddOfUser("UpdateUserAttributes", UpdateAttributes);
        table.AddOfUser("DeleteUserAttributes", DeleteAttributes);
        table.AddOfUser("DeleteUser", (_, caller) => caller.Pool.Remove(caller.User));
        table.AddOfUser("GlobalSignOut", (call, caller) => caller.User.SignIn?.SignOut(call.Now));
        table.AddOfUser("GetUserAttributeVerificationCode", SendCode);
        table.AddOfUser("VerifyUserAttribute", Verify);
        table.AddOfUser("SetUserMFAPreference", (call, caller) => UserMfaOperations.SetPreference(call, caller.User));
        table.AddOfUser("SetUserSettings", (call, caller) => UserMfaOperations.SetSettings(call, caller.User));
        table.AddOfUser("GetUserAuthFactors", (call, caller) => UserMfaOperations.WriteAuthFactors(call, caller.Pool, caller.User));
        table.AddOfUser("ListUserSessions", (call, caller) => SessionOperations.List(call, caller.User, caller.Session?.Id));
        table.AddOfUser("RevokeUserSession", (call, caller) => SessionOperations.Revoke(call, caller.User));
        table.AddOfUser("ConfirmDevice", ConfirmDevice);
        table.AddOfUser("GetDevice", (call, caller) => DeviceOperations.Write(call, caller.User));
        table.AddOfUser("ListDevices", (call, caller) => DeviceOperations.List(call, caller.User));
        table.AddOfUser("UpdateDeviceStatus", (call, caller) => DeviceOperations.Update(call, caller.User));
        table.AddOfUser("ForgetDevice", (call, caller) => DeviceOperations.Forget(call, caller.User));
    }

    /// <summary>Throws where the client may not write one of these attributes.</summary>
    internal static void CheckWritable(UserPoolClient client, IEnumerable<string> names)
    {
        string[] writable = client.Settings.Strings("WriteAttributes");
        if (
            names.Any(name =>
                name is "email_verified" or "phone_number_verified"
                || name.StartsWith("dev:", StringComparison.Ordinal)
                || (writable.Length > 0 && Array.IndexOf(writable, name) < 0)
            )
        )
            throw ServiceException.NotAuthorized("A client attempted to write unauthorized attribute");
    }

    private static void Write(Call call, SignedInUser caller)
    {
        string[] readable = caller.Client.Settings.Strings("ReadAttributes");
        call.Json.WriteString(JsonWriting.Username, caller.User.Username);
        UserWriter.WriteAttributes(call.Json, JsonWriting.UserAttributes, caller.User, readable.Length == 0 ? null : [.. readable, "sub"]);
        UserWriter.WriteFactors(call.Json, caller.User);
        if (caller.User.SignIn is { MfaOptions.Length: > 0 } record)
            UserWriter.WriteOptions(call.Json, record);
    }

    /// <summary>Changes attributes; an address or number that the pool verifies gets a code.</summary>
    private static void UpdateAttributes(Call call, SignedInUser caller)
    {
        CheckWritable(caller.Client, call.Items("UserAttributes").Select(attribute => attribute.Text("Name")!));
        UserAttributes before = caller.User.Attributes;
        List<string> sent = UserOperations.ChangeAttributes(call, caller.Pool, caller.User);
        foreach (string attribute in caller.Pool.Settings.Strings("AutoVerifiedAttributes"))
        {
            if (caller.User.Attributes[attribute] is not { } address || address == before[attribute])
                continue;
            VerificationCodes.Send(call, caller.Pool, caller.User, attribute, attribute);
            sent.Add(attribute);
        }
        call.Json.WriteStartArray("CodeDeliveryDetailsList");
        foreach (string attribute in sent)
        {
            call.Json.WriteStartObject();
            VerificationCodes.WriteDeliveryMembers(call.Json, attribute, Address(call, caller, attribute));
            call.Json.WriteEndObject();
        }
        call.Json.WriteEndArray();
    }

    private static void DeleteAttributes(Call call, SignedInUser caller)
    {
        CheckWritable(caller.Client, call.Strings("UserAttributeNames"));
        UserOperations.DeleteAttributes(call, caller.Pool, caller.User);
    }

    private static void SendCode(Call call, SignedInUser caller)
    {
        string attribute = Verifiable(call, caller);
        VerificationCodes.Send(
            call,
            caller.Pool,
            caller.User,
            attribute,
            attribute,
            VerificationCodes.Waiting(call, caller.User, attribute)
        );
        VerificationCodes.WriteDelivery(call.Json, attribute, Address(call, caller, attribute));
    }

    private static void Verify(Call call, SignedInUser caller)
    {
        string attribute = Verifiable(call, caller);
        UserAttributes attributes = caller
            .User.Attributes.With(attribute, Address(call, caller, attribute)!)
            .With(UserAttributeRules.Verification(attribute), "true");
        if (caller.Pool.AliasTaken(attributes, caller.User, out string? alias, out _))
            throw new ServiceException("AliasExistsException", $"An account with the given {alias} already exists.");
        VerificationCodes.Take(call, caller.User, attribute, call.Required("Code"));
        caller.Pool.SetAttributes(caller.User, attributes, call.Now);
    }

    /// <summary>Where a code for the attribute goes: to the value that waits for one, or else to the one that there is.</summary>
    private static string? Address(Call call, SignedInUser caller, string attribute) =>
        VerificationCodes.Waiting(call, caller.User, attribute) ?? caller.User.Attributes[attribute];

    private static string Verifiable(Call call, SignedInUser caller)
    {
        string attribute = call.Required("AttributeName");
        if (attribute is not ("email" or "phone_number"))
            throw ServiceException.Invalid("Invalid attribute name. Only phone_number and email can be verified.");
        if (Address(call, caller, attribute) is null)
            throw ServiceException.Invalid(
                $"User does not have a valid registered {(attribute == "email" ? "email address" : "phone number")}"
            );
        return attribute;
    }

    /// <summary>Remembers the device that the sign-in offered, with what it will prove itself by.</summary>
    private static void ConfirmDevice(Call call, SignedInUser caller)
    {
        SignInRecord record = caller.User.SignIn!;
        string key = call.Required("DeviceKey");
        if (record.FindDevice(key) is not null)
            throw new ServiceException("DeviceKeyExistsException", "Device already exists.");
        if (Array.Find(record.Sessions, session => session.NewDevice?.Key == key)?.NewDevice is not { } device)
            throw ServiceException.Invalid("Invalid device key given.");
        (device.Salt, device.PasswordVerifier) = (
            call.Request.Text("DeviceSecretVerifierConfig", "Salt"),
            call.Request.Text("DeviceSecretVerifierConfig", "PasswordVerifier")
        );
        if (device.Salt is null || device.PasswordVerifier is null || !IsVerifier(device))
            throw ServiceException.Invalid("DeviceSecretVerifierConfig needs a salt and a verifier in Base64.");
        device.Name = call.Text("DeviceName");
        bool asks = caller.Pool.Settings.Find("DeviceConfiguration", "DeviceOnlyRememberedOnUserPrompt")?.GetBoolean() is true;
        device.Remembered = !asks;
        record.Devices = [.. record.Devices, device];
        call.Json.WriteBoolean("UserConfirmationNecessary", asks);
    }

    private static bool IsVerifier(Device device)
    {
        try
        {
            return !SrpVerifier.FromBase64(device.Salt!, device.PasswordVerifier!).Verifier.IsZero;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
