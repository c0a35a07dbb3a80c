import { anyOf } from '../text/phrases.ts';
import { plainText } from '../text/plain-text.ts';
import en from './en/declined-person.json' with { type: 'json' };

const somebody = `(?:an? |any |another |your )?${anyOf(en.somebody)}`;
const declining = new RegExp(
  `\\b(?:don't|do not|dont|no) (?:want|need|have)(?: for| to (?:talk|speak|chat) (?:to|with))? ${somebody}\\b|^(?:please )?no ${somebody}\\b|\\bwithout (?:having to )?(?:talk|speak|chat)(?:ing)? (?:to|with) ${somebody}\\b`,
);
const wanting = /\b(?:want|need|get me|give me|let me|put me|connect|where|why)\b/;

/** Whether a message says that no person is wanted; "I don't need a bot" and "no human there?" do not. */
export function declinesPerson(text: string): boolean {
  const plain = plainText(text, 300);
  const found = declining.exec(plain);
  return found !== null && !plain.includes('?') && !wanting.test(plain.slice(found.index + found[0].length));
}
