import { yearNamed } from '../../../language/corrections/days.ts';
import { asAgo, isHeldSince, isOfAnotherBefore, lookedUpWords } from '../../../language/corrections/looked-up.ts';
import { correctionParts } from '../../../language/corrections/parts.ts';
import { knownWords, leftWords } from '../../../language/coverage/coverage.ts';
import { wordsOf } from '../../../language/text/words.ts';
import { type CustomerEvent, nothingStated, type Statement } from '../../../machines/events.ts';
import { type Interview, isSameAnswer, knownAnswers } from '../../../machines/interview.ts';
import type { Conversation } from '../../../machines/record/record.ts';
import { questionOf } from '../../wording/questions.ts';
import { recognise } from '../evidence/evidence.ts';
import { isEmpty } from '../evidence/stated.ts';
import { readingOf } from '../fact-types/fact-readings.ts';
import { correcting, isTime, saysNothing } from './corrections.ts';
import { newFacts } from './echoes.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';
import { withUnit } from './shown/shown.ts';
import { isNamed, isSame, type Shown, type Told, toldIn } from './shown/told.ts';

/** A longer message tells a story, and is read as one. */
const maxWords = 15;

/** After a decision, a day or a length that it rests on is told otherwise, in whatever words: it is shown back. */
export const answeredAnew: Row = { name: 'answered-anew', read: readAnsweredAnew };

/** A message as the parts that say what is right, and those that quote what is wrong. */
interface Parts {
  right: string[];
  wrong: string[];
}

/** What a message says of a fact; `isNamed`: it quotes the answer that was given, or names the fact. */
interface Found {
  told: Told;
  isNamed: boolean;
}

function readAnsweredAnew(reading: Reading): CustomerEvent | undefined {
  const { interview, conversation, evidence } = reading;
  const { text, words } = evidence;
  if (!conversation.decision || conversation.case || text.includes('?') || words > maxWords || saysMore(reading))
    return undefined;
  const parts = partsOf(text);
  const found = timesAnswered(interview, conversation).flatMap((one) => foundIn(reading, one, parts) ?? []);
  const told = (found.find(({ isNamed }) => isNamed) ?? found[0])?.told;
  return told && correcting({ ...nothingStated, ...asStated(told) });
}

/** True if a message says something else that is new, or is about something else. */
function saysMore({ interview, conversation, statement, digression, evidence }: Reading): boolean {
  if (digression && !saysNothing(digression)) return true;
  if (evidence.statement.asides.length > 0) return true;
  return newFacts(interview, conversation, statement).length > 0 || !isEmpty({ ...statement, inferred: [] });
}

function partsOf(text: string): Parts {
  const parts = correctionParts(text).filter((part) => !isOfAnotherBefore(part.text));
  const textsOf = (isWrong: boolean): string[] =>
    parts.filter((part) => part.isWrong === isWrong && isNamed(part.text)).map((part) => asAgo(part.text));
  return { right: textsOf(false), wrong: textsOf(true) };
}

/** The days and lengths that were answered, the last one first. */
function timesAnswered(interview: Interview, conversation: Conversation): Shown[] {
  const known = knownAnswers(interview, conversation);
  return conversation.history.toReversed().flatMap((id) => {
    if (!isTime(interview, id)) return [];
    const value = known.find(({ fact }) => fact === id)?.value;
    return value === undefined ? [] : [{ question: questionOf(interview, conversation, { id, unclear: 0 }), value }];
  });
}

/** What a message says of a fact, where nothing else is in it that might be meant. */
function foundIn(reading: Reading, one: Shown, { right, wrong }: Parts): Found | undefined {
  const { interview } = reading;
  const tells = (text: string): Told | undefined => {
    const told = toldIn(interview, one, text);
    return told?.fact === one.question.id ? told : undefined;
  };
  // "A Monday, the 2nd" is one day.
  const whole = tells(right.join(', '));
  const told = whole ? [whole] : right.flatMap((text) => tells(text) ?? []);
  const [only] = told;
  if (!only || told.length > 1 || isSame(only, one)) return undefined;
  const isInstead = wrong.some((text) => tells(text) !== undefined);
  const isOwn = isInstead || right.some((text) => isOf(reading, one, text));
  if (!isOwn || !right.every((text) => isAccountedFor(interview, one, text))) return undefined;
  const isQuoted = wrong.some((text) => right.some((other) => isSame(tells(withUnit(text, other)), one)));
  return { told: only, isNamed: isQuoted || namesCue(one, right.join(' ')) };
}

/** True if a part tells a day of its own, or a length of what is known; a length alone ("14 days, then") may be of anything. */
function isOf({ interview, conversation }: Reading, one: Shown, text: string): boolean {
  if (one.question.fact?.type === 'months') return namesCue(one, text);
  const { days, statement } = recognise(interview, text, undefined);
  const known = knownAnswers(interview, conversation);
  const isEcho = statement.facts.some((fact) => known.some((other) => isSameAnswer(fact, other)));
  return days.length > 0 || isEcho || isHeldSince(text) || yearNamed(text) !== undefined;
}

function namesCue({ question: { fact } }: Shown, text: string): boolean {
  const cues = knownWords(fact ? readingOf(fact).cues(fact).join(' ') : '');
  return wordsOf(text).some((word) => cues.has(word));
}

/** True if every word of a part belongs to what it tells, to the question, or to having looked it up. */
function isAccountedFor(interview: Interview, { question: { text: asked, fact } }: Shown, text: string): boolean {
  const { days, statement } = recognise(interview, text, undefined);
  const spans = [...days.flatMap(({ places }) => places), ...statement.stated];
  const cues = fact ? readingOf(fact).cues(fact) : [];
  const left = leftWords(text, spans, knownWords(`${asked} ${cues.join(' ')}`));
  return left.every(({ kind, word }) => kind === 'number' || lookedUpWords.has(word));
}

function asStated(told: Told): Partial<Statement> {
  const source = 'inferred' as const;
  if ('value' in told) return { inferred: [{ fact: told.fact, value: told.value, source }] };
  return { ranges: [{ fact: told.fact, from: told.from, to: told.to, source }] };
}
