import { plainAnswer } from '../text/plain-text.ts';
import en from './en/signs-of-life.json' with { type: 'json' };
import { anyPhraseOf } from './phrases-of.ts';

/**
 * A message that says nothing but that somebody is there: `presence` asks if we are, `waiting` asks for time,
 * `acknowledged` has read what was said, `no-reason` names what it is about and not what is the matter.
 */
export type SignOfLife = keyof typeof en;

const SIGNS = Object.entries(en).map(([kind, phrases]) => ({ kind, form: new RegExp(`^${anyPhraseOf(phrases)}$`) }));

/** The longest sign of life, in characters. */
const maxLength = 60;

/** The sign of life that a whole message is; `undefined` if it is none. Emoji alone, or dots, acknowledge. */
export function readSignOfLife(text: string): SignOfLife | undefined {
  if (isWordless(text)) return 'acknowledged';
  const plain = plainAnswer(text, maxLength + 1)
    .replace(/[ ?!,.…]+/g, ' ')
    .trim();
  if (plain.length > maxLength) return undefined;
  const found = SIGNS.find(({ form }) => form.test(plain))?.kind;
  return found !== undefined && isSign(found) ? found : undefined;
}

function isWordless(text: string): boolean {
  return text.trim() !== '' && !/[\p{L}\p{N}]/u.test(text);
}

function isSign(kind: string): kind is SignOfLife {
  return Object.hasOwn(en, kind);
}
