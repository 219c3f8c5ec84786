using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Srp;
using CognitoPS.LocalServer.State;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>Devices in a sign-in: a remembered one proves itself, an unknown one is offered to be remembered.</summary>
internal static class DeviceChallenges
{
    internal const string Srp = "DEVICE_SRP_AUTH";
    internal const string Verifier = "DEVICE_PASSWORD_VERIFIER";

    /// <summary>Whether the device that the client says it is must prove it now.</summary>
    internal static bool IsNext(SignInStep step) =>
        step.Session is { DeviceProven: false, MfaDone: false, Device: { Remembered: true, PasswordVerifier: not null } }
        && step.Pool.Settings.Find("DeviceConfiguration") is not null;

    internal static void StartSrp(SignInStep step)
    {
        AuthSession session = step.Session;
        Device device = session.Device!;
        session.SrpA = step.Required("SRP_A");
        var verifier = SrpVerifier.FromBase64(device.Salt!, device.PasswordVerifier!);
        session.Srp = verifier.Challenge();
        session.SecretBlock = Convert.ToBase64String(SrpGroup.RandomBytes(256));
        step.Ask(
            Verifier,
            ("SALT", verifier.SaltHex),
            ("SECRET_BLOCK", session.SecretBlock),
            ("SRP_B", session.Srp.PublicValue),
            ("DEVICE_KEY", device.Key),
            ("USERNAME", session.Username)
        );
    }

    internal static void Check(SignInStep step)
    {
        AuthSession session = step.Session;
        Device device = session.Device!;
        if (!Passwords.IsProven(step, device.GroupKey!, device.Key))
        {
            step.Event(passed: false);
            throw SignInErrors.WrongPassword();
        }
        session.DeviceProven = true;
        session.MfaDone = step.Pool.Settings.Find("DeviceConfiguration", "ChallengeRequiredOnNewDevice")?.GetBoolean() is true;
        step.Advance();
    }

    /// <summary>The device that a sign-in offers to remember, where the pool tracks devices.</summary>
    internal static Device? NewDevice(SignInStep step)
    {
        if (step.Pool.Settings.Find("DeviceConfiguration") is null || step.Session.Device is not null)
            return null;
        ServerState state = step.Call.State;
        return new Device($"{step.Pool.Region}_{state.Ids.Uuid()}", state.NextSequence(), step.Call.Now)
        {
            GroupKey = "-" + state.Ids.Text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 8),
        };
    }
}
