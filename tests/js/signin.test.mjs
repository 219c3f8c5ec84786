// Signing in to the local server with the library that web pages use. COGNITO_ENDPOINT says where the server listens.
import assert from "node:assert/strict";
import { createHmac, createPublicKey, verify } from "node:crypto";
import { test } from "node:test";
import * as aws from "@aws-sdk/client-cognito-identity-provider";
import cognito from "amazon-cognito-identity-js";

const { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } = cognito;
const endpoint = process.env.COGNITO_ENDPOINT;
const admin = new aws.CognitoIdentityProviderClient({ endpoint, region: "eu-west-1", credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" } });
const send = (name, input) => admin.send(new aws[`${name}Command`](input));

const Password = "Secret-123";

function memory() {
  const items = new Map();
  return { items, setItem: (k, v) => items.set(k, v), getItem: (k) => items.get(k) ?? null, removeItem: (k) => items.delete(k), clear: () => items.clear() };
}

async function setUp(settings = {}, permanent = true) {
  const { UserPool } = await send("CreateUserPool", { PoolName: "js", AutoVerifiedAttributes: ["email"], ...settings });
  const { UserPoolClient } = await send("CreateUserPoolClient", { UserPoolId: UserPool.Id, ClientName: "web", ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] });
  await send("AdminCreateUser", { UserPoolId: UserPool.Id, Username: "ann", MessageAction: "SUPPRESS", UserAttributes: [{ Name: "email", Value: "ann@example.com" }] });
  await send("AdminSetUserPassword", { UserPoolId: UserPool.Id, Username: "ann", Password, Permanent: permanent });
  const Storage = memory();
  const Pool = new CognitoUserPool({ UserPoolId: UserPool.Id, ClientId: UserPoolClient.ClientId, endpoint, Storage });
  return { Pool, Storage, user: () => new CognitoUser({ Username: "ann", Pool, Storage }) };
}

/** How far a call comes: the name of the callback that it makes, and what that is given. */
function outcome(start, ...names) {
  return new Promise((resolve, reject) => {
    const callbacks = { onFailure: reject };
    for (const name of ["onSuccess", ...names]) callbacks[name] = (value, more) => resolve({ name, value, more });
    start(callbacks);
  });
}

const signIn = (user, password = Password, ...names) =>
  outcome((callbacks) => user.authenticateUser(new AuthenticationDetails({ Username: user.getUsername(), Password: password }), callbacks), ...names);

const call = (start) => new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));

function totp(secret, now = Date.now()) {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  return String((hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("SRP: in by the right password only, with tokens that the published keys verify", async () => {
  const { user, Pool } = await setUp();
  await assert.rejects(signIn(user(), "Wrong-123"), { code: "NotAuthorizedException", message: "Incorrect username or password." });
  const ann = user();
  const { value: session } = await signIn(ann);
  assert.equal(session.getIdToken().payload["cognito:username"], "ann");
  const { keys } = await (await fetch(`${endpoint}${Pool.getUserPoolId()}/.well-known/jwks.json`)).json();
  for (const token of [session.getIdToken(), session.getAccessToken()]) {
    const [header, payload, signature] = token.getJwtToken().split(".");
    const { kid, alg } = JSON.parse(Buffer.from(header, "base64url"));
    assert.equal(alg, "RS256");
    const key = createPublicKey({ key: keys.find((k) => k.kid === kid), format: "jwk" });
    assert.ok(verify("sha256", Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url")));
  }
  const refreshed = await call((done) => ann.refreshSession(session.getRefreshToken(), done));
  assert.notEqual(refreshed.getAccessToken().getJwtToken(), session.getAccessToken().getJwtToken());
  const attributes = await call((done) => ann.getUserAttributes(done));
  assert.equal(attributes.find((a) => a.getName() === "email").getValue(), "ann@example.com");
  await call((done) => ann.changePassword(Password, "Better-456", done));
  await outcome((callbacks) => ann.globalSignOut(callbacks));
  await signIn(user(), "Better-456");
});

test("a temporary password is replaced", async () => {
  const { user } = await setUp({}, false);
  const ann = user();
  const challenge = await signIn(ann, Password, "newPasswordRequired");
  assert.equal(challenge.name, "newPasswordRequired");
  assert.equal(challenge.value.email, "ann@example.com");
  await outcome((callbacks) => ann.completeNewPasswordChallenge("Better-456", { name: "Ann" }, callbacks));
  await signIn(user(), "Better-456");
});

test("registering", async () => {
  const { Pool, Storage } = await setUp();
  const email = new CognitoUserAttribute({ Name: "email", Value: "bob@example.com" });
  const { user: bob, codeDeliveryDetails } = await call((done) => Pool.signUp("bob", Password, [email], null, done));
  assert.equal(codeDeliveryDetails.Destination, "b***@e***");
  await assert.rejects(signIn(bob), { code: "UserNotConfirmedException" });
  await assert.rejects(call((done) => bob.confirmRegistration("none", true, done)), { code: "CodeMismatchException" });
  await send("AdminConfirmSignUp", { UserPoolId: Pool.getUserPoolId(), Username: "bob" });
  await signIn(new CognitoUser({ Username: "bob", Pool, Storage }));
});

test("a software token is set up where it is required, and then asked for; a remembered device stands for it", async () => {
  const { user, Pool, Storage } = await setUp({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false } });
  await send("SetUserPoolMfaConfig", { UserPoolId: Pool.getUserPoolId(), MfaConfiguration: "ON", SoftwareTokenMfaConfiguration: { Enabled: true } });
  const ann = user();
  assert.equal((await signIn(ann, Password, "mfaSetup")).name, "mfaSetup");
  const { value: secret } = await outcome((callbacks) => ann.associateSoftwareToken(callbacks), "associateSecretCode");
  await outcome((callbacks) => ann.verifySoftwareToken(totp(secret), "phone", callbacks));
  const again = user();
  assert.equal((await signIn(again, Password, "totpRequired")).name, "totpRequired");
  await assert.rejects(outcome((callbacks) => again.sendMFACode("000000", callbacks, "SOFTWARE_TOKEN_MFA")), { code: "CodeMismatchException" });
  await outcome((callbacks) => again.sendMFACode(totp(secret, Date.now() + 30_000), callbacks, "SOFTWARE_TOKEN_MFA"));
  assert.ok([...Storage.items.keys()].some((key) => key.endsWith(".deviceKey")));
  assert.equal((await signIn(user(), Password, "totpRequired")).name, "onSuccess");
  const { Devices } = await send("AdminListDevices", { UserPoolId: Pool.getUserPoolId(), Username: "ann" });
  assert.equal(Devices.length, 1);
  await send("AdminForgetDevice", { UserPoolId: Pool.getUserPoolId(), Username: "ann", DeviceKey: Devices[0].DeviceKey });
  assert.equal((await signIn(user(), Password, "totpRequired")).name, "totpRequired");
});
