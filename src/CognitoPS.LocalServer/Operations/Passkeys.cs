using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.Local.SignIn;
using CognitoPS.Local.State;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.Local.Operations;

/// <summary>Passkeys: made by whoever is signed in, and a first factor of USER_AUTH.</summary>
internal static class Passkeys
{
    private const string Factor = "WEB_AUTHN";
    private const int Timeout = 60_000;
    private const int MaximumPasskeys = 20;

    internal static void AddTo(OperationTable table)
    {
        table.AddOfUser("StartWebAuthnRegistration", Start);
        table.AddOfUser("CompleteWebAuthnRegistration", Complete);
        table.AddOfUser("ListWebAuthnCredentials", List);
        table.AddOfUser("DeleteWebAuthnCredential", Delete);
    }

    /// <summary>Asks for an assertion by one of the user's passkeys.</summary>
    internal static void Ask(SignInStep step)
    {
        byte[] challenge = SrpGroup.RandomBytes(32);
        step.Session.PasskeyChallenge = challenge;
        JsonObject options = new()
        {
            ["challenge"] = Base64UrlEncoder.Encode(challenge),
            ["timeout"] = Timeout,
            ["rpId"] = RelyingParty(step.Pool),
            ["allowCredentials"] = Descriptors(step.Record),
            ["userVerification"] = UserVerification(step.Pool),
        };
        step.Ask(Factor, ("CREDENTIAL_REQUEST_OPTIONS", options.ToJsonString()));
    }

    internal static void Check(SignInStep step)
    {
        string credential = step.Required("CREDENTIAL");
        if (!IsProven(step, credential))
        {
            step.Event(passed: false);
            throw ServiceException.NotAuthorized("Invalid passkey assertion.");
        }
        step.Session.MfaDone = true;
        step.Advance();
    }

    private static bool IsProven(SignInStep step, string text)
    {
        try
        {
            using var credential = JsonDocument.Parse(text);
            var assertion = WebAuthnAssertion.Read(credential.RootElement);
            return Array.Find(step.Record.Passkeys, p => p.Id == assertion.CredentialId) is { } passkey
                && assertion.Client.Fits("webauthn.get", step.Session.PasskeyChallenge!)
                && assertion.Client.ComesFrom(passkey.RelyingPartyId)
                && assertion.Data.IsFor(passkey.RelyingPartyId)
                && IsVerified(step.Pool, assertion.Data)
                && assertion.IsSignedBy(passkey.PublicKey)
                && Counts(passkey, assertion.Data.Counter);
        }
        catch (WebAuthnFormatException)
        {
            throw ServiceException.Invalid("CREDENTIAL is not the answer of a browser to the request options.");
        }
        catch (JsonException)
        {
            throw ServiceException.Invalid("CREDENTIAL is not JSON.");
        }
    }

    /// <summary>A counter that does not grow tells of a copied authenticator; one that stays 0 tells nothing.</summary>
    private static bool Counts(Passkey passkey, uint counter)
    {
        if (counter <= passkey.Counter && (counter | passkey.Counter) != 0)
            return false;
        passkey.Counter = counter;
        return true;
    }

    private static void Start(Call call, SignedInUser own)
    {
        if (Array.IndexOf(own.Pool.Settings.Texts("Policies", "SignInPolicy", "AllowedFirstAuthFactors"), Factor) < 0)
            throw new ServiceException("WebAuthnNotEnabledException", "Passkeys are not enabled for the user pool.");
        SignInRecord record = own.User.SignIn!;
        record.PasskeyChallenge = SrpGroup.RandomBytes(32);
        string relyingParty = RelyingParty(own.Pool);
        JsonObject options = new()
        {
            ["rp"] = new JsonObject { ["id"] = relyingParty, ["name"] = relyingParty },
            ["user"] = new JsonObject
            {
                ["id"] = Base64UrlEncoder.Encode(own.User.Sub.ToString()),
                ["name"] = own.User.Username,
                ["displayName"] = own.User.Username,
            },
            ["challenge"] = Base64UrlEncoder.Encode(record.PasskeyChallenge),
            ["pubKeyCredParams"] = new JsonArray(new JsonObject { ["type"] = "public-key", ["alg"] = WebAuthnKey.Es256 }),
            ["timeout"] = Timeout,
            ["excludeCredentials"] = Descriptors(record),
            ["authenticatorSelection"] = new JsonObject
            {
                ["requireResidentKey"] = true,
                ["residentKey"] = "required",
                ["userVerification"] = UserVerification(own.Pool),
            },
            ["attestation"] = "none",
        };
        call.Json.WritePropertyName("CredentialCreationOptions");
        options.WriteTo(call.Json);
    }

    /// <summary>Takes a new passkey. Its attestation was not asked for, so that it is not looked at.</summary>
    private static void Complete(Call call, SignedInUser own)
    {
        SignInRecord record = own.User.SignIn!;
        byte[] challenge = record.PasskeyChallenge ?? throw ChallengeNotFound();
        string relyingParty = RelyingParty(own.Pool);
        WebAuthnRegistration made = Read(call);
        if (!made.Client.Fits("webauthn.create", challenge))
            throw ChallengeNotFound();
        if (!made.Client.ComesFrom(relyingParty))
            throw new ServiceException("WebAuthnOriginNotAllowedException", "The origin does not belong to the relying party.");
        if (!made.Data.IsFor(relyingParty))
            throw new ServiceException("WebAuthnRelyingPartyMismatchException", "The credential was made for another relying party.");
        if (!IsVerified(own.Pool, made.Data) || !WebAuthnKey.IsSupported(made.PublicKey))
            throw new ServiceException("WebAuthnCredentialNotSupportedException", "The credential is of a kind that is not supported.");
        if (record.Passkeys.Length >= MaximumPasskeys)
            throw ServiceException.LimitExceeded($"A user has at most {MaximumPasskeys} passkeys.");
        record.PasskeyChallenge = null;
        record.Passkeys =
        [
            .. record.Passkeys.Where(p => p.Id != made.CredentialId),
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

    private static void List(Call call, SignedInUser own) =>
        call.WritePage("Credentials", own.User.SignIn!.Passkeys, Write, p => new Place(p.Sequence));

    private static void Write(Utf8JsonWriter json, Passkey passkey)
    {
        json.WriteStartObject();
        json.WriteString("CredentialId", passkey.Id);
        json.WriteString("FriendlyCredentialName", "Passkey");
        json.WriteString("RelyingPartyId", passkey.RelyingPartyId);
        json.WriteTexts("AuthenticatorTransports", passkey.Transports);
        json.WriteTime("CreatedAt", passkey.Created);
        json.WriteOptional("AuthenticatorAttachment", passkey.Attachment);
        json.WriteEndObject();
    }

    private static void Delete(Call call, SignedInUser own)
    {
        SignInRecord record = own.User.SignIn!;
        string id = call.Required("CredentialId");
        if (!Array.Exists(record.Passkeys, p => p.Id == id))
            throw ServiceException.NotFound("The passkey does not exist.");
        record.Passkeys = Array.FindAll(record.Passkeys, p => p.Id != id);
    }

    private static string RelyingParty(UserPool pool) =>
        pool.Mfa.Text("WebAuthnConfiguration", "RelyingPartyId")
        ?? pool.CustomDomain
        ?? (
            pool.Domain is { } prefix
                ? $"{prefix}.auth.{pool.Region}.amazoncognito.com"
                : throw new ServiceException(
                    "WebAuthnConfigurationMissingException",
                    "The user pool has neither a relying party id nor a domain."
                )
        );

    private static string UserVerification(UserPool pool) => pool.Mfa.Text("WebAuthnConfiguration", "UserVerification") ?? "preferred";

    private static bool IsVerified(UserPool pool, WebAuthnData data) =>
        data.UserPresent && (data.UserVerified || UserVerification(pool) != "required");

    private static JsonArray Descriptors(SignInRecord record) =>
        new([.. record.Passkeys.Select(p => (JsonNode)new JsonObject { ["type"] = "public-key", ["id"] = p.Id })]);

    private static ServiceException ChallengeNotFound() =>
        new("WebAuthnChallengeNotFoundException", "The challenge of the registration is not known: start again.");
}
