import { anyOf } from '../text/phrases.ts';
import { MAX_ANSWER_LENGTH, plainAnswer } from '../text/plain-text.ts';
import en from './en/change-target.json' with { type: 'json' };

const asks = new RegExp(`^(?:${anyOf(en.leads)}[ ,]+)*${anyOf(en.verbs)} ${anyOf(en.which)} ([a-z -]{2,40})$`);
const complains = new RegExp(
  `^(?:${anyOf(en.complaintLeads)}[ ,]+)*${anyOf(en.which)} ([a-z -]{2,40}?) ${anyOf(en.is)} (?:all )?${anyOf(en.wrong)}$`,
);

/**
 * The thing that a message wants changed, in the customer's words: "date" in "that date is wrong"; `undefined` if
 * nothing.
 */
export function changeTarget(text: string): string | undefined {
  if (text.length > MAX_ANSWER_LENGTH) return undefined;
  const plain = plainAnswer(text).replace(/[.!]+$/, '');
  const complaint = complains.exec(plain);
  // "the date is right" is no complaint.
  if (complaint && / (?:is|was|looks) (?:right|correct)$/.test(plain)) return undefined;
  return complaint?.[1] ?? asks.exec(plain)?.[1];
}
