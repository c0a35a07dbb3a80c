import { saysRestIsNone } from '../../../language/choices/none-of-them.ts';
import { knownWords, leftWords } from '../../../language/coverage/coverage.ts';
import type { Span } from '../../../language/statement/statement.ts';
import { segmentsOf } from '../../../language/text/segments.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Answer } from '../../../machines/record/record.ts';
import { isEmpty } from '../evidence/stated.ts';
import { isCostly } from './costly.ts';
import type { Reading } from './reading.ts';
import { answersOtherwise, stating } from './statements.ts';

/** So many words in a part of a reply may colour the member that it names: "torn on the left side"; none where that is costly. */
const maxColouring = 4;

/**
 * A checklist answered in the customer's own words, taken at once where every part of the reply names a member, denies
 * one, or says that the rest is not so: what a part says that nothing accounts for may be one more of the list.
 */
export function readOwnWordsList(reading: Reading): CustomerEvent | undefined {
  const { statement, evidence, question, digression, conversation } = reading;
  if (question?.fact?.type !== 'set' || statement.about || digression?.type === 'human') return undefined;
  const answer = statement.inferred.find(({ fact }) => fact === question.id);
  const isFirst = conversation.mentioned[question.id] === undefined;
  const isNamed = evidence.statement.mentioned.some(({ fact }) => fact === question.id);
  if (!answer || !isFirst || !isNamed || answersOtherwise(reading, answer)) return undefined;
  const colouring = isCostly(reading, answer) ? 0 : maxColouring;
  if (!isAlone(reading, answer) || !isAccountedFor(reading, colouring)) return undefined;
  const { [question.id]: _, ...others } = statement.mentioned;
  const { isUnsure: __, ...rest } = { ...statement, inferred: [], mentioned: others };
  const stated: Answer = { ...answer, source: 'stated' };
  return isEmpty(rest) ? { type: 'answer', answer: stated } : stating(rest, { answer: stated });
}

/** True if the reply says nothing new of other facts: that has to be shown back, and the list along with it. */
function isAlone({ statement, conversation }: Reading, own: Answer): boolean {
  const isKnown = ({ fact, value }: Answer): boolean =>
    conversation.answers.some((one) => one.fact === fact && one.value === value);
  return statement.ranges.length === 0 && statement.inferred.every((one) => one === own || isKnown(one));
}

function isAccountedFor({ evidence, question }: Reading, colouring: number): boolean {
  const { text, statement } = evidence;
  const spans = [...statement.stated, ...statement.detailSpans];
  const known = knownWords(question?.text ?? '');
  const parts = segmentsOf(text);
  const isRest = ({ start, end }: Span): boolean => saysRestIsNone(text.slice(start, end));
  const others = parts.filter((part) => !isRest(part));
  // "The rest is fine" is about others, and is meant so here.
  const isMeant = ({ spans: of }: { spans: Span[] }): boolean =>
    of.every((span) => !others.some((part) => within(part, span).length > 0));
  // "They itched, other than that nothing": where nothing else is so, a part more only explains.
  const isClosed = parts.slice(1).some(isRest);
  if (!statement.dropped.every(isMeant)) return false;
  return others.every((part) => {
    const own = spans.flatMap((span) => within(part, span));
    const left = leftWords(text.slice(part.start, part.end), own, known);
    return left.every(({ kind }) => kind === 'content') && left.length <= (own.length > 0 || isClosed ? colouring : 0);
  });
}

/** The characters of a span that lie within a part, counted from its beginning. */
function within(part: Span, { start, end }: Span): Span[] {
  const [from, to] = [Math.max(start, part.start), Math.min(end, part.end)];
  return from < to ? [{ start: from - part.start, end: to - part.start }] : [];
}
