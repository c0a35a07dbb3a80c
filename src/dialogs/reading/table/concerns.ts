import { isOnlyConcern } from '../../../language/moods/concerns.ts';
import { statesReason } from '../evidence/reasons.ts';
import { isEmpty } from '../evidence/stated.ts';
import { isAnswer, type Reading } from './reading.ts';
import type { Row } from './row.ts';

/** So many words are more than an answer to a question. */
const sentence = 3;

/** What is no answer at all, whatever question is open: a mere complaint, or another language. */
export const concerns: readonly Row[] = [
  // Who asks if one may has not said that the mind has changed: it depends, so the reason is asked.
  {
    name: 'may-one-cancel',
    read: ({ evidence: { asksIfCancellable, clauseQuestion }, question }) => {
      const depends = asksIfCancellable && clauseQuestion?.kind !== 'answered' && statesReason(question?.fact);
      return depends ? { type: 'digress', about: { kind: 'no-reason' } } : undefined;
    },
  },
  // "Absolutely disgusting service" is no yes, though its first word may be one.
  {
    name: 'only-a-concern',
    read: ({ evidence: { text, concerns: found }, statement }) => {
      const [first] = found;
      const isAll = first && isEmpty(statement) && isOnlyConcern(text, found);
      return isAll ? { type: 'digress', about: { kind: first.kind } } : undefined;
    },
  },
  {
    name: 'other-language',
    read: (reading) => {
      const { otherLanguage: language, words } = reading.evidence;
      // "Mein Gerät ist nicht kaputt" has a word that is known here; a sentence is not read by one word of it.
      const isOther = language !== undefined && (words >= sentence || saysNothing(reading));
      return isOther ? { type: 'digress', about: { kind: 'other-language', language } } : undefined;
    },
  },
];

/** "Lol", "hello?", where it answers nothing. */
export const signsOfLife: readonly Row[] = [
  {
    name: 'sign-of-life',
    read: (reading) => {
      const { signOfLife: kind } = reading.evidence;
      const isNews = kind === 'no-reason' ? namesNoReason(reading) : saysNothing(reading);
      return kind && isNews ? { type: 'digress', about: { kind } } : undefined;
    },
  },
];

/** True if what somebody has come for is news, because the reason is asked, and the reason itself is not told. */
function namesNoReason({ question, direct, statement }: Reading): boolean {
  return statesReason(question?.fact) && !isAnswer(direct) && isEmpty(statement);
}

/** True if a message answers nothing and states nothing. */
function saysNothing({ direct, statement, range }: Reading): boolean {
  const isNotUnderstood = direct.type === 'unclear' && direct.problem.kind === 'not-understood';
  return isNotUnderstood && !range && isEmpty(statement);
}
