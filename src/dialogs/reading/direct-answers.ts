import { readChoice } from '../../language/choices/choices.ts';
import { readChoices } from '../../language/choices/multi-choice.ts';
import { isDontKnow } from '../../language/commands/dont-know.ts';
import { readDate } from '../../language/dates/dates.ts';
import { readTimeOfDay } from '../../language/dates/times.ts';
import { readMonths } from '../../language/numbers/numbers.ts';
import { plainAnswer } from '../../language/text/plain-text.ts';
import { readYesNo } from '../../language/yes-no/yes-no.ts';
import type { CustomerEvent } from '../../machines/events.ts';
import { nothingStated } from '../../machines/events.ts';
import type { Interview } from '../../machines/interview.ts';
import type { Answer, DetailId } from '../../machines/record/record.ts';
import { dayOf, instantAt, isInstant, isIsoDate } from '../../policy/calendar.ts';
import { expectation } from '../../policy/engine/facts.ts';
import { UNKNOWN } from '../../policy/engine/variables.ts';
import { monthsFactOf } from '../../policy/format/period-schema.ts';
import type { Question } from '../wording/questions.ts';
import { isDetail, readDetail } from './details.ts';
import { readPeriodEnd } from './period-end.ts';

export const unclear = { type: 'unclear', problem: { kind: 'not-understood' } } as const satisfies CustomerEvent;

/** Reads what a card submits for the question. */
export function readSubmitted(
  interview: Interview,
  question: Question,
  given: string | number | boolean | string[],
): CustomerEvent {
  const { fact, id } = question;
  if (fact?.type === 'set' && typeof given === 'string') {
    const members = given.split(',').map((member) => member.trim());
    if (members.every((member) => Object.hasOwn(fact.values, member))) return said(id, members);
  }
  if (fact && typeof given !== 'string' && expectation(fact, given) === undefined) return said(id, given);
  return readReply(interview, question, Array.isArray(given) ? given.join(', ') : String(given));
}

/** Reads a reply as an answer to the question, and to nothing else. */
export function readReply(interview: Interview, question: Question, text: string): CustomerEvent {
  if (question.id === 'changeWhich') {
    const reading = readChoice(text, question.choices);
    return reading.kind === 'choice' ? { type: 'change', fact: reading.value } : unclear;
  }
  if (question.id === 'offerHuman' || question.id === 'confirm') return readAgreement(question, text);
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

function readAgreement({ id, text: asked }: Question, text: string): CustomerEvent {
  // What was shown back is right as a whole, or not: "yes, but …" does not agree.
  const reading = readYesNo(text, id === 'confirm' ? 'Is all of that right?' : asked);
  // "Wait, yes" to what is shown back may answer what was asked before.
  if (id === 'confirm' && reading === 'yes' && hesitating.test(text)) return unclear;
  return reading === 'yes' || reading === 'no' ? { type: reading } : unclear;
}

const hesitating = /\b(?:wait|actually|sorry|hold on|oops|i meant?)\b/i;

function readAnswer(interview: Interview, question: Question, text: string): CustomerEvent {
  const { id, choices, fact } = question;
  switch (fact?.type) {
    case 'choice': {
      const reading = readChoice(text, choices);
      if (reading.kind !== 'choice') return unclear;
      if (!reading.certainty) return said(id, reading.value);
      const inferred: Answer = { fact: id, value: reading.value, source: 'inferred' };
      return reading.certainty === 'vague' ? inDoubt(inferred) : roughly(inferred);
    }
    case 'set': {
      if (question.mentioned && isNothingElse(text)) return said(id, question.mentioned);
      const reading = readChoices(text, choices);
      if (reading.kind === 'choices') {
        // "The seal is intact" names what is asked, and says that it is not so.
        return reading.certainty
          ? inDoubt({ fact: id, value: reading.values, source: 'inferred' })
          : said(id, reading.values);
      }
      if (reading.kind !== 'none-of-them') return unclear;
      // After something was mentioned, "none" may mean "nothing else".
      return question.mentioned ? inDoubt({ fact: id, value: [], source: 'inferred' }) : said(id, []);
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
      return until === undefined ? unclear : readEndOfLength(interview, until, text);
    }
    default:
      return unclear;
  }
}

function readDay(interview: Interview, id: string, text: string): CustomerEvent {
  const reading = readDate(text, { today: interview.today });
  switch (reading.kind) {
    case 'date':
      // "About two years ago" names a day that was not named; "two years ago" is taken at its word, and shown.
      return reading.approximate && hedged.test(text)
        ? roughly({ fact: id, value: reading.value, source: 'inferred' })
        : said(id, reading.value);
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

/** A day in answer to how long a period is; one that is past may be the day it began, unless the end is named. */
function readEndOfLength(interview: Interview, until: string, text: string): CustomerEvent {
  const end = readEnd(interview, until, text);
  if (end.type !== 'answer' || isIsoDate(text.trim()) || ending.test(text)) return end;
  const isPast = typeof end.answer.value === 'string' && end.answer.value < interview.today;
  return isPast ? inDoubt({ ...end.answer, source: 'inferred' }) : end;
}

const ending =
  /\b(?:un?til|till?|to|up|through|end(?:s|ed|ing)?|expir(?:es?|ed|y)|r[au]n(?:s|ning)? out|over|lapsed|valid)\b/i;

/** The date form of a period whose months form this is. */
function endOf(interview: Interview, months: string): string | undefined {
  return Object.values(interview.policy.file.derived).find((period) => monthsFactOf(period) === months)?.until;
}

/** The months form of a period whose date form this is. */
function lengthOf(interview: Interview, until: string): string | undefined {
  const derived = Object.values(interview.policy.file.derived).find((period) => period.until === until);
  return derived && monthsFactOf(derived);
}

const hedged =
  /\b(?:about|around|roughly|approx(?:imately)?|circa|nearly|almost|maybe|perhaps|probably|or so|ish|like)\b|~/i;

const nothingElse =
  /^(?:no[ ,.]+|yes[ ,.]+)?(?:that(?:'s| is) (?:all|it)|nothing (?:else|more|other)|only (?:that|this|it|what i (?:said|mentioned|told you))|just (?:that|this)|no (?:others?|more)|none (?:other|else)|that only)(?: .{0,20})?$/;

function isNothingElse(text: string): boolean {
  return nothingElse.test(plainAnswer(text));
}

/** An answer that is right roughly; it is confirmed before it decides. */
function roughly(answer: Answer): CustomerEvent {
  return { ...nothingStated, type: 'statement', inferred: [answer] };
}

/** An answer that may have been meant otherwise, to be confirmed at once. */
function inDoubt(answer: Answer): CustomerEvent {
  return { ...nothingStated, type: 'statement', inferred: [answer], isUnsure: true };
}

function said(fact: string, value: Answer['value']): CustomerEvent {
  return { type: 'answer', answer: { fact, value, source: 'stated' } };
}
