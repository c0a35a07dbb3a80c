import { hash } from 'node:crypto';
import type { Account, Passkey } from '../account.ts';
import type { Accounts } from '../accounts.ts';
import type { Challenges } from './challenges.ts';
import { challengeOf, type LogInResponse, type RegistrationResponse } from './responses.ts';

/** The most of one person. */
export const maxPasskeys = 10;

/** Logging in with a key of one's device; see https://www.w3.org/TR/webauthn-3/. */
export interface Passkeys {
  /** What a browser needs to make one for somebody. */
  registration(account: Account): Promise<object>;
  /** Keeps the one that a browser has made; false if it is not as asked for. */
  add(account: Account, response: RegistrationResponse, browser: string): Promise<boolean>;
  /** What a browser needs to log in with one, whoever it is. */
  logIn(): Promise<object>;
  /** The account that a browser has proved to hold a passkey of. */
  check(response: LogInResponse): Promise<Account | undefined>;
}

/** Options of passkeys: the site is the only one where they work. */
export interface PasskeyDeps {
  accounts: Accounts;
  challenges: Challenges;
  /** The origin at which people reach the desk. */
  origin: string;
  now(): Date;
}

const forLogIn = 'log-in';

export function createPasskeys({ accounts, challenges, origin, now }: PasskeyDeps): Passkeys {
  const rpID = new URL(origin).hostname;
  const site = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };
  const purposeOf = ({ id }: Account): string => `passkey of ${id}`;

  return {
    async registration(account) {
      const { generateRegistrationOptions } = await library();
      return generateRegistrationOptions({
        rpName: 'Returns desk',
        rpID,
        userName: account.email ?? account.name,
        userDisplayName: account.name,
        userID: new Uint8Array(Buffer.from(handleOf(account), 'base64url')),
        challenge: challengeBytes(challenges.make(purposeOf(account))),
        attestationType: 'none',
        excludeCredentials: account.passkeys.map(({ id, transports }) => ({ id, transports })),
        // Found by the device itself, which also asks for its owner: so no name has to be typed.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
    },
    async add(account, response, browser) {
      const expectedChallenge = challengeOf(response);
      if (!(await challenges.take(textOf(expectedChallenge), purposeOf(account)))) return false;
      const { verifyRegistrationResponse } = await library();
      const result = await orNothing(verifyRegistrationResponse({ response, expectedChallenge, ...site }));
      if (!result?.verified) return false;
      const { id, publicKey, counter, transports = [] } = result.registrationInfo.credential;
      const passkey: Passkey = {
        ...{ id, counter, transports, name: browser, madeAt: now().toISOString() },
        publicKey: Buffer.from(publicKey).toString('base64url'),
      };
      const changed = await accounts.change(account.id, (one) => withPasskey(one, passkey));
      return changed !== undefined;
    },
    async logIn() {
      const { generateAuthenticationOptions } = await library();
      const challenge = challengeBytes(challenges.make(forLogIn));
      return generateAuthenticationOptions({ rpID, challenge, userVerification: 'required' });
    },
    async check(response) {
      const holder = (await accounts.all()).find(({ passkeys }) => passkeys.some(({ id }) => id === response.id));
      const passkey = holder?.passkeys.find(({ id }) => id === response.id);
      const expectedChallenge = challengeOf(response);
      if (!(await challenges.take(textOf(expectedChallenge), forLogIn))) return undefined;
      if (!holder || !passkey || handleOf(holder) !== response.response.userHandle) return undefined;
      const { verifyAuthenticationResponse } = await library();
      const credential = { ...passkey, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')) };
      const given = { response, expectedChallenge, credential, ...site };
      const result = await orNothing(verifyAuthenticationResponse(given));
      if (!result?.verified) return undefined;
      const { newCounter } = result.authenticationInfo;
      return accounts.change(holder.id, (one) => withCounter(one, passkey.id, newCounter));
    },
  };
}

/** Loaded with the first passkey. */
function library() {
  return import('@simplewebauthn/server');
}

/** The library throws where a response is not as asked for; what it says is for developers. */
async function orNothing<T>(result: Promise<T>): Promise<T | undefined> {
  return result.catch(() => undefined);
}

function challengeBytes(challenge: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(challenge);
}

function textOf(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('utf8');
}

/** At most 64 bytes, and nothing personal: it is kept on the device, in base64url. */
function handleOf({ id }: Account): string {
  return hash('sha256', `desk passkey of ${id}`, 'base64url');
}

function withPasskey(account: Account, passkey: Passkey): Account | undefined {
  const { passkeys } = account;
  if (passkeys.length >= maxPasskeys || passkeys.some(({ id }) => id === passkey.id)) return undefined;
  return { ...account, passkeys: [...passkeys, passkey] };
}

/** Refused where the passkey was removed, or the account disabled, meanwhile. */
function withCounter(account: Account, id: string, counter: number): Account | undefined {
  if (account.isDisabled || !account.passkeys.some((one) => one.id === id)) return undefined;
  return { ...account, passkeys: account.passkeys.map((one) => (one.id === id ? { ...one, counter } : one)) };
}
