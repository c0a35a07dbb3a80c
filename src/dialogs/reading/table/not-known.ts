import { readDontKnow } from '../../../language/commands/dont-know.ts';
import { isUnreadable } from '../../../language/commands/unreadable.ts';
import { leftWords } from '../../../language/coverage/coverage.ts';
import type { Span } from '../../../language/statement/statement.ts';
import { clausesOf } from '../../../language/text/account.ts';
import { asksForTime } from '../../../language/yes-no/reactions.ts';
import type { CustomerEvent } from '../../../machines/events.ts';
import type { Answer } from '../../../machines/record/record.ts';
import { UNKNOWN } from '../../../policy/engine/diagram/variables.ts';
import { isDetail } from '../answers/details.ts';
import { isEmpty } from '../evidence/stated.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';
import { stating } from './statements.ts';

/** A clause that says "I don't know", where nothing else in the message answers: the rest tells why. */
export const notKnown: Row = {
  name: 'not-known',
  read: (reading) => {
    const spans = isUnanswered(reading) ? unknowing(reading) : undefined;
    return spans && unknown(reading, spans);
  },
};

/** True if no recogniser finds an answer to the open question. */
function isUnanswered({ direct, statement, question, range, digression, evidence }: Reading): boolean {
  const hasNone = direct.type === 'detail' && Object.values(direct.details).every((value) => value === null);
  const isNotUnderstood = direct.type === 'unclear' && direct.problem.kind === 'not-understood';
  if ((!isNotUnderstood && !hasNone) || range) return false;
  if (question && isDetail(question.id) && asksForTime(evidence.text)) return false;
  const { facts, mentioned, denied } = evidence.statement;
  const isOwn = ({ fact }: { fact: string }): boolean => fact === question?.id;
  // What only sounds like something is no answer where the customer says that there is none.
  const told = facts.filter(({ value, isProposal }) => value !== UNKNOWN && !isProposal);
  const isNamed = [...told, ...mentioned, ...denied].some(isOwn);
  return !isNamed && !statement.about && digression?.type !== 'human';
}

/** The characters that say so, where what is left of the message neither doubts it nor counts. */
function unknowing({ question, evidence: { text, days } }: Reading): readonly Span[] | undefined {
  const account = readDontKnow(text, question?.text);
  if (!account) return undefined;
  const left = leftWords(text, [...account.spans, ...days.flatMap(({ places }) => places)]);
  return left.every(({ kind }) => kind !== 'number') ? account.spans : undefined;
}

function unknown(
  { question, statement: whole, evidence, conversation }: Reading,
  unknowing: readonly Span[],
): CustomerEvent | undefined {
  if (!question) return undefined;
  const tellsUnreadable = clausesOf(evidence.text).some((clause) => isUnreadable(clause.text));
  // "It's in the mail, I'd have to look": the words that say so state nothing of the case.
  const isOfNotKnowing = ({ spans }: { spans: readonly Span[] }): boolean =>
    (isDetail(question.id) || tellsUnreadable) &&
    spans.length > 0 &&
    spans.every((one) => unknowing.some(({ start, end }) => start < one.end && one.start < end));
  const proposed = evidence.statement.facts
    .filter((one) => one.isProposal || isOfNotKnowing(one))
    .map(({ fact }) => fact);
  const statement = { ...whole, inferred: whole.inferred.filter(({ fact }) => !proposed.includes(fact)) };
  const { id, fact, allowsUnknown } = question;
  if (isDetail(id)) {
    const details = { ...statement.details, [id]: null };
    return isEmpty({ ...statement, details: {} }) ? { type: 'detail', details } : stating(statement, { details });
  }
  if (!fact) return undefined;
  const isNews = ({ fact: of, value }: Answer): boolean =>
    !conversation.answers.some((one) => one.fact === of && one.value === value);
  if (!allowsUnknown)
    return isEmpty({ ...statement, inferred: statement.inferred.filter(isNews) })
      ? { type: 'unclear', problem: { kind: 'cannot-be-unknown' } }
      : stating(statement, {});
  const answer = { fact: id, value: UNKNOWN, source: 'stated' } as const;
  const inferred = statement.inferred.filter((one) => one.fact !== id);
  const rest = { ...statement, inferred };
  return isEmpty(rest) ? { type: 'answer', answer } : stating(rest, { answer });
}
