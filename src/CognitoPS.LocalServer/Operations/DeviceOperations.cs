using System.Text.Json;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Devices that a user has signed in from.</summary>
internal static class DeviceOperations
{
    internal static void AddTo(OperationTable table)
    {
        table.Add("AdminListDevices", (Call call, UserPool _, User user) => List(call, user));
        table.Add("AdminGetDevice", (Call call, UserPool _, User user) => Write(call, user));
        table.Add("AdminForgetDevice", (Call call, UserPool _, User user) => Forget(call, user));
        table.Add("AdminUpdateDeviceStatus", (Call call, UserPool _, User user) => Update(call, user));
    }

    internal static void List(Call call, User user) =>
        call.WritePage("Devices", user.SignIn?.Devices ?? [], Write, known => new ListPosition(known.Sequence));

    internal static void Write(Call call, User user)
    {
        call.Json.WritePropertyName("Device");
        Write(call.Json, Get(call, user));
    }

    internal static void Forget(Call call, User user)
    {
        Device device = Get(call, user);
        user.SignIn!.Devices = Array.FindAll(user.SignIn.Devices, known => known != device);
    }

    internal static void Update(Call call, User user)
    {
        Device device = Get(call, user);
        device.Remembered = call.Text("DeviceRememberedStatus") is { } status ? status == "remembered" : device.Remembered;
        device.Modified = call.Now;
    }

    private static Device Get(Call call, User user)
    {
        string key = call.Required("DeviceKey");
        return Array.Find(user.SignIn?.Devices ?? [], known => known.Key == key)
            ?? throw ServiceException.NotFound("Device does not exist.");
    }

    private static void Write(Utf8JsonWriter json, Device device)
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
        json.WriteString(JsonWriting.Name, name);
        json.WriteString(JsonWriting.Value, value);
        json.WriteEndObject();
    }
}
