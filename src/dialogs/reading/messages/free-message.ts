import { declinesPerson } from '../../../language/commands/declined-person.ts';
import { readDate } from '../../../language/dates/dates.ts';
import { type Intent, readIntent } from '../../../language/intents/intents.ts';
import { readClauseQuestion } from '../../../language/policy-questions/policy-questions.ts';
import {
  type InferredFact,
  type Statement as ReadStatement,
  readStatement,
} from '../../../language/statement/statement.ts';
import { plainText } from '../../../language/text/plain-text.ts';
import type { CustomerEvent, Digression, Statement } from '../../../machines/events.ts';
import type { Interview } from '../../../machines/interview.ts';
import type { Answer, Conversation, Details } from '../../../machines/record/record.ts';
import type { Fact } from '../../../policy/format/schema.ts';
import { readingOf } from '../fact-types/fact-readings.ts';
import { lexiconOf, questionIndexOf } from '../vocabulary.ts';
import { wordCount } from './word-count.ts';

/** A message in the customer's own words: its statement and its intent. */
export interface FreeMessage {
  statement: Statement;
  event?: CustomerEvent;
}

type Intents = ReturnType<typeof readIntent>;

/** So sure must the classifier be that a message is a request or a digression. */
const sure = 0.6;
/** Confidence from which a customer is asked if a person is wanted. */
const wantsPersonPerhaps = 0.4;
const wantsPerson = 0.75;
/** Confidence from which a person is wanted: who also states something of the case may just mention people. */
const surelyPerson = 0.9;
/** So sure that what such a message seems to state is not meant. */
const surelyElsewhere = 0.8;

/** A reply of fewer words tells of nothing else; it is just not understood. */
const telling = 3;
/** A day, or what takes something back, in so few words belongs to an answer, and is not beyond us. */
const shortPiece = 7;

const digressions: Partial<Record<Intent, Digression['kind']>> = {
  greeting: 'greeting',
  thanks: 'thanks',
  goodbye: 'goodbye',
  abuse: 'abuse',
  out_of_scope: 'out-of-scope',
  refund_status: 'refund-status',
  case_status: 'case-status',
};
const elsewhere = new Set<Intent>(['out_of_scope', 'refund_status', 'case_status']);

/** The reading of a message that says that no person is wanted. */
const nobodyWanted: Intents = { intent: 'out_of_scope', confidence: 0, ranking: [] };

const correcting =
  /\b(?:actually|sorry|i meant?|correction|my mistake|mistaken|instead|wait|scratch that|not quite|rather|wrong)\b|^(?:no|nope)\b/;

/** Reads a free message beside the question that is open, if one is; `isAnswered`: it answers that already. */
export function readFree(
  interview: Interview,
  conversation: Conversation,
  text: string,
  isAnswered = false,
): FreeMessage {
  const { policy, today } = interview;
  const open = conversation.open?.id;
  const fact = open === undefined ? undefined : policy.file.facts[open];
  const read = readStatement(lexiconOf(policy.file), text, { today, ...(fact && open !== undefined && { open }) });
  const reading = declinesPerson(text) ? nobodyWanted : readIntent(text);
  const { intent, confidence } = reading;
  const isHigh = (one: InferredFact): boolean => one.confidence === 'high';
  const question = readClauseQuestion(questionIndexOf(policy.file), text);
  const about = question && digressionOf(question);
  const isOwn = (one: { fact: string }): boolean => one.fact === open;
  const isAnswering = [read.facts, read.mentioned, read.denied].some((list) => list.some(isOwn));
  const isPiece = wordCount(text) <= shortPiece && !text.includes('?');
  const isAway = elsewhere.has(intent) && confidence >= surelyElsewhere;
  // What says something to the open question, or little but a fact, is about the case, whatever else it sounds like.
  const isAboutCase = isAnswering || (isPiece && read.facts.some(isHigh)) || read.facts.some(claims(interview));
  const isElsewhere = isAway && !isAboutCase;
  const facts = isElsewhere ? [] : read.facts.filter((one) => isHigh(one) || one.fact === open);
  const listed = isElsewhere ? undefined : listReply(interview, conversation, read);
  const days = facts.flatMap(({ fact: id, range }) =>
    range ? [{ fact: id, from: range.from, to: earlier(range.to, today), source: 'inferred' } as const] : [],
  );
  const statement: Statement = {
    inferred: [
      ...facts
        .filter(({ range }) => !range)
        .map(({ fact: id, value }): Answer => ({ fact: id, value, source: 'inferred' })),
      ...(isElsewhere ? [] : wholeSets(interview, conversation, read)),
      ...(listed ? [listed] : []),
    ],
    ranges: days,
    mentioned: mentionedIn(isElsewhere ? [] : read.mentioned.filter((one) => one.fact !== listed?.fact)),
    details: isElsewhere ? {} : usableDetails(interview, conversation, read.details),
    isCorrection: correcting.test(plainText(text, 200)),
    ...((listed || facts.some((one) => !isHigh(one))) && { isUnsure: true }),
    ...(about && { about }),
  };
  const isForPerson = confidence >= (isEmpty(statement) && !isAnswered ? wantsPerson : surelyPerson);
  if (intent === 'talk_to_human' && isForPerson) return { statement, event: { type: 'human' } };
  const isAnswerPiece = isPiece && (correcting.test(plainText(text, 200)) || readDate(text, { today }).kind !== 'none');
  const event = about ? ({ type: 'digress', about } as const) : eventOf(reading, text, { open: fact, isAnswerPiece });
  return { statement, ...(event && { event }) };
}

/** True if a message states nothing of the case. */
export function isEmpty({ answer, inferred, ranges, mentioned, details }: Statement): boolean {
  const named = Object.keys(mentioned).length + Object.keys(details).length;
  return answer === undefined && inferred.length + ranges.length + named === 0;
}

function digressionOf(question: NonNullable<ReturnType<typeof readClauseQuestion>>): Digression {
  if (question.kind === 'unanswered') return { kind: 'unanswered-question' };
  return { kind: 'policy-question', clauses: question.clauses, facts: question.facts };
}

/** The classifier's event for a message that states nothing. */
function eventOf(
  { intent, confidence, ranking }: Intents,
  text: string,
  { open, isAnswerPiece }: { open: Fact | undefined; isAnswerPiece: boolean },
): CustomerEvent | undefined {
  if (intent === 'talk_to_human' && confidence >= wantsPersonPerhaps) return { type: 'offerHuman' };
  if (confidence < sure) return undefined;
  const kind = digressions[intent];
  const isSocial = kind !== undefined && !elsewhere.has(intent);
  if (intent === 'out_of_scope' && isAnswerPiece) return undefined;
  if (!isSocial && wordCount(text) < telling) return undefined;
  if (kind) return { type: 'digress', about: { kind } as Digression };
  const asksReason = open !== undefined && hasClaims(open);
  const isNearReturn = ranking.slice(0, 2).some((one) => one.intent === 'return_unspecified');
  if (asksReason && (intent === 'return_unspecified' || intent === 'cancel_order' || isNearReturn))
    return { type: 'digress', about: { kind: 'no-reason' } };
  if (intent === 'policy_question') return { type: 'digress', about: { kind: 'unanswered-question' } };
  return undefined;
}

/** True if a fact that was inferred says what is wrong. */
function claims({ policy }: Interview): (inferred: InferredFact) => boolean {
  return ({ fact }) => hasClaims(policy.file.facts[fact]);
}

function hasClaims(fact: Fact | undefined): boolean {
  return (
    fact !== undefined &&
    readingOf(fact)
      .intents(fact)
      .some(({ intents }) => intents.length > 0)
  );
}

function mentionedIn(members: { fact: string; value: string }[]): Record<string, string[]> {
  const byFact = Object.groupBy(members, ({ fact }) => fact);
  return Object.fromEntries(
    Object.entries(byFact).map(([fact, named = []]) => [fact, [...new Set(named.map(({ value }) => value))]]),
  );
}

/** A reply to a checklist in other words than its own; what it leaves out is taken not to be so. */
function listReply({ policy }: Interview, { open, mentioned }: Conversation, read: ReadStatement): Answer | undefined {
  const fact = open && policy.file.facts[open.id];
  if (fact?.type !== 'set' || read.isWholeSet.includes(open?.id ?? '')) return undefined;
  const own = (list: { fact: string; value: string }[]): string[] =>
    list.filter((one) => one.fact === open?.id).map(({ value }) => value);
  const [named, denied] = [own(read.mentioned), own(read.denied)];
  if (!open || named.length + denied.length === 0) return undefined;
  const all = [...named, ...(mentioned[open.id] ?? [])].filter((value) => !denied.includes(value));
  const value = Object.keys(fact.values).filter((one) => all.includes(one));
  return { fact: open.id, value, source: 'inferred' };
}

/** The sets of which a message says all that there is to say. */
function wholeSets({ policy }: Interview, { mentioned }: Conversation, read: ReadStatement): Answer[] {
  return Object.entries(policy.file.facts).flatMap(([id, fact]) => {
    if (fact.type !== 'set') return [];
    const members = Object.keys(fact.values);
    const isIn = (list: { fact: string; value: string }[], value: string): boolean =>
      list.some((one) => one.fact === id && one.value === value);
    const named = members.filter((value) => isIn(read.mentioned, value) || mentioned[id]?.includes(value));
    const isWhole =
      read.isWholeSet.includes(id) || members.every((value) => named.includes(value) || isIn(read.denied, value));
    return isWhole ? [{ fact: id, value: named, source: 'inferred' as const }] : [];
  });
}

/** The details that can be looked up, and were not given before. */
function usableDetails(
  { lookUps }: Interview,
  { details, order }: Conversation,
  { orderNumber, email, serialNumber }: Details,
): Details {
  const forOrder = lookUps.orders && !order;
  const forWarranty = lookUps.warranties === 'always' || (lookUps.warranties === 'with-order' && order !== undefined);
  return {
    ...(forOrder && !details.orderNumber && orderNumber && { orderNumber }),
    ...(forOrder && !details.email && email && { email }),
    ...(forWarranty && !details.serialNumber && serialNumber && { serialNumber }),
  };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
