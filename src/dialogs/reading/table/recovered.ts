import { lookedUpWords } from '../../../language/corrections/looked-up.ts';
import { isConsenting, recoveringWords } from '../../../language/corrections/recovered.ts';
import { knownWords, leftWords } from '../../../language/coverage/coverage.ts';
import { tokensOf } from '../../../language/statement/tokens/tokens.ts';
import { isNegation, wordsOf } from '../../../language/text/words.ts';
import { readReply } from '../../../language/yes-no/reply.ts';
import { changeableFacts } from '../../../machines/changeable.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import { isSameValue, knownAnswers } from '../../../machines/interview.ts';
import { questionOf } from '../../wording/questions.ts';
import { isEmpty } from '../evidence/stated.ts';
import type { Reading } from './reading.ts';

/** A longer message tells a story. */
const maxWords = 8;

/** "It works again", after a decision on what does not work: what is the matter instead is asked. */
export function readRecovered(reading: Reading): CustomerEvent | undefined {
  const { interview, conversation, evidence } = reading;
  const { text, words } = evidence;
  if (conversation.open || !conversation.decision || conversation.case || words > maxWords) return undefined;
  if (text.includes('?') || isConsenting(text) || saysMore(reading)) return undefined;
  const denied = changeableFacts(interview, conversation).find((known) => {
    if (known.kind !== 'answer') return false;
    const { choices } = questionOf(interview, conversation, { id: known.fact, unclear: 0 });
    const title = choices.find(({ value }) => value === known.value)?.title;
    return title !== undefined && isOpposite(reading, title);
  });
  return denied && { type: 'change', fact: denied.fact };
}

/** True if a message takes something else back, or is of another thing. */
function saysMore({ interview, conversation, evidence, statement }: Reading): boolean {
  const known = new Map(knownAnswers(interview, conversation).map(({ fact, value }) => [fact, value]));
  const isOther = statement.inferred.some(({ fact, value }) => known.has(fact) && !isSameValue(known.get(fact), value));
  return isOther || evidence.statement.asides.length > 0 || !isEmpty({ ...statement, inferred: [] });
}

/** True if a message says the opposite of what a title denies, in its own words: "it works" of "does not work". */
function isOpposite({ evidence: { text, statement } }: Reading, title: string): boolean {
  if (!wordsOf(title.toLowerCase()).some(isNegation) || statement.deniedValues.length > 0) return false;
  const named = knownWords(title);
  const tokens = tokensOf(text);
  if (tokens.some(({ word }) => isNegation(word)) || !tokens.some(({ stems }) => stems.some((stem) => named.has(stem))))
    return false;
  const known = new Set([...named, ...lookedUpWords, ...recoveringWords]);
  const left = leftWords(text, statement.stated, known).filter(({ word }) => !known.has(word));
  const reply = readReply(text, `${title}?`);
  return left.length === 0 && reply?.says === 'no' && reply.meetsPoint;
}
