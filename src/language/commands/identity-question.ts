import { anyOf } from '../text/phrases.ts';
import { MAX_ANSWER_LENGTH, plainAnswer } from '../text/plain-text.ts';
import en from './en/identity-question.json' with { type: 'json' };

const reality = '(?:(?:actual|real|live) )?';
const who = `(?:(?:an?|the|some) )?${reality}${anyOf([...en.who, ...en.somebody])}(?: real)?`;
const whoElse = `(?:an? )?${reality}${anyOf([...en.who, 'what'])}`;
const leads = '(?:(?:hi|hello|hey|wait|sorry|ok|so|but)[ ,.!]+)*';
const identity = new RegExp(`^${leads}(?:${anyOf(en.contacts)} ${who}(?: or ${whoElse})?|${anyOf(en.identity)})$`);

/** What somebody says beside who they took the bot for, and nothing of a case. */
const REMARK = new RegExp(`^${anyOf(en.remarks)}`);

/** True if a customer asks whom they are talking to. */
export function asksIdentity(text: string): boolean {
  if (text.length > MAX_ANSWER_LENGTH) return false;
  const answer = plainAnswer(text);
  // "Are you not a human? You had me fooled."
  const [question = '', ...more] = answer.split(/[?] */);
  return (
    identity.test(answer.replace(/[?.! ]+$/, '')) ||
    (more.length === 1 && REMARK.test(more[0] ?? '') && identity.test(question))
  );
}
