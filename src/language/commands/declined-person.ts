import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/declined-person.json' with { type: 'json' };

const somebody = `(?:${anyOf(en.articles)} )?${anyOf(en.persons)}`;
const declining = new RegExp(
  `(?:\\b${anyOf(en.declining)}|^(?:please )?no) ${somebody}\\b|\\b${somebody} ${anyOf(en.unhelpful)}\\b`,
);
const wanting = new RegExp(`\\b${anyOf(en.wanting)}\\b`);

/** True if a message says that no person is wanted; "I don't need a bot" and "no human there?" do not. */
export function declinesPerson(text: string): boolean {
  const plain = plainText(text, 300);
  const found = declining.exec(plain);
  return found !== null && !plain.includes('?') && !wanting.test(plain.slice(found.index + found[0].length));
}
