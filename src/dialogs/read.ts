import { z } from 'zod';
import { changeTarget } from '../language/change-target.ts';
import { readChoice } from '../language/choices.ts';
import { readCommand } from '../language/commands.ts';
import { readDate } from '../language/dates.ts';
import { isDontKnow } from '../language/dont-know.ts';
import { readChoices } from '../language/multi-choice.ts';
import { readMonths } from '../language/numbers.ts';
import { readTimeOfDay } from '../language/times.ts';
import { readYesNo } from '../language/yes-no.ts';
import { nextDetail } from '../machines/details.ts';
import type { CustomerEvent } from '../machines/events.ts';
import { type Interview, standingOf } from '../machines/interview.ts';
import type { Answer, Conversation, DetailId } from '../machines/record.ts';
import { dayOf, instantAt, isInstant, isIsoDate } from '../policy/calendar.ts';
import { expectation } from '../policy/facts.ts';
import { UNKNOWN } from '../policy/variables.ts';
import { isDetail, readDetail } from './details.ts';
import { readPeriodEnd } from './period-end.ts';
import { type Question, questionOf, whyImpossible } from './questions.ts';

/** What a message can bring: its words, or the submit of a card. */
export interface Message {
  text?: string | undefined;
  value?: unknown;
}

const answerOfCard = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
/** A card's own inputs arrive beside `returns`, so its answer may stand there too. */
const submitSchema = z.object({
  returns: z.object({ questionId: z.string(), answer: answerOfCard.optional() }),
  answer: answerOfCard.optional(),
});

const unclear = { type: 'unclear', problem: { kind: 'not-understood' } } as const satisfies CustomerEvent;

/** Reads a message as what the customer does, given the question that is open. */
export function readMessage(interview: Interview, conversation: Conversation, message: Message): CustomerEvent {
  const { open } = conversation;
  const submit = submitSchema.safeParse(message.value);
  if (submit.success) {
    const { questionId, answer } = submit.data.returns;
    if (!open || open.id !== questionId) return { type: 'stale' };
    const question = questionOf(interview, conversation, open);
    const given = answer ?? submit.data.answer;
    return settle(interview, conversation, given === undefined ? unclear : readSubmitted(interview, question, given));
  }
  const text = message.text ?? '';
  if (!open) return readTextCommand(text) ?? readCorrection(interview, conversation, text) ?? unclear;
  const question = questionOf(interview, conversation, open);
  const event = isChoiceItself(question, text)
    ? readReply(interview, question, text)
    : (readTextCommand(text) ?? readCorrection(interview, conversation, text) ?? readReply(interview, question, text));
  if (question.id === 'offerHuman' && event.type === 'unclear') {
    return settle(interview, conversation, readWaitingReply(interview, conversation, text));
  }
  return settle(interview, conversation, event);
}

/** While a person is offered, an answer to the question that waits behind it is taken too. */
function readWaitingReply(interview: Interview, conversation: Conversation, text: string): CustomerEvent {
  const next = standingOf(interview, conversation);
  if (next.kind !== 'open') return unclear;
  const id = nextDetail(interview, conversation, next) ?? next.ask;
  return readReply(interview, questionOf(interview, conversation, { id, unclear: 0 }), text);
}

/** Refuses an answer that is impossible beside the others, and says why. */
function settle(interview: Interview, conversation: Conversation, event: CustomerEvent): CustomerEvent {
  if (event.type !== 'answer') return event;
  const because = whyImpossible(interview, conversation, event.answer);
  return because === undefined ? event : { type: 'unclear', problem: { kind: 'impossible', because } };
}

function readTextCommand(text: string): CustomerEvent | undefined {
  switch (readCommand(text)) {
    case 'human':
      return { type: 'human' };
    case 'back':
      return { type: 'back' };
    case 'start-over':
      return { type: 'startOver' };
    case 'help':
      return { type: 'help' };
    case 'change':
      return { type: 'change' };
    default:
      return undefined;
  }
}

/** "Change the date", "that date is wrong": a change of the fact that is named, if just one fits. */
function readCorrection(interview: Interview, conversation: Conversation, text: string): CustomerEvent | undefined {
  const target = changeTarget(text);
  if (target === undefined) return undefined;
  const { choices } = questionOf(interview, conversation, { id: 'changeWhich', unclear: 0 });
  const reading = readChoice(target, choices);
  if (reading.kind === 'choice') return { type: 'change', fact: reading.value };
  // "The serial number is wrong" may be an answer to the open question.
  return conversation.open ? undefined : { type: 'change' };
}

function isChoiceItself({ choices }: Question, text: string): boolean {
  const said = text.trim().toLowerCase();
  return choices.some(({ value, title }) => value.toLowerCase() === said || title.toLowerCase() === said);
}

function readSubmitted(interview: Interview, question: Question, given: z.infer<typeof answerOfCard>): CustomerEvent {
  const { fact, id } = question;
  if (fact?.type === 'set' && typeof given === 'string') {
    const members = given.split(',').map((member) => member.trim());
    if (members.every((member) => Object.hasOwn(fact.values, member))) return said(id, members);
  }
  if (fact && typeof given !== 'string' && expectation(fact, given) === undefined) return said(id, given);
  return readReply(interview, question, Array.isArray(given) ? given.join(', ') : String(given));
}

function readReply(interview: Interview, question: Question, text: string): CustomerEvent {
  if (question.id === 'changeWhich') {
    const reading = readChoice(text, question.choices);
    return reading.kind === 'choice' ? { type: 'change', fact: reading.value } : unclear;
  }
  if (question.id === 'offerHuman') return readOffer(text);
  if (isDetail(question.id)) return readDetailReply(question, question.id, text);
  const answer = readAnswer(interview, question, text);
  if (answer.type === 'unclear' && isDontKnow(text)) {
    return question.allowsUnknown
      ? said(question.id, UNKNOWN)
      : { type: 'unclear', problem: { kind: 'cannot-be-unknown' } };
  }
  return answer;
}

function readDetailReply(question: Question, id: DetailId, text: string): CustomerEvent {
  if (id !== 'item') {
    const details = readDetail(id, text);
    return details ? { type: 'detail', details } : unclear;
  }
  const reading = readChoice(text, question.choices);
  if (reading.kind === 'choice') return { type: 'detail', details: { item: reading.value } };
  return isDontKnow(text) ? { type: 'detail', details: { item: null } } : unclear;
}

function readOffer(text: string): CustomerEvent {
  const reading = readYesNo(text);
  return reading === 'yes' || reading === 'no' ? { type: reading } : unclear;
}

function readAnswer(interview: Interview, question: Question, text: string): CustomerEvent {
  const { id, choices, fact } = question;
  switch (fact?.type) {
    case 'choice': {
      const reading = readChoice(text, choices);
      return reading.kind === 'choice' ? said(id, reading.value) : unclear;
    }
    case 'set': {
      const reading = readChoices(text, choices);
      if (reading.kind === 'choices') return said(id, reading.values);
      return reading.kind === 'none-of-them' ? said(id, []) : unclear;
    }
    case 'yes-no': {
      const plain = text.trim().toLowerCase();
      if (plain === 'true' || plain === 'false') return said(id, plain === 'true');
      const reading = readYesNo(text, question.text);
      return reading === 'yes' || reading === 'no' ? said(id, reading === 'yes') : unclear;
    }
    case 'date':
      return fact.future ? readEnd(interview, id, text) : readDay(interview, id, text);
    case 'instant':
      return readInstant(interview, id, text);
    case 'months': {
      const months = readMonths(text);
      if (months !== undefined && months <= fact.max) return said(id, months);
      const until = endOf(interview, id);
      return until === undefined ? unclear : readEnd(interview, until, text);
    }
    default:
      return unclear;
  }
}

function readDay(interview: Interview, id: string, text: string): CustomerEvent {
  const reading = readDate(text, { today: interview.today });
  switch (reading.kind) {
    case 'date':
      return said(id, reading.value);
    case 'ambiguous':
      return { type: 'ambiguous', candidates: reading.values };
    case 'future':
      return { type: 'unclear', problem: { kind: 'future-date', date: reading.value } };
    case 'range':
      return { type: 'unclear', problem: { kind: 'not-one-day', from: reading.from, to: reading.to } };
    case 'none':
      return unclear;
  }
}

/** A day, with its time if one is said: a time of the shop's clock. */
function readInstant(interview: Interview, id: string, text: string): CustomerEvent {
  if (isInstant(text.trim())) return notYet(interview, text.trim()) ?? said(id, text.trim());
  const timed = readTimeOfDay(text);
  const day = readDay(interview, id, timed?.rest ?? text);
  if (!timed || day.type !== 'answer') return day;
  const instant = instantAt(day.answer.value as string, timed.time, interview.policy.file.timeZone);
  return notYet(interview, instant) ?? said(id, instant);
}

function notYet({ policy, today, now }: Interview, instant: string): CustomerEvent | undefined {
  const date = dayOf(instant, policy.file.timeZone);
  const isAhead = now === undefined ? date > today : Date.parse(instant) > Date.parse(now);
  return isAhead ? { type: 'unclear', problem: { kind: 'future-date', date } } : undefined;
}

/** A day that ends a period may lie ahead; its length in months is understood as well. */
function readEnd(interview: Interview, id: string, text: string): CustomerEvent {
  const iso = text.trim();
  if (isIsoDate(iso)) return said(id, iso);
  const months = lengthOf(interview, id);
  const length = readMonths(text);
  if (months !== undefined && length !== undefined) return said(months, length);
  const reading = readPeriodEnd(text, interview.today);
  if (reading.kind === 'day') return said(id, reading.value);
  return reading.kind === 'ambiguous' ? { type: 'ambiguous', candidates: reading.values } : unclear;
}

/** The date form of a period whose months form this is. */
function endOf(interview: Interview, months: string): string | undefined {
  return Object.values(interview.policy.file.derived).find(
    ({ length }) => 'months' in length && length.months === months,
  )?.until;
}

/** The months form of a period whose date form this is. */
function lengthOf(interview: Interview, until: string): string | undefined {
  const derived = Object.values(interview.policy.file.derived).find((period) => period.until === until);
  return derived && 'months' in derived.length && typeof derived.length.months === 'string'
    ? derived.length.months
    : undefined;
}

function said(fact: string, value: Answer['value']): CustomerEvent {
  return { type: 'answer', answer: { fact, value, source: 'said' } };
}
