using CognitoPS.Local.SignIn;
using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>What users do with themselves, by their access token.</summary>
internal static class OwnUserOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.AddOfUser("GetUser", Write);
        table.AddOfUser("UpdateUserAttributes", UpdateAttributes);
        table.AddOfUser("DeleteUserAttributes", DeleteAttributes);
        table.AddOfUser("DeleteUser", (_, own) => own.Pool.Remove(own.User));
        table.AddOfUser("GlobalSignOut", (call, own) => UserOperations.SignOut(call, own.User));
        table.AddOfUser("GetUserAttributeVerificationCode", SendCode);
        table.AddOfUser("VerifyUserAttribute", Verify);
        table.AddOfUser("SetUserMFAPreference", (call, own) => UserMfaOperations.SetPreference(call, own.User));
        table.AddOfUser("SetUserSettings", (call, own) => UserMfaOperations.SetSettings(call, own.User));
        table.AddOfUser("GetUserAuthFactors", (call, own) => UserMfaOperations.WriteAuthFactors(call, own.Pool, own.User));
        table.AddOfUser("ListUserSessions", (call, own) => UserRecordOperations.ListSessions(call, own.User, own.Session?.Id));
        table.AddOfUser("RevokeUserSession", (call, own) => UserRecordOperations.RevokeSession(call, own.User));
        table.AddOfUser("ConfirmDevice", ConfirmDevice);
        table.AddOfUser("GetDevice", (call, own) => UserRecordOperations.WriteDevice(call, own.User));
        table.AddOfUser("ListDevices", (call, own) => UserRecordOperations.ListDevices(call, own.User));
        table.AddOfUser("UpdateDeviceStatus", (call, own) => UserRecordOperations.UpdateDevice(call, own.User));
        table.AddOfUser("ForgetDevice", (call, own) => UserRecordOperations.ForgetDevice(call, own.User));
    }

    /// <summary>Throws where the client may not write one of these attributes.</summary>
    internal static void CheckWritable(UserPoolClient client, IEnumerable<string> names)
    {
        string[] writable = client.Settings.Texts("WriteAttributes");
        if (
            names.Any(n =>
                n is "email_verified" or "phone_number_verified"
                || n.StartsWith("dev:", StringComparison.Ordinal)
                || (writable.Length > 0 && Array.IndexOf(writable, n) < 0)
            )
        )
            throw ServiceException.NotAuthorized("A client attempted to write unauthorized attribute");
    }

    private static void Write(Call call, SignedInUser own)
    {
        string[] readable = own.Client.Settings.Texts("ReadAttributes");
        call.Json.WriteString(JsonText.Username, own.User.Username);
        UserWriter.WriteAttributes(call.Json, JsonText.UserAttributes, own.User, readable.Length == 0 ? null : [.. readable, "sub"]);
        UserMfaOperations.WriteFactors(call.Json, own.User);
        if (own.User.SignIn is { MfaOptions.Length: > 0 } record)
            UserMfaOperations.WriteOptions(call.Json, record);
    }

    /// <summary>Changes attributes; an address or number that the pool verifies gets a code.</summary>
    private static void UpdateAttributes(Call call, SignedInUser own)
    {
        CheckWritable(own.Client, call.Items("UserAttributes").Select(a => a.Text("Name")!));
        UserAttributes before = own.User.Attributes;
        List<string> sent = UserOperations.ChangeAttributes(call, own.Pool, own.User);
        foreach (string attribute in own.Pool.Settings.Texts("AutoVerifiedAttributes"))
        {
            if (own.User.Attributes[attribute] is not { } address || address == before[attribute])
                continue;
            Codes.Send(call, own.Pool, own.User, attribute, attribute);
            sent.Add(attribute);
        }
        call.Json.WriteStartArray("CodeDeliveryDetailsList");
        foreach (string attribute in sent)
        {
            call.Json.WriteStartObject();
            Codes.WriteDeliveryMembers(call.Json, attribute, Address(call, own, attribute));
            call.Json.WriteEndObject();
        }
        call.Json.WriteEndArray();
    }

    private static void DeleteAttributes(Call call, SignedInUser own)
    {
        CheckWritable(own.Client, call.Texts("UserAttributeNames"));
        UserOperations.DeleteAttributes(call, own.Pool, own.User);
    }

    private static void SendCode(Call call, SignedInUser own)
    {
        string attribute = Verifiable(call, own);
        Codes.Send(call, own.Pool, own.User, attribute, attribute, Codes.Waiting(call, own.User, attribute));
        Codes.WriteDelivery(call.Json, attribute, Address(call, own, attribute));
    }

    private static void Verify(Call call, SignedInUser own)
    {
        string attribute = Verifiable(call, own);
        UserAttributes attributes = own
            .User.Attributes.With(attribute, Address(call, own, attribute)!)
            .With(UserAttributeRules.Verification(attribute), "true");
        if (own.Pool.AliasTaken(attributes, own.User, out string? alias, out _))
            throw new ServiceException("AliasExistsException", $"An account with the given {alias} already exists.");
        Codes.Take(call, own.User, attribute, call.Required("Code"));
        own.Pool.SetAttributes(own.User, attributes, call.Now);
    }

    /// <summary>Where a code for the attribute goes: to the value that waits for one, or else to the one that there is.</summary>
    private static string? Address(Call call, SignedInUser own, string attribute) =>
        Codes.Waiting(call, own.User, attribute) ?? own.User.Attributes[attribute];

    private static string Verifiable(Call call, SignedInUser own)
    {
        string attribute = call.Required("AttributeName");
        return attribute is "email" or "phone_number" && Address(call, own, attribute) is not null
            ? attribute
            : throw ServiceException.Invalid($"The user has no {attribute} that can be verified.");
    }

    /// <summary>Remembers the device that the sign-in offered, with what it will prove itself by.</summary>
    private static void ConfirmDevice(Call call, SignedInUser own)
    {
        SignInRecord record = own.User.SignIn!;
        string key = call.Required("DeviceKey");
        if (record.FindDevice(key) is not null)
            throw new ServiceException("DeviceKeyExistsException", "Device already exists.");
        if (Array.Find(record.Sessions, s => s.NewDevice?.Key == key)?.NewDevice is not { } device)
            throw ServiceException.Invalid("Invalid device key given.");
        (device.Salt, device.PasswordVerifier) = (
            call.Request.Text("DeviceSecretVerifierConfig", "Salt"),
            call.Request.Text("DeviceSecretVerifierConfig", "PasswordVerifier")
        );
        if (device.Salt is null || device.PasswordVerifier is null || !IsVerifier(device))
            throw ServiceException.Invalid("DeviceSecretVerifierConfig needs a salt and a verifier in Base64.");
        device.Name = call.Text("DeviceName");
        bool asks = own.Pool.Settings.Find("DeviceConfiguration", "DeviceOnlyRememberedOnUserPrompt")?.GetBoolean() is true;
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
