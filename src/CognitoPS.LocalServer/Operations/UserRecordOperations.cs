using System.Text.Json;
using CognitoPS.Local.State;

namespace CognitoPS.Local.Operations;

/// <summary>What signing in leaves behind: devices, sessions, authentication events.</summary>
internal static class UserRecordOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("AdminListDevices", (Call call, UserPool _, User user) => ListDevices(call, user));
        table.Add("AdminGetDevice", (Call call, UserPool _, User user) => WriteDevice(call, user));
        table.Add("AdminForgetDevice", (Call call, UserPool _, User user) => ForgetDevice(call, user));
        table.Add("AdminUpdateDeviceStatus", (Call call, UserPool _, User user) => UpdateDevice(call, user));
        table.Add("AdminListUserSessions", (Call call, UserPool _, User user) => ListSessions(call, user, null));
        table.Add("AdminRevokeUserSession", (Call call, UserPool _, User user) => RevokeSession(call, user));
        table.Add("AdminListUserAuthEvents", ListEvents);
        table.Add("AdminUpdateAuthEventFeedback", (Call call, UserPool pool, User user) => SetFeedback(call, pool, user, "Admin"));
        table.Add("UpdateAuthEventFeedback", UpdateFeedback);
    }

    internal static void ListDevices(Call call, User user) =>
        call.WritePage("Devices", user.SignIn?.Devices ?? [], WriteDevice, d => new Place(d.Sequence));

    internal static void WriteDevice(Call call, User user)
    {
        call.Json.WritePropertyName("Device");
        WriteDevice(call.Json, Device(call, user));
    }

    internal static void ForgetDevice(Call call, User user)
    {
        Device device = Device(call, user);
        user.SignIn!.Devices = Array.FindAll(user.SignIn.Devices, d => d != device);
    }

    internal static void UpdateDevice(Call call, User user)
    {
        Device device = Device(call, user);
        device.Remembered = call.Text("DeviceRememberedStatus") is { } status ? status == "remembered" : device.Remembered;
        device.Modified = call.Now;
    }

    internal static void ListSessions(Call call, User user, string? current) =>
        call.WritePage("Sessions", user.SignIn?.Sessions ?? [], (json, s) => WriteSession(json, s, current), s => new Place(s.Sequence));

    internal static void RevokeSession(Call call, User user)
    {
        string id = call.Required("SessionId");
        Session session =
            Array.Find(user.SignIn?.Sessions ?? [], s => s.Id == id) ?? throw ServiceException.NotFound("Session does not exist.");
        bool linked = call.Text("RevokeAssociatedSessions") switch
        {
            null or "NONE" => false,
            "LINKED" => true,
            _ => throw ServiceException.Invalid("RevokeAssociatedSessions must be LINKED or NONE."),
        };
        user.SignIn!.Sessions = Array.FindAll(
            user.SignIn.Sessions,
            s => s != session && !(linked && s.OriginId == (session.OriginId ?? session.Id))
        );
    }

    private static Device Device(Call call, User user)
    {
        string key = call.Required("DeviceKey");
        return Array.Find(user.SignIn?.Devices ?? [], d => d.Key == key) ?? throw ServiceException.NotFound("Device does not exist.");
    }

    private static void WriteDevice(Utf8JsonWriter json, Device device)
    {
        json.WriteStartObject();
        json.WriteString("DeviceKey", device.Key);
        json.WriteStartArray("DeviceAttributes");
        WriteAttribute(json, "device_status", "valid");
        WriteAttribute(json, "device_name", device.Name ?? "");
        WriteAttribute(json, "dev:device_remembered_status", device.Remembered ? "remembered" : "not_remembered");
        WriteAttribute(json, "last_ip_used", device.LastAddress ?? "127.0.0.1");
        json.WriteEndArray();
        json.WriteTime("DeviceCreateDate", device.Created);
        json.WriteTime("DeviceLastModifiedDate", device.Modified);
        json.WriteTime("DeviceLastAuthenticatedDate", device.LastAuthenticated);
        json.WriteEndObject();
    }

    private static void WriteAttribute(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString(JsonText.Name, name);
        json.WriteString(JsonText.Value, value);
        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, Session session, string? current)
    {
        json.WriteStartObject();
        json.WriteString("SessionId", session.Id);
        json.WriteString("SessionType", session.Type);
        json.WriteString(JsonText.ClientId, session.ClientId);
        json.WriteTime("CreateDate", session.Created);
        json.WriteTime("LastActiveDate", session.LastActive);
        json.WriteString("LastIPAddress", session.LastAddress ?? "127.0.0.1");
        json.WriteOptional("OriginSessionId", session.OriginId);
        json.WriteBoolean("IsCurrentSession", session.Id == current);
        json.WriteEndObject();
    }

    /// <summary>Newest first.</summary>
    private static void ListEvents(Call call, UserPool pool, User user)
    {
        RequireThreatProtection(pool);
        call.WritePage("AuthEvents", user.SignIn?.AuthEvents ?? [], WriteEvent, e => new Place(-e.Sequence));
    }

    /// <summary>The user's own word, by the link in a message.</summary>
    private static void UpdateFeedback(Call call)
    {
        string id = call.Required("UserPoolId");
        UserPool pool = call.State.FindPool(id) ?? throw ServiceException.NotFound($"User pool {id} does not exist.");
        lock (pool)
        {
            User user = call.User(pool);
            if (Event(call, user).FeedbackToken != call.Required("FeedbackToken"))
                throw ServiceException.NotAuthorized("Invalid feedback token.");
            SetFeedback(call, pool, user, "User");
        }
    }

    private static void SetFeedback(Call call, UserPool pool, User user, string provider)
    {
        RequireThreatProtection(pool);
        Event(call, user).Feedback = (call.Required("FeedbackValue"), provider, call.Now);
    }

    private static AuthEvent Event(Call call, User user)
    {
        string id = call.Required("EventId");
        return Array.Find(user.SignIn?.AuthEvents ?? [], e => e.Id == id)
            ?? throw ServiceException.NotFound("Authentication event does not exist.");
    }

    private static void RequireThreatProtection(UserPool pool)
    {
        if (!pool.HasThreatProtection)
            throw new ServiceException("UserPoolAddOnNotEnabledException", "Threat protection is not enabled for the user pool.");
    }

    private static void WriteEvent(Utf8JsonWriter json, AuthEvent item)
    {
        json.WriteStartObject();
        json.WriteString("EventId", item.Id);
        json.WriteString("EventType", item.Type);
        json.WriteTime("CreationDate", item.Created);
        json.WriteString("EventResponse", item.Passed ? "Pass" : "Fail");
        json.WriteStartObject("EventRisk");
        json.WriteString("RiskDecision", "NoRisk");
        json.WriteBoolean("CompromisedCredentialsDetected", false);
        json.WriteEndObject();
        json.WriteStartArray("ChallengeResponses");
        json.WriteStartObject();
        json.WriteString("ChallengeName", "Password");
        json.WriteString("ChallengeResponse", item.Passed ? "Success" : "Failure");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("EventContextData");
        json.WriteString("IpAddress", item.Address ?? "127.0.0.1");
        json.WriteEndObject();
        if (item.Feedback is { } feedback)
        {
            json.WriteStartObject("EventFeedback");
            json.WriteString("FeedbackValue", feedback.Value);
            json.WriteString("Provider", feedback.Provider);
            json.WriteTime("FeedbackDate", feedback.Time);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
