// Every operation of the service, called by the AWS SDK for JavaScript. COGNITO_ENDPOINT says where the local server listens,
// COGNITO_CODES where the code of the last message can be read.
import assert from "node:assert/strict";
import { createHash, createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { after, test } from "node:test";
import * as cognito from "@aws-sdk/client-cognito-identity-provider";

const settings = { endpoint: process.env.COGNITO_ENDPOINT, region: "eu-west-1", maxAttempts: 1 };
const client = new cognito.CognitoIdentityProviderClient({ ...settings, credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" } });
const answered = new Set();

async function send(name, input = {}) {
  const answer = await client.send(new cognito[`${name}Command`](input));
  assert.equal(answer.$metadata.httpStatusCode, 200);
  answered.add(name);
  return answer;
}

const refuses = (code, name, input) => assert.rejects(send(name, input), { name: code });
const lastCode = async () => (await fetch(process.env.COGNITO_CODES)).text();
const attributes = (values) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
const valueOf = (list, name) => list.find((attribute) => attribute.Name === name)?.Value;
const recent = (date) => assert.ok(date instanceof Date && Math.abs(date.getTime() - Date.now()) < 60_000);

const Password = "Right-Horse-7";
const IamRole = "arn:aws:iam::123456789012:role/import";

function totp(secret, now = Date.now()) {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac("sha1", Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)))).update(counter).digest();
  return String((hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** What a browser gives for the creation of a passkey: no attestation, an ES256 key. */
function passkey({ challenge, rp }, origin) {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const bytes = (...values) => Buffer.from(values);
  const text = (value) => Buffer.concat([bytes(0x60 + value.length), Buffer.from(value)]);
  const blob = (value) => Buffer.concat([value.length < 256 ? bytes(0x58, value.length) : bytes(0x59, value.length >> 8, value.length & 255), value]);
  const key = Buffer.concat([
    bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21), blob(Buffer.from(x, "base64url")), bytes(0x22), blob(Buffer.from(y, "base64url")),
  ]);
  const id = randomBytes(32);
  const data = Buffer.concat([createHash("sha256").update(rp.id).digest(), bytes(0x45, 0, 0, 0, 0), Buffer.alloc(16), bytes(0, id.length), id, key]);
  const attestation = Buffer.concat([bytes(0xa3), text("fmt"), text("none"), text("attStmt"), bytes(0xa0), text("authData"), blob(data)]);
  const clientData = JSON.stringify({ type: "webauthn.create", challenge, origin, crossOrigin: false });
  return {
    id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key", clientExtensionResults: {},
    response: { clientDataJSON: Buffer.from(clientData).toString("base64url"), attestationObject: attestation.toString("base64url"), transports: ["internal"] },
  };
}

const pool = (await send("CreateUserPool", {
  PoolName: "operations", UserPoolTier: "PLUS", UserPoolAddOns: { AdvancedSecurityMode: "AUDIT" }, AutoVerifiedAttributes: ["email"],
  DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true }, Policies: { SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } },
})).UserPool;
const UserPoolId = pool.Id;
const web = (await send("CreateUserPoolClient", {
  UserPoolId, ClientName: "web",
  ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  CallbackURLs: ["https://example.com/in"],
})).UserPoolClient;
const ClientId = web.ClientId;
const of = (more = {}) => ({ UserPoolId, ...more });
const signIn = async (USERNAME, PASSWORD = Password) =>
  (await send("InitiateAuth", { ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME, PASSWORD } })).AuthenticationResult;
const user = async (Username) => send("AdminGetUser", of({ Username }));

test("user pools", async () => {
  const spare = (await send("CreateUserPool", { PoolName: "spare" })).UserPool.Id;
  const { UserPools } = await send("ListUserPools", { MaxResults: 60 });
  assert.ok([UserPoolId, spare].every((id) => UserPools.some((item) => item.Id === id)));
  await send("UpdateUserPool", { UserPoolId: spare, PoolName: "renamed", DeletionProtection: "ACTIVE" });
  const described = (await send("DescribeUserPool", { UserPoolId: spare })).UserPool;
  assert.deepEqual([described.Name, described.DeletionProtection], ["renamed", "ACTIVE"]);
  recent(described.LastModifiedDate);
  await refuses("InvalidParameterException", "DeleteUserPool", { UserPoolId: spare });
  await send("UpdateUserPool", { UserPoolId: spare, DeletionProtection: "INACTIVE" });
  await send("DeleteUserPool", { UserPoolId: spare });
  await refuses("ResourceNotFoundException", "DescribeUserPool", { UserPoolId: spare });

  await send("AddCustomAttributes", of({ CustomAttributes: [{ Name: "plan", AttributeDataType: "String", Mutable: true, StringAttributeConstraints: { MaxLength: "20" } }] }));
  const plan = (await send("DescribeUserPool", { UserPoolId })).UserPool.SchemaAttributes.find((item) => item.Name === "custom:plan");
  assert.deepEqual([plan.Mutable, plan.StringAttributeConstraints.MaxLength], [true, "20"]);

  await send("SetUserPoolMfaConfig", of({ MfaConfiguration: "OPTIONAL", SoftwareTokenMfaConfiguration: { Enabled: true }, WebAuthnConfiguration: { RelyingPartyId: "example.com", UserVerification: "preferred" } }));
  const mfa = await send("GetUserPoolMfaConfig", of());
  assert.deepEqual([mfa.MfaConfiguration, mfa.SoftwareTokenMfaConfiguration.Enabled, mfa.WebAuthnConfiguration.RelyingPartyId], ["OPTIONAL", true, "example.com"]);

  const tags = { ResourceArn: pool.Arn };
  await send("TagResource", { ...tags, Tags: { stage: "test", team: "a" } });
  await send("UntagResource", { ...tags, TagKeys: ["team"] });
  assert.deepEqual((await send("ListTagsForResource", tags)).Tags, { stage: "test" });

  const { Certificate } = await send("GetSigningCertificate", of());
  assert.match(Certificate, /^[A-Za-z0-9+/=\s-]{100,}$/);
  const limit = { LimitDefinition: { LimitClass: "API_CATEGORY", Attributes: { Category: "UserAuthentication" } } };
  const before = (await send("GetProvisionedLimit", limit)).Limit;
  const raised = (await send("UpdateProvisionedLimit", { ...limit, RequestedLimitValue: before.ProvisionedLimitValue + 80 })).Limit;
  assert.equal(raised.ProvisionedLimitValue, before.ProvisionedLimitValue + 80);
});

test("replicas", async () => {
  const replica = of({ RegionName: "eu-central-1" });
  await send("CreateUserPoolReplica", replica);
  await send("UpdateUserPoolReplica", { ...replica, Status: "INACTIVE" });
  const { UserPoolReplicas } = await send("ListUserPoolReplicas", of());
  assert.equal(UserPoolReplicas.find((item) => item.RegionName === "eu-central-1").Status, "INACTIVE");
  await send("DeleteUserPoolReplica", replica);
  assert.ok(!(await send("ListUserPoolReplicas", of())).UserPoolReplicas.some((item) => item.RegionName === "eu-central-1"));
});

test("app clients and their secrets", async () => {
  const spare = (await send("CreateUserPoolClient", of({ ClientName: "spare", GenerateSecret: true }))).UserPoolClient;
  assert.equal((await send("ListUserPoolClients", of({ MaxResults: 60 }))).UserPoolClients.length, 2);
  await send("UpdateUserPoolClient", of({ ClientId: spare.ClientId, ClientName: "other", AccessTokenValidity: 2 }));
  const described = (await send("DescribeUserPoolClient", of({ ClientId: spare.ClientId }))).UserPoolClient;
  assert.deepEqual([described.ClientName, described.AccessTokenValidity, described.ClientSecret], ["other", 2, spare.ClientSecret]);
  const second = (await send("AddUserPoolClientSecret", of({ ClientId: spare.ClientId }))).ClientSecretDescriptor;
  assert.equal((await send("ListUserPoolClientSecrets", of({ ClientId: spare.ClientId }))).ClientSecrets.length, 2);
  await send("DeleteUserPoolClientSecret", of({ ClientId: spare.ClientId, ClientSecretId: second.ClientSecretId }));
  assert.equal((await send("ListUserPoolClientSecrets", of({ ClientId: spare.ClientId }))).ClientSecrets.length, 1);
  await send("DeleteUserPoolClient", of({ ClientId: spare.ClientId }));
  await refuses("ResourceNotFoundException", "DescribeUserPoolClient", of({ ClientId: spare.ClientId }));
});

test("session configurations", async () => {
  await send("SetUserPoolSessionConfiguration", of({ UserSessionTracking: "ENABLED", TokenSession: { MaxPerUser: 5 } }));
  const ofPool = await send("GetUserPoolSessionConfiguration", of());
  assert.deepEqual([ofPool.UserSessionTracking, ofPool.TokenSession.MaxPerUser], ["ENABLED", 5]);
  await send("SetUserPoolClientSessionConfiguration", of({ ClientId, SSOSession: { MaxValidityMinutes: 480 } }));
  const ofClient = await send("GetUserPoolClientSessionConfiguration", of({ ClientId }));
  assert.equal(ofClient.SSOSession.MaxValidityMinutes, 480);
});

test("resource servers and tokens of applications", async () => {
  const orders = of({ Identifier: "orders" });
  const Scopes = [{ ScopeName: "read", ScopeDescription: "Read orders" }];
  await send("CreateResourceServer", { ...orders, Name: "Orders", Scopes });
  await send("UpdateResourceServer", { ...orders, Name: "All orders", Scopes: [...Scopes, { ScopeName: "write", ScopeDescription: "Change orders" }] });
  const described = (await send("DescribeResourceServer", orders)).ResourceServer;
  assert.deepEqual([described.Name, described.Scopes.map((scope) => scope.ScopeName)], ["All orders", ["read", "write"]]);
  assert.equal((await send("ListResourceServers", of({ MaxResults: 50 }))).ResourceServers.length, 1);
  const machine = (await send("CreateUserPoolClient", of({
    ClientName: "machine", GenerateSecret: true, AllowedOAuthFlows: ["client_credentials"], AllowedOAuthScopes: ["orders/read"], AllowedOAuthFlowsUserPoolClient: true,
  }))).UserPoolClient;
  const { ClientAuthenticationResult: token } = await send("GetClientToken", { ClientId: machine.ClientId, Secret: machine.ClientSecret });
  const claims = JSON.parse(Buffer.from(token.AccessToken.split(".")[1], "base64url"));
  assert.deepEqual([claims.scope, claims.client_id], ["orders/read", machine.ClientId]);
  await send("DeleteUserPoolClient", of({ ClientId: machine.ClientId }));
  await send("DeleteResourceServer", orders);
  await refuses("ResourceNotFoundException", "DescribeResourceServer", orders);
});

test("domains, identity providers, linked identities", async () => {
  await send("CreateUserPoolDomain", of({ Domain: "my-company" }));
  await send("UpdateUserPoolDomain", of({ Domain: "my-company", ManagedLoginVersion: 2 }));
  assert.equal((await send("DescribeUserPoolDomain", { Domain: "my-company" })).DomainDescription.ManagedLoginVersion, 2);

  const google = of({ ProviderName: "Google" });
  await send("CreateIdentityProvider", { ...google, ProviderType: "Google", ProviderDetails: { client_id: "123.apps.example.com", client_secret: "s", authorize_scopes: "openid email" }, IdpIdentifiers: ["example.com"] });
  await send("UpdateIdentityProvider", { ...google, AttributeMapping: { email: "email" } });
  assert.equal((await send("DescribeIdentityProvider", google)).IdentityProvider.AttributeMapping.email, "email");
  assert.equal((await send("GetIdentityProviderByIdentifier", of({ IdpIdentifier: "example.com" }))).IdentityProvider.ProviderName, "Google");
  assert.deepEqual((await send("ListIdentityProviders", of())).Providers.map((item) => item.ProviderName), ["Google"]);

  await send("AdminCreateUser", of({ Username: "linked", MessageAction: "SUPPRESS" }));
  const identity = { ProviderName: "Google", ProviderAttributeName: "Cognito_Subject", ProviderAttributeValue: "1100" };
  await send("AdminLinkProviderForUser", of({ DestinationUser: { ProviderName: "Cognito", ProviderAttributeValue: "linked" }, SourceUser: identity }));
  await refuses("InvalidParameterException", "AdminLinkProviderForUser", of({ DestinationUser: { ProviderName: "Cognito", ProviderAttributeValue: "linked" }, SourceUser: { ...identity, ProviderName: "Nobody" } }));
  await send("AdminDisableProviderForUser", of({ User: identity }));
  assert.equal(valueOf((await user("linked")).UserAttributes, "identities"), undefined);
  await send("DeleteIdentityProvider", google);
  await refuses("ResourceNotFoundException", "DescribeIdentityProvider", google);
});

test("branding, classic pages, terms", async () => {
  const { ManagedLoginBranding: style } = await send("CreateManagedLoginBranding", of({ ClientId, UseCognitoProvidedValues: true }));
  const one = of({ ManagedLoginBrandingId: style.ManagedLoginBrandingId });
  const Settings = { categories: { global: { colorSchemeMode: "DARK" } } };
  await send("UpdateManagedLoginBranding", { ...one, Settings });
  assert.deepEqual((await send("DescribeManagedLoginBranding", one)).ManagedLoginBranding.Settings, Settings);
  assert.equal((await send("DescribeManagedLoginBrandingByClient", of({ ClientId }))).ManagedLoginBranding.ManagedLoginBrandingId, style.ManagedLoginBrandingId);
  await send("DeleteManagedLoginBranding", one);
  await refuses("ResourceNotFoundException", "DescribeManagedLoginBranding", one);

  const CSS = ".banner-customizable { background-color: navy; }";
  await send("SetUICustomization", of({ CSS }));
  assert.equal((await send("GetUICustomization", of())).UICustomization.CSS, CSS);

  const links = (path) => ({ "cognito:default": `https://example.com/${path}` });
  const { Terms } = await send("CreateTerms", of({ ClientId, TermsName: "terms-of-use", TermsSource: "LINK", Enforcement: "NONE", Links: links("terms") }));
  await send("UpdateTerms", of({ TermsId: Terms.TermsId, Links: links("other") }));
  assert.deepEqual((await send("DescribeTerms", of({ TermsId: Terms.TermsId }))).Terms.Links, links("other"));
  assert.equal((await send("DescribeTermsByClient", of({ ClientId, TermsName: "terms-of-use" }))).Terms.TermsId, Terms.TermsId);
  assert.equal((await send("ListTerms", of())).Terms.length, 1);
  await send("DeleteTerms", of({ TermsId: Terms.TermsId }));
  assert.equal((await send("ListTerms", of())).Terms.length, 0);
  await send("DeleteUserPoolDomain", of({ Domain: "my-company" }));
  assert.ok(!(await send("DescribeUserPoolDomain", { Domain: "my-company" })).DomainDescription.UserPoolId);
});

test("risk and log delivery", async () => {
  await send("SetRiskConfiguration", of({ RiskExceptionConfiguration: { SkippedIPRangeList: ["203.0.113.0/24"] } }));
  assert.deepEqual((await send("DescribeRiskConfiguration", of())).RiskConfiguration.RiskExceptionConfiguration.SkippedIPRangeList, ["203.0.113.0/24"]);
  const LogConfigurations = [{ EventSource: "userAuthEvents", LogLevel: "INFO", S3Configuration: { BucketArn: "arn:aws:s3:::example-logs" } }];
  await send("SetLogDeliveryConfiguration", of({ LogConfigurations }));
  assert.deepEqual((await send("GetLogDeliveryConfiguration", of())).LogDeliveryConfiguration.LogConfigurations, LogConfigurations);
});

test("users and groups, by an administrator", async () => {
  for (const Username of ["anna", "ben"]) {
    const made = await send("AdminCreateUser", of({ Username, MessageAction: "SUPPRESS", UserAttributes: attributes({ email: `${Username}@example.com`, email_verified: "true" }) }));
    assert.equal(made.User.UserStatus, "FORCE_CHANGE_PASSWORD");
    await send("AdminSetUserPassword", of({ Username, Password, Permanent: true }));
    assert.equal((await user(Username)).UserStatus, "CONFIRMED");
  }
  const anna = of({ Username: "anna" });
  await send("AdminUpdateUserAttributes", { ...anna, UserAttributes: attributes({ "custom:plan": "basic", phone_number: "+491701234567" }) });
  await send("AdminDeleteUserAttributes", { ...anna, UserAttributeNames: ["custom:plan"] });
  const changed = (await user("anna")).UserAttributes;
  assert.deepEqual([valueOf(changed, "custom:plan"), valueOf(changed, "phone_number")], [undefined, "+491701234567"]);
  assert.deepEqual((await send("ListUsers", of({ Filter: 'email = "ben@example.com"' }))).Users.map((item) => item.Username), ["ben"]);
  await send("AdminDisableUser", of({ Username: "ben" }));
  assert.equal((await user("ben")).Enabled, false);
  await send("AdminEnableUser", of({ Username: "ben" }));
  assert.equal((await user("ben")).Enabled, true);
  await send("AdminResetUserPassword", of({ Username: "ben" }));
  assert.equal((await user("ben")).UserStatus, "RESET_REQUIRED");

  const staff = of({ GroupName: "staff" });
  await send("CreateGroup", staff);
  await send("UpdateGroup", { ...staff, Precedence: 1 });
  assert.equal((await send("GetGroup", staff)).Group.Precedence, 1);
  assert.equal((await send("ListGroups", of())).Groups.length, 1);
  await send("AdminAddUserToGroup", { ...staff, Username: "anna" });
  assert.deepEqual((await send("ListUsersInGroup", staff)).Users.map((item) => item.Username), ["anna"]);
  assert.deepEqual((await send("AdminListGroupsForUser", anna)).Groups.map((item) => item.GroupName), ["staff"]);
  await send("AdminRemoveUserFromGroup", { ...staff, Username: "anna" });
  assert.equal((await send("ListUsersInGroup", staff)).Users.length, 0);
  await send("DeleteGroup", staff);
  await refuses("ResourceNotFoundException", "GetGroup", staff);

  await send("AdminSetUserMFAPreference", { ...anna, SMSMfaSettings: { Enabled: true } });
  assert.deepEqual((await user("anna")).UserMFASettingList, ["SMS_MFA"]);
  await send("AdminSetUserMFAPreference", { ...anna, SMSMfaSettings: { Enabled: false } });
  await send("AdminSetUserSettings", { ...anna, MFAOptions: [{ DeliveryMedium: "SMS", AttributeName: "phone_number" }] });
  assert.equal((await user("anna")).MFAOptions.length, 1);
  await send("AdminSetUserSettings", { ...anna, MFAOptions: [] });
  assert.ok((await send("AdminGetUserAuthFactors", anna)).ConfiguredUserAuthFactors.includes("PASSWORD"));
});

test("people who register themselves", async () => {
  const clara = { ClientId, Username: "clara" };
  const signedUp = await send("SignUp", { ...clara, Password, UserAttributes: attributes({ email: "clara@example.com" }) });
  assert.deepEqual([signedUp.UserConfirmed, signedUp.CodeDeliveryDetails.Destination], [false, "c***@e***"]);
  assert.equal((await send("ResendConfirmationCode", clara)).CodeDeliveryDetails.DeliveryMedium, "EMAIL");
  await refuses("CodeMismatchException", "ConfirmSignUp", { ...clara, ConfirmationCode: "wrong" });
  await send("ConfirmSignUp", { ...clara, ConfirmationCode: await lastCode() });
  assert.equal((await user("clara")).UserStatus, "CONFIRMED");
  assert.equal((await send("ForgotPassword", clara)).CodeDeliveryDetails.AttributeName, "email");
  await send("ConfirmForgotPassword", { ...clara, Password: "Other-Horse-8", ConfirmationCode: await lastCode() });
  assert.ok((await signIn("clara", "Other-Horse-8")).AccessToken);
  await send("SignUp", { ClientId, Username: "dora", Password });
  await send("AdminConfirmSignUp", of({ Username: "dora" }));
  assert.equal((await user("dora")).UserStatus, "CONFIRMED");
});

test("challenges", async () => {
  await send("AdminCreateUser", of({ Username: "erik", TemporaryPassword: Password, MessageAction: "SUPPRESS" }));
  const begin = { ClientId, AuthParameters: { USERNAME: "erik", PASSWORD: Password } };
  const first = await send("InitiateAuth", { ...begin, AuthFlow: "USER_PASSWORD_AUTH" });
  assert.equal(first.ChallengeName, "NEW_PASSWORD_REQUIRED");
  const answer = { ClientId, ChallengeName: first.ChallengeName, ChallengeResponses: { USERNAME: "erik", NEW_PASSWORD: "Other-Horse-8" } };
  assert.ok((await send("RespondToAuthChallenge", { ...answer, Session: first.Session })).AuthenticationResult.IdToken);
  await send("AdminSetUserPassword", of({ Username: "erik", Password, Permanent: false }));
  const again = await send("AdminInitiateAuth", { ...begin, UserPoolId, AuthFlow: "ADMIN_USER_PASSWORD_AUTH" });
  assert.equal(again.ChallengeName, "NEW_PASSWORD_REQUIRED");
  assert.ok((await send("AdminRespondToAuthChallenge", { ...answer, UserPoolId, Session: again.Session })).AuthenticationResult.IdToken);
});

test("the signed-in user", async () => {
  const { AccessToken } = await signIn("anna");
  const me = { AccessToken };
  await send("UpdateUserAttributes", { ...me, UserAttributes: attributes({ given_name: "Anna", family_name: "A" }) });
  await send("DeleteUserAttributes", { ...me, UserAttributeNames: ["family_name"] });
  const found = (await send("GetUser", me)).UserAttributes;
  assert.deepEqual([valueOf(found, "given_name"), valueOf(found, "family_name")], ["Anna", undefined]);
  assert.equal((await send("GetUserAttributeVerificationCode", { ...me, AttributeName: "phone_number" })).CodeDeliveryDetails.Destination, "+*******4567");
  await send("VerifyUserAttribute", { ...me, AttributeName: "phone_number", Code: await lastCode() });
  assert.equal(valueOf((await send("GetUser", me)).UserAttributes, "phone_number_verified"), "true");
  await send("ChangePassword", { ...me, PreviousPassword: Password, ProposedPassword: "Third-Horse-9" });
  await refuses("NotAuthorizedException", "InitiateAuth", { ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters: { USERNAME: "anna", PASSWORD: Password } });
  await send("AdminSetUserPassword", of({ Username: "anna", Password, Permanent: true }));
  assert.ok((await send("GetUserAuthFactors", me)).ConfiguredUserAuthFactors.includes("PASSWORD"));
  await send("SetUserSettings", { ...me, MFAOptions: [{ DeliveryMedium: "SMS", AttributeName: "phone_number" }] });
  assert.equal((await send("GetUser", me)).MFAOptions.length, 1);
  await send("SetUserSettings", { ...me, MFAOptions: [] });

  const { SecretCode } = await send("AssociateSoftwareToken", me);
  await refuses("EnableSoftwareTokenMFAException", "VerifySoftwareToken", { ...me, UserCode: "000000" });
  assert.equal((await send("VerifySoftwareToken", { ...me, UserCode: totp(SecretCode) })).Status, "SUCCESS");
  await send("SetUserMFAPreference", { ...me, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
  assert.equal((await send("GetUser", me)).PreferredMfaSetting, "SOFTWARE_TOKEN_MFA");
  await send("AdminDeleteSoftwareToken", of({ Username: "anna" }));
  assert.equal((await send("GetUser", me)).PreferredMfaSetting, undefined);

  const { CredentialCreationOptions } = await send("StartWebAuthnRegistration", me);
  await refuses("WebAuthnOriginNotAllowedException", "CompleteWebAuthnRegistration", { ...me, Credential: passkey(CredentialCreationOptions, "https://example.org") });
  await send("CompleteWebAuthnRegistration", { ...me, Credential: passkey(CredentialCreationOptions, "https://example.com") });
  const { Credentials } = await send("ListWebAuthnCredentials", me);
  assert.equal(Credentials[0].RelyingPartyId, "example.com");
  await send("DeleteWebAuthnCredential", { ...me, CredentialId: Credentials[0].CredentialId });
  assert.equal((await send("ListWebAuthnCredentials", me)).Credentials.length, 0);
});

test("devices", async () => {
  const device = async () => {
    const { AccessToken, NewDeviceMetadata: { DeviceKey } } = await signIn("anna");
    const DeviceSecretVerifierConfig = { Salt: randomBytes(16).toString("base64"), PasswordVerifier: randomBytes(64).toString("base64") };
    const { UserConfirmationNecessary } = await send("ConfirmDevice", { AccessToken, DeviceKey, DeviceName: "laptop", DeviceSecretVerifierConfig });
    assert.equal(UserConfirmationNecessary, true);
    return { AccessToken, DeviceKey };
  };
  const one = await device();
  await send("UpdateDeviceStatus", { ...one, DeviceRememberedStatus: "remembered" });
  const status = (name, input) => send(name, input).then(({ Device }) => valueOf(Device.DeviceAttributes, "dev:device_remembered_status"));
  assert.equal(await status("GetDevice", one), "remembered");
  const asAdmin = of({ Username: "anna", DeviceKey: one.DeviceKey });
  await send("AdminUpdateDeviceStatus", { ...asAdmin, DeviceRememberedStatus: "not_remembered" });
  assert.equal(await status("AdminGetDevice", asAdmin), "not_remembered");
  assert.deepEqual((await send("ListDevices", { AccessToken: one.AccessToken })).Devices.map((item) => item.DeviceKey), [one.DeviceKey]);
  await send("ForgetDevice", one);
  const two = await device();
  assert.deepEqual((await send("AdminListDevices", of({ Username: "anna" }))).Devices.map((item) => item.DeviceKey), [two.DeviceKey]);
  await send("AdminForgetDevice", of({ Username: "anna", DeviceKey: two.DeviceKey }));
  assert.equal((await send("AdminListDevices", of({ Username: "anna" }))).Devices.length, 0);
});

test("tokens, sessions and sign-in records", async () => {
  const tokens = await signIn("anna");
  const renewed = (await send("GetTokensFromRefreshToken", { ClientId, RefreshToken: tokens.RefreshToken, DeviceKey: tokens.NewDeviceMetadata.DeviceKey })).AuthenticationResult;
  assert.notEqual(renewed.AccessToken, tokens.AccessToken);
  await send("RevokeToken", { ClientId, Token: tokens.RefreshToken });
  await refuses("NotAuthorizedException", "GetTokensFromRefreshToken", { ClientId, RefreshToken: tokens.RefreshToken });

  const anna = of({ Username: "anna" });
  const { AuthEvents } = await send("AdminListUserAuthEvents", anna);
  assert.equal(AuthEvents[0].EventType, "SignIn");
  const feedback = { ...anna, EventId: AuthEvents[0].EventId };
  await send("AdminUpdateAuthEventFeedback", { ...feedback, FeedbackValue: "Invalid" });
  assert.equal((await send("AdminListUserAuthEvents", anna)).AuthEvents[0].EventFeedback.FeedbackValue, "Invalid");
  await send("UpdateAuthEventFeedback", { ...feedback, FeedbackToken: AuthEvents[0].EventId, FeedbackValue: "Valid" });
  assert.equal((await send("AdminListUserAuthEvents", anna)).AuthEvents[0].EventFeedback.FeedbackValue, "Valid");

  const one = await signIn("anna");
  const mine = (await send("ListUserSessions", { AccessToken: one.AccessToken })).Sessions;
  assert.ok(mine.length > 0);
  const [session] = (await send("AdminListUserSessions", anna)).Sessions;
  await send("AdminRevokeUserSession", { ...anna, SessionId: session.SessionId });
  assert.ok(!(await send("AdminListUserSessions", anna)).Sessions.some((item) => item.SessionId === session.SessionId));
  const two = await signIn("anna");
  const own = (await send("ListUserSessions", { AccessToken: two.AccessToken })).Sessions;
  await send("RevokeUserSession", { AccessToken: two.AccessToken, SessionId: own.at(-1).SessionId });
  assert.ok(!(await send("AdminListUserSessions", anna)).Sessions.some((item) => item.SessionId === own.at(-1).SessionId));
  const three = await signIn("anna");
  await send("GlobalSignOut", { AccessToken: three.AccessToken });
  await refuses("NotAuthorizedException", "GetUser", { AccessToken: three.AccessToken });
  const four = await signIn("anna");
  await send("AdminUserGlobalSignOut", anna);
  await refuses("NotAuthorizedException", "GetUser", { AccessToken: four.AccessToken });
});

test("imports", async () => {
  const { CSVHeader } = await send("GetCSVHeader", of());
  const create = async (body) => {
    const { UserImportJob } = await send("CreateUserImportJob", of({ JobName: "people", CloudWatchLogsRoleArn: IamRole }));
    const put = await fetch(UserImportJob.PreSignedUrl, { method: "PUT", body, headers: { "x-amz-server-side-encryption": "aws:kms" } });
    assert.equal(put.status, 200);
    return of({ JobId: UserImportJob.JobId });
  };
  const until = async (job) => {
    for (;;) {
      const { UserImportJob } = await send("DescribeUserImportJob", job);
      if (!["Pending", "InProgress", "Stopping"].includes(UserImportJob.Status)) return UserImportJob;
    }
  };
  const header = CSVHeader.join(",");
  const bad = await create(`${header}\n${"no user\n".repeat(3)}`);
  await send("StartUserImportJob", bad);
  const failed = await until(bad);
  assert.deepEqual([failed.Status, failed.ImportedUsers, failed.FailedUsers], ["Failed", 0, 3]);
  const long = await create(`${header}\n${"neither a user nor quickly read\n".repeat(200_000)}`);
  await send("StartUserImportJob", long);
  await send("StopUserImportJob", long);
  assert.equal((await until(long)).Status, "Stopped");
  assert.equal((await send("ListUserImportJobs", of({ MaxResults: 10 }))).UserImportJobs.length, 2);
});

test("users go", async () => {
  const { AccessToken } = await signIn("anna");
  await send("DeleteUser", { AccessToken });
  await refuses("UserNotFoundException", "AdminGetUser", of({ Username: "anna" }));
  await send("AdminDeleteUser", of({ Username: "ben" }));
  await refuses("UserNotFoundException", "AdminGetUser", of({ Username: "ben" }));
});

test("no operation of the SDK is left out", () => {
  const all = Object.keys(cognito).filter((name) => /^[A-Z]\w+Command$/.test(name)).map((name) => name.slice(0, -"Command".length));
  assert.ok(all.length >= 122);
  assert.deepEqual(all.filter((name) => !answered.has(name)), []);
});

after(() => client.destroy());
