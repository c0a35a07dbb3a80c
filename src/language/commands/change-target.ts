import { anyOf } from '../text/phrases.ts';
import { MAX_ANSWER_LENGTH, plainAnswer } from '../text/plain-text.ts';
import en from './en/change-target.json' with { type: 'json' };

const asks = new RegExp(
  `^(?:${anyOf(en.leads)}[ ,]+)*${anyOf(en.verbs)} ${anyOf(en.which)} ([a-z -]{2,40}?)(?: to .{1,60})?$`,
);
/** "Change discount to no": the new value is asked for. */
const asksFor = new RegExp(`^(?:${anyOf(en.leads)}[ ,]+)*${anyOf(en.verbs)} ([a-z -]{2,40}?) to .{1,60}$`);
/** "I got the date wrong", "I gave you the wrong date". */
const admits = new RegExp(
  `^(?:${anyOf(en.leads)}[ ,]+)*(?:${anyOf(en.gotWrong)} ${anyOf(en.which)} ([a-z -]{2,40}?) wrong|${anyOf(en.given)} ${anyOf(en.wrongOnes)} ([a-z -]{2,40}))$`,
);
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
  const admission = admits.exec(plain);
  return complaint?.[1] ?? asks.exec(plain)?.[1] ?? asksFor.exec(plain)?.[1] ?? admission?.[1] ?? admission?.[2];
}
