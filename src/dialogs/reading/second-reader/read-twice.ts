import { type CustomerEvent, nothingStated, type Statement } from '../../../machines/events.ts';
import { type Interview, knownAnswers } from '../../../machines/interview.ts';
import type { Answer, Conversation } from '../../../machines/record/record.ts';
import { questionOf } from '../../wording/questions.ts';
import { wordCount } from '../evidence/word-count.ts';
import type { LlmReader, LlmRequest } from './reader.ts';

type Reading = NonNullable<Awaited<ReturnType<LlmReader>>>;

/** Replies of fewer words are answers or nothing; a second reader would only guess. */
const worthReading = 4;
/** An answer in fewer words is nothing but an answer. */
const mayHoldMore = 9;

/**
 * A second reading of a message beside our own: only facts that nobody has told yet, and each of them
 * is confirmed by the customer at once. It answers no question, opens nothing, and changes nothing that is decided.
 */
export async function readTwice(
  interview: Interview,
  conversation: Conversation,
  { event, text }: { event: CustomerEvent; text: string },
  reader: (request: LlmRequest) => Promise<Reading | undefined>,
): Promise<CustomerEvent> {
  const { open } = conversation;
  const words = wordCount(text);
  if (!open || !canBeRead(event) || words < (event.type === 'answer' ? mayHoldMore : worthReading)) return event;
  const { policy, today } = interview;
  const openQuestion = { id: open.id, text: questionOf(interview, conversation, open).text };
  const reading = await reader({ policy: policy.file, text, openQuestion, today });
  return reading ? withReading(interview, conversation, event, reading) : event;
}

/** A message that was read as a whole, as a command is, needs no second reading; nor does a yes or a no. */
function canBeRead(event: CustomerEvent): boolean {
  return event.type === 'unclear' || event.type === 'statement' || event.type === 'answer' || isVague(event);
}

function isVague(event: CustomerEvent): boolean {
  return event.type === 'digress' && (event.about.kind === 'no-reason' || event.about.kind === 'out-of-scope');
}

function withReading(
  interview: Interview,
  conversation: Conversation,
  event: CustomerEvent,
  reading: Reading,
): CustomerEvent {
  const own: Statement =
    event.type === 'statement' ? event : { ...nothingStated, ...(event.type === 'answer' && { answer: event.answer }) };
  const stated = new Set(
    [...knownAnswers(interview, conversation), ...own.inferred, ...own.ranges, ...(own.answer ? [own.answer] : [])].map(
      ({ fact }) => fact,
    ),
  );
  const fresh = reading.facts.filter(
    ({ fact }) => !stated.has(fact) && !conversation.ranges.some((one) => one.fact === fact),
  );
  const lists = fresh.filter(({ value }) => Array.isArray(value));
  const inferred = fresh
    .filter(({ value }) => !Array.isArray(value))
    .map(({ fact, value }): Answer => ({ fact, value, source: 'inferred' }));
  const mentioned = Object.fromEntries(lists.map(({ fact, value }) => [fact, value as string[]]));
  if (fresh.length === 0) {
    const wantsPerson = (event.type === 'unclear' || isVague(event)) && reading.intent === 'talk_to_human';
    return wantsPerson ? { type: 'offerHuman' } : event;
  }
  // What the first reading has no use for, the second may have.
  const { unusedDays: _, ...statement }: Statement & Pick<CustomerEvent, 'unusedDays'> = own;
  return {
    ...statement,
    type: 'statement',
    inferred: [...own.inferred, ...inferred],
    mentioned: { ...mentioned, ...own.mentioned },
    ...(inferred.length > 0 && { isUnsure: true }),
  };
}
