import type { InferredFact, Statement as ReadStatement, Span } from '../../../language/statement/statement.ts';
import { plainText } from '../../../language/text/plain-text.ts';
import { isOpenCase } from '../../../machines/case.ts';
import { type Digression, nothingStated, type Statement } from '../../../machines/events.ts';
import { type Interview, knownAnswers } from '../../../machines/interview.ts';
import type { Answer, Conversation, Details } from '../../../machines/record/record.ts';
import { rangeOf } from '../answers/ranges.ts';
import { correctingLead } from './correcting.ts';
import { isElsewhere } from './digressions.ts';
import type { Evidence } from './evidence.ts';
import { statesReason } from './reasons.ts';
import { withHour } from './stated-hour.ts';

/** A day, or what takes something back, in so few words belongs to an answer, and is not beyond us. */
export const shortPiece = 7;

/** What a message states of the case, as far as it is about the case at all. */
export function statedIn(interview: Interview, conversation: Conversation, evidence: Evidence): Statement {
  const { statement: read } = evidence;
  const about = aboutIn(evidence);
  const isCorrection = evidence.takesBack;
  if (isElsewhere(evidence) && !isAboutCase(interview, conversation, evidence))
    return { ...nothingStated, isCorrection, ...detailsIn(interview, conversation, evidence), ...(about && { about }) };
  const open = conversation.open?.id;
  const facts = read.facts.filter(
    (one) =>
      (isHigh(one) || one.fact === open || isCounted(evidence, one)) &&
      !((one.isImplied || isOfConcern(evidence, one)) && isKnown(conversation, one.fact)),
  );
  const listed = open === undefined ? undefined : listReply(interview, open, conversation.mentioned[open] ?? [], read);
  return {
    inferred: [
      ...facts
        .filter(({ range }) => !range)
        .map(({ fact, value }) => withHour(interview, evidence, { fact, value, source: 'inferred' })),
      ...wholeSets(interview, conversation, read),
      ...(listed ? [listed] : []),
    ],
    ranges: facts.flatMap(({ fact, range }) => {
      const days = range && rangeOf(interview, fact, range);
      return days ? [{ ...days, source: 'inferred' } as const] : [];
    }),
    mentioned: mentionedIn(read.mentioned.filter((one) => one.fact !== listed?.fact)),
    ...detailsIn(interview, conversation, evidence),
    isCorrection,
    ...((listed || facts.some((one) => !isHigh(one))) && { isUnsure: true }),
    ...(facts.some((one) => one.isProposal) && { isProposal: true }),
    ...(about && { about }),
  };
}

/** The members that a message says something of, as an answer to their checklist; what it leaves out is not so. */
export function listReply(
  { policy }: Interview,
  id: string,
  known: readonly string[],
  read: ReadStatement,
): Answer | undefined {
  const fact = policy.file.facts[id];
  if (fact?.type !== 'set' || read.isWholeSet.includes(id)) return undefined;
  const own = (list: readonly { fact: string; value: string }[]): string[] =>
    list.filter((one) => one.fact === id).map(({ value }) => value);
  const [named, denied] = [own(read.mentioned), own(read.denied)];
  if (named.length + denied.length === 0) return undefined;
  const all = [...named, ...known].filter((value) => !denied.includes(value));
  const value = Object.keys(fact.values).filter((one) => all.includes(one));
  return { fact: id, value, source: 'inferred' };
}

/** True if a message states nothing of the case. */
export function isEmpty({ answer, inferred, ranges, mentioned, details, orderNumbers = [] }: Statement): boolean {
  const named = Object.keys(mentioned).length + Object.keys(details).length + orderNumbers.length;
  return answer === undefined && inferred.length + ranges.length + named === 0;
}

/** What says something to the open question, or little but a fact, is about the case, whatever else it sounds like. */
function isAboutCase(interview: Interview, conversation: Conversation, evidence: Evidence): boolean {
  const { open } = conversation;
  const { statement, text, words, takesBack } = evidence;
  const { facts, mentioned, denied } = statement;
  const isAnswering = [facts, mentioned, denied].some((list) => list.some(({ fact }) => fact === open?.id));
  const isPiece = words <= shortPiece && !text.includes('?');
  const known = knownAnswers(interview, conversation);
  // "Looking at my receipt, it says full price": what differs from what was said before is said to correct it.
  const isOtherwise = facts.some(
    (one) => isHigh(one) && known.some(({ fact, value }) => fact === one.fact && value !== one.value),
  );
  return (
    isAnswering ||
    isOtherwise ||
    ((isPiece || takesBack) && facts.some(isHigh)) ||
    facts.some(({ fact }) => statesReason(interview.policy.file.facts[fact]))
  );
}

/** True of a fact that is answered: what is only concluded corrects nothing. */
function isKnown({ answers, ranges }: Conversation, id: string): boolean {
  return [...answers, ...ranges].some(({ fact }) => fact === id);
}

/** "I was charged twice" tells a worry, and no other reason than the one that was given. */
function isOfConcern({ concerns }: Evidence, { spans }: InferredFact): boolean {
  const isIn = (one: Span): boolean => concerns.some(({ start, end }) => start < one.end && one.start < end);
  return concerns.length > 0 && spans.length > 0 && spans.every(isIn);
}

/** "4 days after I ordered it on the 10th" is a day, to be shown back, whatever is asked. */
function isCounted({ days }: Evidence, { value }: InferredFact): boolean {
  return days.some(({ isCounted, reading }) => isCounted && reading.kind === 'date' && reading.value === value);
}

function isHigh({ confidence }: InferredFact): boolean {
  return confidence === 'high';
}

/** What a message is about beside the case: an answered question first, then what has a door of its own. */
function aboutIn({ clauseQuestion: question, concerns: [concern], statement }: Evidence): Digression | undefined {
  if (statement.isAboutSeveral) return { kind: 'several-items' };
  if (question?.kind === 'answered')
    return { kind: 'policy-question', clauses: question.clauses, facts: question.facts };
  if (concern) return { kind: concern.kind };
  return question && { kind: 'unanswered-question' };
}

function mentionedIn(members: readonly { fact: string; value: string }[]): Record<string, string[]> {
  const byFact = Object.groupBy(members, ({ fact }) => fact);
  return Object.fromEntries(
    Object.entries(byFact).map(([fact, named = []]) => [fact, [...new Set(named.map(({ value }) => value))]]),
  );
}

/** The sets of which a message says all that there is to say. */
function wholeSets({ policy }: Interview, { mentioned }: Conversation, read: ReadStatement): Answer[] {
  return Object.entries(policy.file.facts).flatMap(([id, fact]) => {
    if (fact.type !== 'set') return [];
    const members = Object.keys(fact.values);
    const isIn = (list: readonly { fact: string; value: string }[], value: string): boolean =>
      list.some((one) => one.fact === id && one.value === value);
    const named = members.filter((value) => isIn(read.mentioned, value) || mentioned[id]?.includes(value));
    const isWhole =
      read.isWholeSet.includes(id) || members.every((value) => named.includes(value) || isIn(read.denied, value));
    return isWhole ? [{ fact: id, value: named, source: 'inferred' as const }] : [];
  });
}

/** The details that a message names, whatever else it is about. */
function detailsIn(
  interview: Interview,
  conversation: Conversation,
  evidence: Evidence,
): Pick<Statement, 'details' | 'orderNumbers'> {
  const { orderNumbers } = evidence.statement;
  const isAskedBack = interview.lookUps.orders && !conversation.order && orderNumbers.length > 0;
  return { details: usableDetails(interview, conversation, evidence), ...(isAskedBack && { orderNumbers }) };
}

/**
 * The details that are new: for people where a case waits, else those that can be looked up. A second order number
 * counts where it takes the first one back, or is all that is said.
 */
function usableDetails(
  { lookUps }: Interview,
  { details, order, case: filed }: Conversation,
  { statement: { details: read, withoutDetails }, takesBack }: Evidence,
): Details {
  const isForPeople = filed !== undefined && isOpenCase(filed);
  const forOrder = isForPeople || (lookUps.orders && (!order || takesBack || isNothingElse(withoutDetails)));
  const { orderNumber, email, serialNumber } = read;
  return {
    ...(forOrder && orderNumber && orderNumber !== details.orderNumber && { orderNumber }),
    // An address is where people can write to, whatever can be looked up.
    ...(email && email !== details.email && { email }),
    // The form asks for it, if nothing looks it up.
    ...(serialNumber && serialNumber !== details.serialNumber && { serialNumber }),
  };
}

/** True if nothing is said beside the details but that they come instead, such as "oh,". */
function isNothingElse(withoutDetails: string): boolean {
  const plain = plainText(withoutDetails, 200).trim();
  return !/[\p{L}\p{N}]/u.test(plain.slice(correctingLead(plain).length));
}
