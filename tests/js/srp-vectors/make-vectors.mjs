// Writes vectors.json: what amazon-cognito-identity-js computes and sends when its random numbers and its clock are fixed.
// The library is a client only, so the server's B = kv + g^b is worked out here with BigInt, from the verifier that the library makes.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const output = process.argv[2];
if (!output) throw new Error('Usage: node make-vectors.mjs <vectors.json>');

let randomWords = [];
globalThis.window = {
  crypto: {
    getRandomValues(array) {
      if (randomWords.length === 0) throw new Error('The vector did not foresee this random number.');
      array[0] = randomWords.shift();
      return array;
    },
  },
};
const setRandom = hex => { randomWords = hex.match(/.{8}/g).map(word => parseInt(word, 16)); };

const require = createRequire(import.meta.url);
const library = path => require(`amazon-cognito-identity-js/lib/${path}.js`).default;
const AuthenticationHelper = library('AuthenticationHelper');
const AuthenticationDetails = library('AuthenticationDetails');
const CognitoUser = library('CognitoUser');
const CognitoUserPool = library('CognitoUserPool');

const RealDate = Date;
const setClock = iso => {
  globalThis.Date = class extends RealDate {
    constructor(...values) { super(...(values.length ? values : [iso])); }
  };
};

const toBigInt = value => BigInt(`0x${value.toString(16)}`);
setRandom('11'.repeat(128));
const group = new AuthenticationHelper('group');
const N = toBigInt(group.N);
const k = toBigInt(group.k);

const powMod = (base, exponent) => {
  let result = 1n;
  for (let b = base % N, e = exponent; e > 0n; e >>= 1n, b = b * b % N)
    if (e & 1n) result = result * b % N;
  return result;
};

const seed = (label, bytes) => {
  let hex = '';
  for (let i = 0; hex.length < bytes * 2; i++) hex += createHash('sha256').update(`${label}/${i}`).digest('hex');
  return hex.slice(0, bytes * 2);
};

// Counts the exponent up until the public value has the wanted number of hex digits (768 is full length); g = 2, so each step is a doubling.
const exponentFor = (label, bytes, digits, publicValue) => {
  let exponent = BigInt(`0x${seed(label, bytes)}`);
  for (let power = powMod(2n, exponent); publicValue(power).toString(16).length !== digits; exponent++) power = power * 2n % N;
  return exponent.toString(16).padStart(bytes * 2, '0');
};

const verifierOf = (groupName, user, password, salt) => {
  setRandom('22'.repeat(128) + salt);
  const helper = new AuthenticationHelper(groupName);
  helper.generateRandomString = () => password;
  helper.generateHashDevice(groupName, user, error => { if (error) throw error; });
  return { Salt: helper.getSaltDevices(), Verifier: helper.getVerifierDevices() };
};

const vector = ({ name, kind = 'user', region = 'eu-west-1', groupName, user, password, salt, now, digitsOfA = 768, digitsOfB = 768 }) => {
  const made = verifierOf(groupName, user, password, salt);
  const v = BigInt(`0x${made.Verifier}`);
  const a = exponentFor(`${name}/a`, 128, digitsOfA, power => power);
  const b = exponentFor(`${name}/b`, 64, digitsOfB, power => (k * v + power) % N);
  const B = ((k * v + powMod(2n, BigInt(`0x${b}`))) % N).toString(16);
  const secretBlock = Buffer.from(seed(`${name}/block`, 96), 'hex').toString('base64');

  setRandom(a);
  setClock(now);
  const pool = new CognitoUserPool({ UserPoolId: kind === 'user' ? `${region}_${groupName}` : `${region}_Devices1`, ClientId: 'client1' });
  const cognitoUser = new CognitoUser({ Username: kind === 'user' ? `alias of ${name}` : 'owner', Pool: pool });
  const sent = {};
  pool.client.request = (operation, request, answer) => {
    const values = request.AuthParameters ?? request.ChallengeResponses;
    if (values.SRP_A) {
      sent.A = values.SRP_A;
      return answer(null, { ChallengeParameters: { USER_ID_FOR_SRP: user, SALT: salt, SRP_B: B, SECRET_BLOCK: secretBlock }, Session: 's' });
    }
    sent.Timestamp = values.TIMESTAMP;
    sent.Signature = values.PASSWORD_CLAIM_SIGNATURE;
    return answer(new Error('The vector is complete.'));
  };
  cognitoUser.client = pool.client;
  const callbacks = { onFailure: error => { if (!sent.Signature) throw error; }, onSuccess() {} };
  if (kind === 'user') {
    cognitoUser.authenticateUser(new AuthenticationDetails({ Username: user, Password: password }), callbacks);
  } else {
    Object.assign(cognitoUser, { deviceKey: user, deviceGroupKey: groupName, randomPassword: password });
    cognitoUser.getDeviceResponse(callbacks);
  }
  globalThis.Date = RealDate;
  return { Name: name, Group: groupName, User: user, Password: password, SaltSent: salt, ...made, PrivateA: a, PrivateB: b, B, SecretBlock: secretBlock, Now: now, ...sent };
};

const device = 'eu-west-1_0b5f7d6e-5c1e-4a43-9d8e-0d2f5c1e4a43';
const vectors = [
  vector({ name: 'plain', groupName: 'AbCdEf123', user: 'alice', password: 'Correct-horse-1', salt: '5f3a9c02d47be8116aa0c3d2915e7f08', now: '2026-11-03T07:05:09Z' }),
  vector({ name: 'unicode password', groupName: 'Zz9', user: '6a1d1a52-3f4e-4f0c-8b1e-0c6a8f6b7d11', password: 'Pässwörd-密码-🔑', salt: '7b00112233445566778899aabbccddee', now: '2027-01-31T23:59:59Z' }),
  vector({ name: 'salt with leading zeros', groupName: 'AbCdEf123', user: 'bob', password: 'p', salt: '00000a1b2c3d4e5f60718293a4b5c6d7', now: '2026-02-01T00:00:00Z' }),
  vector({ name: 'salt with high bit', groupName: 'AbCdEf123', user: 'carol', password: 'a:b:c', salt: 'ff0102030405060708090a0b0c0d0e0f', now: '2024-02-29T12:34:56Z' }),
  vector({ name: 'B shorter by one digit', groupName: 'AbCdEf123', user: 'dave', password: 'Secret-123', salt: '1020304050607080900a0b0c0d0e0f10', now: '2026-12-25T10:00:00Z', digitsOfB: 767 }),
  vector({ name: 'B shorter by one byte', groupName: 'AbCdEf123', user: 'erin', password: 'Secret-123', salt: '0020304050607080900a0b0c0d0e0f10', now: '2026-07-09T01:02:03Z', digitsOfB: 766 }),
  vector({ name: 'A and B shorter', groupName: 'AbCdEf123', user: 'frank@example.com', password: ' with spaces ', salt: '8020304050607080900a0b0c0d0e0f10', now: '2026-05-05T05:05:05Z', digitsOfA: 766, digitsOfB: 767 }),
  vector({ name: 'device', kind: 'device', groupName: '-Xy12AbCd', user: device, password: 'c2VjcmV0IG9mIHRoZSBkZXZpY2U=', salt: '9a8b7c6d5e4f30211203f4e5d6c7b8a9', now: '2026-11-23T04:00:00Z' }),
  vector({ name: 'device, salt with leading zeros', kind: 'device', groupName: '-Xy12AbCd', user: device, password: 'b3RoZXI=', salt: '000000000000000000000000000000a9', now: '2026-11-23T04:00:00Z', digitsOfB: 767 }),
];
writeFileSync(output, `${JSON.stringify(vectors, null, 2)}\n`);
