import { asksWhyElsewhere } from '../languages/why.ts';
import { anyOf } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import en from './en/reason-question.json' with { type: 'json' };

/**
 * A question about what the assistant itself said or asked: `why`, whatever it was; `why-decided` for the grounds of an
 * answer; `why-asked` for what a question is put; `what-now`; `what-if` it had been otherwise; and `why-perhaps`, which
 * may ask for the cause of anything.
 */
export type ReasonQuestion = 'why' | 'why-decided' | 'why-asked' | 'what-now' | 'what-if' | 'why-perhaps';

const LEAD = new RegExp(`^(?:${anyOf(en.leads)}[ ,.!?:-]+)+`);
const TAIL = new RegExp(`(?:[ ,.!-]+${anyOf(en.tails)})+$`);

const WHOLE: readonly [ReasonQuestion, RegExp][] = [
  ['why-asked', whole(en.whyAsked)],
  ['why', whole(en.why)],
  ['why-decided', whole(en.whyDecided)],
  ['what-now', whole(en.next)],
];
const STARTING: readonly [ReasonQuestion, RegExp][] = [
  ['what-if', new RegExp(`^${anyOf(en.whatIf)}\\b`)],
  ['why-perhaps', new RegExp(`^${anyOf(en.perhaps)}\\b`)],
];

/** The longest question that asks for nothing but a reason, in characters. */
const maxLength = 90;

/** The question about the assistant's own words that a whole message is; `undefined` if it is none. */
export function readReasonQuestion(text: string): ReasonQuestion | undefined {
  const plain = plainAnswer(text, 200).replace(/[?!]+/g, ' ').replace(/ {2,}/g, ' ');
  if (plain.length > maxLength) return undefined;
  const bare = plain.replace(LEAD, '') || plain;
  const question = bare.replace(TAIL, '') || bare;
  const found = [...WHOLE, ...STARTING].find(([, form]) => [plain, bare, question].some((one) => form.test(one)))?.[0];
  return found ?? (asksWhyElsewhere(text) ? 'why' : undefined);
}

function whole(phrases: readonly string[]): RegExp {
  return new RegExp(`^${anyOf(phrases)}$`);
}
