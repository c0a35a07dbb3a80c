import { HttpError } from '../../http/errors.ts';

/** As OWASP recommends for Argon2id, the algorithm that the library takes where none is named. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Compared with where there is none, so that it takes the same time. It is the hash of nothing that is known. */
const nobodysHash = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

const minCharacters = 10;
const maxCharacters = 200;

/** What is wrong with a new password: too short, too long, or what everybody would guess first. */
export function flawOf(password: string, { name, email = '' }: { name: string; email?: string | undefined }) {
  const { length } = [...password];
  if (length < minCharacters) return 'short';
  if (length > maxCharacters) return 'long';
  const plain = password.toLowerCase().replaceAll(/\s/g, '');
  const guesses = [name, email, email.split('@')[0] ?? ''].map((text) => text.toLowerCase().replaceAll(/\s/g, ''));
  return guesses.includes(plain) || new Set(plain).size < 4 ? 'plain' : undefined;
}

/** The hash that is kept of a password: Argon2id, as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return oneOfTwo(async () => (await argon2()).hash(normal(password), cost));
}

/** True if it is the password of this hash; without a hash it takes as long and is false. */
export function isPassword(hash: string | undefined, password: string): Promise<boolean> {
  return oneOfTwo(async () => {
    const isIt = await (await argon2()).verify(hash ?? nobodysHash, normal(password));
    return isIt && hash !== undefined;
  });
}

/** Loaded with the first password: most processes never see one. */
function argon2() {
  return import('@node-rs/argon2');
}

/** Keyboards write an umlaut in two ways. What is too long to be one is not hashed whole. */
function normal(password: string): string {
  return password.normalize('NFKC').slice(0, 4 * maxCharacters);
}

const maxWaiting = 50;
let waiting = 0;
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];

/** Two at a time: each takes a thread of the four that files and names need as well, and 19 MB. */
async function oneOfTwo<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= maxWaiting) {
    throw new HttpError(503, 'busy', 'too many log in at this moment; try again', { retryAfterSeconds: 2 });
  }
  waiting += 1;
  const lane = waiting % lanes.length;
  const done = (lanes[lane] ?? Promise.resolve()).then(work);
  lanes[lane] = done.catch(() => undefined);
  return done.finally(() => {
    waiting -= 1;
  });
}
