// The local server, seen by a client that nobody here wrote. COGNITO_ENDPOINT says where it listens.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as cognito from "@aws-sdk/client-cognito-identity-provider";

const client = new cognito.CognitoIdentityProviderClient({
  endpoint: process.env.COGNITO_ENDPOINT,
  region: "eu-west-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
});

const send = (name, input) => client.send(new cognito[`${name}Command`](input));

const fails = (code, name, input) => assert.rejects(send(name, input), (error) => {
  assert.equal(error.name, code);
  assert.equal(error.$metadata.httpStatusCode, 400);
  return error instanceof cognito.CognitoIdentityProviderServiceException;
});

async function list(paginate, input, member) {
  const items = [];
  let pages = 0;
  for await (const page of paginate({ client, pageSize: 3 }, input)) {
    items.push(...(page[member] ?? []));
    pages++;
  }
  return { items, pages };
}

const newPool = async (settings = {}) => (await send("CreateUserPool", { PoolName: "js", ...settings })).UserPool;

test("pools: create, list, describe, update, delete", async () => {
  const made = [];
  for (let i = 0; i < 7; i++) made.push((await newPool()).Id);
  const { items, pages } = await list(cognito.paginateListUserPools, { MaxResults: 3 }, "UserPools");
  assert.ok(pages >= 3);
  assert.deepEqual(made.filter((id) => !items.some((p) => p.Id === id)), []);
  const pool = (await send("DescribeUserPool", { UserPoolId: made[0] })).UserPool;
  assert.equal(pool.Name, "js");
  assert.ok(Math.abs(pool.CreationDate.getTime() - Date.now()) < 60_000);
  assert.equal(pool.SchemaAttributes.length, 20);
  await send("UpdateUserPool", { UserPoolId: made[0], MfaConfiguration: "OFF", UserPoolTags: { stage: "test" } });
  assert.deepEqual((await send("DescribeUserPool", { UserPoolId: made[0] })).UserPool.UserPoolTags, { stage: "test" });
  for (const id of made) await send("DeleteUserPool", { UserPoolId: id });
  await fails("ResourceNotFoundException", "DescribeUserPool", { UserPoolId: made[0] });
  await fails("InvalidParameterException", "ListUserPools", { MaxResults: 61 });
});

test("app clients: create, list, describe, update, delete", async () => {
  const { Id: UserPoolId } = await newPool();
  const made = [];
  for (let i = 0; i < 7; i++) made.push((await send("CreateUserPoolClient", { UserPoolId, ClientName: `client-${i}`, GenerateSecret: i === 0 })).UserPoolClient);
  assert.equal(made[0].ClientSecret.length, 51);
  const { items, pages } = await list(cognito.paginateListUserPoolClients, { UserPoolId }, "UserPoolClients");
  assert.equal(pages, 3);
  assert.deepEqual(items.map((c) => c.ClientId).sort(), made.map((c) => c.ClientId).sort());
  const ClientId = made[1].ClientId;
  await send("UpdateUserPoolClient", { UserPoolId, ClientId, CallbackURLs: ["https://example.com/cb"] });
  const described = (await send("DescribeUserPoolClient", { UserPoolId, ClientId })).UserPoolClient;
  assert.deepEqual(described.CallbackURLs, ["https://example.com/cb"]);
  assert.equal(described.RefreshTokenValidity, 30);
  await send("DeleteUserPoolClient", { UserPoolId, ClientId });
  await fails("ResourceNotFoundException", "DescribeUserPoolClient", { UserPoolId, ClientId });
});

test("users: create, list, get, change, delete", async () => {
  const { Id: UserPoolId } = await newPool();
  for (let i = 0; i < 7; i++) {
    const { User } = await send("AdminCreateUser", { UserPoolId, Username: `user-${i}`, MessageAction: "SUPPRESS", UserAttributes: [{ Name: "email", Value: `user${i}@example.com` }] });
    assert.equal(User.UserStatus, "FORCE_CHANGE_PASSWORD");
  }
  await fails("UsernameExistsException", "AdminCreateUser", { UserPoolId, Username: "user-0" });
  await fails("InvalidPasswordException", "AdminCreateUser", { UserPoolId, Username: "user-9", TemporaryPassword: "weak" });
  const all = await list(cognito.paginateListUsers, { UserPoolId }, "Users");
  assert.equal(all.pages, 3);
  assert.equal(new Set(all.items.map((u) => u.Username)).size, 7);
  const one = await list(cognito.paginateListUsers, { UserPoolId, Filter: 'email = "user3@example.com"' }, "Users");
  assert.deepEqual(one.items.map((u) => u.Username), ["user-3"]);
  const Username = "user-3";
  await send("AdminUpdateUserAttributes", { UserPoolId, Username, UserAttributes: [{ Name: "name", Value: "Zoë \"Z\" 🙂" }] });
  await send("AdminDisableUser", { UserPoolId, Username });
  const user = await send("AdminGetUser", { UserPoolId, Username });
  assert.equal(user.Enabled, false);
  assert.equal(user.UserAttributes.find((a) => a.Name === "name").Value, "Zoë \"Z\" 🙂");
  await send("AdminDeleteUser", { UserPoolId, Username });
  await fails("UserNotFoundException", "AdminGetUser", { UserPoolId, Username });
});

test("groups: create, list, members, delete", async () => {
  const { Id: UserPoolId } = await newPool();
  for (let i = 0; i < 7; i++) {
    await send("CreateGroup", { UserPoolId, GroupName: `group-${i}`, Precedence: i });
    await send("AdminCreateUser", { UserPoolId, Username: `user-${i}`, MessageAction: "SUPPRESS" });
    await send("AdminAddUserToGroup", { UserPoolId, Username: `user-${i}`, GroupName: "group-0" });
    await send("AdminAddUserToGroup", { UserPoolId, Username: "user-0", GroupName: `group-${i}` });
  }
  const groups = await list(cognito.paginateListGroups, { UserPoolId }, "Groups");
  assert.equal(groups.items.length, 7);
  assert.equal(groups.pages, 3);
  assert.equal((await list(cognito.paginateListUsersInGroup, { UserPoolId, GroupName: "group-0" }, "Users")).items.length, 7);
  const of = await list(cognito.paginateAdminListGroupsForUser, { UserPoolId, Username: "user-0" }, "Groups");
  assert.deepEqual(of.items.map((g) => g.Precedence), [0, 1, 2, 3, 4, 5, 6]);
  await fails("GroupExistsException", "CreateGroup", { UserPoolId, GroupName: "group-0" });
  await send("DeleteGroup", { UserPoolId, GroupName: "group-0" });
  await fails("ResourceNotFoundException", "GetGroup", { UserPoolId, GroupName: "group-0" });
});

test("what belongs to a pool: domains, providers, servers, branding, factors, imports", async () => {
  const { Id: UserPoolId, Arn } = await newPool({ UserPoolTier: "PLUS", UserPoolAddOns: { AdvancedSecurityMode: "ENFORCED" } });
  const { UserPoolClient } = await send("CreateUserPoolClient", { UserPoolId, ClientName: "web", GenerateSecret: true });
  const ClientId = UserPoolClient.ClientId;

  await send("CreateUserPoolDomain", { UserPoolId, Domain: "js-check", ManagedLoginVersion: 2 });
  const domain = (await send("DescribeUserPoolDomain", { Domain: "js-check" })).DomainDescription;
  assert.deepEqual([domain.UserPoolId, domain.ManagedLoginVersion, domain.Status], [UserPoolId, 2, "ACTIVE"]);
  await fails("InvalidParameterException", "DeleteUserPool", { UserPoolId });

  for (let i = 0; i < 4; i++) {
    await send("CreateIdentityProvider", { UserPoolId, ProviderName: `corp${i}`, ProviderType: "SAML", ProviderDetails: { MetadataURL: "https://idp.example.com" } });
    await send("CreateResourceServer", { UserPoolId, Identifier: `api${i}`, Name: "API", Scopes: [{ ScopeName: "read", ScopeDescription: "Read" }] });
  }
  assert.equal((await list(cognito.paginateListIdentityProviders, { UserPoolId }, "Providers")).pages, 2);
  assert.equal((await list(cognito.paginateListResourceServers, { UserPoolId }, "ResourceServers")).items.length, 4);

  const Assets = [{ Category: "FORM_LOGO", ColorMode: "DARK", Extension: "SVG", Bytes: new TextEncoder().encode("<svg/>") }];
  const Settings = { components: { form: { width: 3, wide: true, nothing: null } } };
  await send("CreateManagedLoginBranding", { UserPoolId, ClientId, Settings, Assets });
  const branding = (await send("DescribeManagedLoginBrandingByClient", { UserPoolId, ClientId })).ManagedLoginBranding;
  assert.deepEqual(branding.Settings, Settings);
  assert.equal(new TextDecoder().decode(branding.Assets[0].Bytes), "<svg/>");

  await send("SetUserPoolMfaConfig", { UserPoolId, MfaConfiguration: "OPTIONAL", SoftwareTokenMfaConfiguration: { Enabled: true } });
  assert.equal((await send("GetUserPoolMfaConfig", { UserPoolId })).SoftwareTokenMfaConfiguration.Enabled, true);
  await send("SetRiskConfiguration", { UserPoolId, CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: "BLOCK" } } });
  assert.ok((await send("DescribeRiskConfiguration", { UserPoolId })).RiskConfiguration.LastModifiedDate instanceof Date);
  await send("TagResource", { ResourceArn: Arn, Tags: { a: "1" } });
  assert.deepEqual((await send("ListTagsForResource", { ResourceArn: Arn })).Tags, { a: "1" });
  await send("AddUserPoolClientSecret", { UserPoolId, ClientId });
  assert.equal((await send("ListUserPoolClientSecrets", { UserPoolId, ClientId })).ClientSecrets.length, 2);
  await fails("LimitExceededException", "AddUserPoolClientSecret", { UserPoolId, ClientId });

  const { CSVHeader } = await send("GetCSVHeader", { UserPoolId });
  const { UserImportJob: job } = await send("CreateUserImportJob", { UserPoolId, JobName: "js", CloudWatchLogsRoleArn: "arn:aws:iam::123456789012:role/import" });
  const row = { "cognito:username": "zoe", "cognito:mfa_enabled": "false", email: "zoe@example.com", email_verified: "true" };
  const csv = [CSVHeader.join(","), CSVHeader.map((column) => row[column] ?? "").join(",")].join("\n");
  assert.equal((await fetch(job.PreSignedUrl, { method: "PUT", body: csv, headers: { "x-amz-server-side-encryption": "aws:kms" } })).status, 200);
  await send("StartUserImportJob", { UserPoolId, JobId: job.JobId });
  let state;
  do state = (await send("DescribeUserImportJob", { UserPoolId, JobId: job.JobId })).UserImportJob;
  while (["Pending", "InProgress"].includes(state.Status));
  assert.deepEqual([state.Status, state.ImportedUsers], ["Succeeded", 1]);
  assert.equal((await send("AdminGetUser", { UserPoolId, Username: "zoe" })).UserStatus, "RESET_REQUIRED");
});
