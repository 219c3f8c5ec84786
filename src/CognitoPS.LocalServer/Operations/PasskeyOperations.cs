using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Calls;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Paging;
using CognitoPS.LocalServer.SignIn;
using CognitoPS.LocalServer.Srp;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.Tokens;
using CognitoPS.LocalServer.WebAuthn;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.LocalServer.Operations;

/// <summary>Passkeys, made and removed by whoever is signed in.</summary>
internal static class PasskeyOperations
{
    private const int MaximumPasskeys = 20;

    internal static void AddTo(OperationTable table)
    {
        table.AddOfUser("StartWebAuthnRegistration", Start);
        table.AddOfUser("CompleteWebAuthnRegistration", Complete);
        table.AddOfUser("ListWebAuthnCredentials", List);
        table.AddOfUser("DeleteWebAuthnCredential", Delete);
    }

    private static void Start(Call call, SignedInUser caller)
    {
        if (Array.IndexOf(caller.Pool.Settings.Strings("Policies", "SignInPolicy", "AllowedFirstAuthFactors"), PasskeyChallenge.Factor) < 0)
            throw new ServiceException("WebAuthnNotEnabledException", "Passkeys are not enabled for the user pool.");
        SignInRecord record = caller.User.SignIn!;
        record.PasskeyChallenge = SrpGroup.RandomBytes(32);
        string relyingParty = PasskeyChallenge.RelyingParty(caller.Pool);
        JsonObject options = new()
        {
            ["rp"] = new JsonObject { ["id"] = relyingParty, ["name"] = relyingParty },
            ["user"] = new JsonObject
            {
                ["id"] = Base64UrlEncoder.Encode(caller.User.Sub.ToString()),
                ["name"] = caller.User.Username,
                ["displayName"] = caller.User.Username,
            },
            ["challenge"] = Base64UrlEncoder.Encode(record.PasskeyChallenge),
            ["pubKeyCredParams"] = new JsonArray(new JsonObject { ["type"] = "public-key", ["alg"] = WebAuthnKey.Es256 }),
            ["timeout"] = PasskeyChallenge.Timeout,
            ["excludeCredentials"] = PasskeyChallenge.Descriptors(record),
            ["authenticatorSelection"] = new JsonObject
            {
                ["requireResidentKey"] = true,
                ["residentKey"] = "required",
                ["userVerification"] = PasskeyChallenge.UserVerification(caller.Pool),
            },
            ["attestation"] = "none",
        };
        call.Json.WritePropertyName("CredentialCreationOptions");
        options.WriteTo(call.Json);
    }

    /// <summary>Takes a new passkey. Its attestation was not asked for, so that it is not looked at.</summary>
    private static void Complete(Call call, SignedInUser caller)
    {
        SignInRecord record = caller.User.SignIn!;
        byte[] challenge = record.PasskeyChallenge ?? throw ChallengeNotFound();
        string relyingParty = PasskeyChallenge.RelyingParty(caller.Pool);
        WebAuthnRegistration made = Read(call);
        if (!made.Client.Fits("webauthn.create", challenge))
            throw ChallengeNotFound();
        if (!made.Client.ComesFrom(relyingParty))
            throw new ServiceException("WebAuthnOriginNotAllowedException", "The origin does not belong to the relying party.");
        if (!made.Data.IsFor(relyingParty))
            throw new ServiceException("WebAuthnRelyingPartyMismatchException", "The credential was made for another relying party.");
        if (!PasskeyChallenge.IsVerified(caller.Pool, made.Data) || !WebAuthnKey.IsSupported(made.PublicKey))
            throw new ServiceException("WebAuthnCredentialNotSupportedException", "The credential is of a kind that is not supported.");
        if (record.Passkeys.Length >= MaximumPasskeys)
            throw ServiceException.LimitExceeded($"A user has at most {MaximumPasskeys} passkeys.");
        record.PasskeyChallenge = null;
        record.Passkeys =
        [
            .. record.Passkeys.Where(passkey => passkey.Id != made.CredentialId),
            new Passkey(made.CredentialId, made.PublicKey, relyingParty, call.State.NextSequence(), call.Now)
            {
                Counter = made.Data.Counter,
                Transports = made.Transports,
                Attachment = made.Attachment,
            },
        ];
    }

    private static WebAuthnRegistration Read(Call call)
    {
        try
        {
            return WebAuthnRegistration.Read(call.Find("Credential")!.Value);
        }
        catch (WebAuthnFormatException)
        {
            throw ServiceException.Invalid("Credential is not the answer of a browser to the creation options.");
        }
    }

    private static void List(Call call, SignedInUser caller) =>
        call.WritePage("Credentials", caller.User.SignIn!.Passkeys, Write, passkey => new ListPosition(passkey.Sequence));

    private static void Write(Utf8JsonWriter json, Passkey passkey)
    {
        json.WriteStartObject();
        json.WriteString("CredentialId", passkey.Id);
        json.WriteString("FriendlyCredentialName", "Passkey");
        json.WriteString("RelyingPartyId", passkey.RelyingPartyId);
        json.WriteStrings("AuthenticatorTransports", passkey.Transports);
        json.WriteTime("CreatedAt", passkey.Created);
        json.WriteOptional("AuthenticatorAttachment", passkey.Attachment);
        json.WriteEndObject();
    }

    private static void Delete(Call call, SignedInUser caller)
    {
        SignInRecord record = caller.User.SignIn!;
        string id = call.Required("CredentialId");
        if (!Array.Exists(record.Passkeys, passkey => passkey.Id == id))
            throw ServiceException.NotFound("The passkey does not exist.");
        record.Passkeys = Array.FindAll(record.Passkeys, passkey => passkey.Id != id);
    }

    private static ServiceException ChallengeNotFound() =>
        new("WebAuthnChallengeNotFoundException", "The challenge of the registration is not known: start again.");
}
