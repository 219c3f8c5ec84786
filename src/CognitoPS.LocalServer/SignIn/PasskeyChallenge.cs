using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPS.LocalServer.Errors;
using CognitoPS.LocalServer.Json;
using CognitoPS.LocalServer.Srp;
using CognitoPS.LocalServer.State;
using CognitoPS.LocalServer.WebAuthn;
using Microsoft.IdentityModel.Tokens;

namespace CognitoPS.LocalServer.SignIn;

/// <summary>WEB_AUTHN: a passkey as a first factor of USER_AUTH.</summary>
internal static class PasskeyChallenge
{
    internal const string Factor = "WEB_AUTHN";
    internal const int Timeout = 60_000;

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
            return Array.Find(step.Record.Passkeys, known => known.Id == assertion.CredentialId) is { } passkey
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

    internal static string RelyingParty(UserPool pool) =>
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

    internal static string UserVerification(UserPool pool) => pool.Mfa.Text("WebAuthnConfiguration", "UserVerification") ?? "preferred";

    internal static bool IsVerified(UserPool pool, WebAuthnData data) =>
        data.UserPresent && (data.UserVerified || UserVerification(pool) != "required");

    internal static JsonArray Descriptors(SignInRecord record) =>
        new([.. record.Passkeys.Select(passkey => (JsonNode)new JsonObject { ["type"] = "public-key", ["id"] = passkey.Id })]);
}
