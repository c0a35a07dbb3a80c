import { isAdding } from '../../../../language/corrections/adding.ts';
import { correctionParts } from '../../../../language/corrections/parts.ts';
import { isWhole, readReply as readYesOrNo } from '../../../../language/yes-no/reply.ts';
import { nothingStated, type Statement } from '../../../../machines/events.ts';
import { type Interview, unconfirmed } from '../../../../machines/interview.ts';
import type { Answer, Conversation, Range } from '../../../../machines/record/record.ts';
import { questionOf } from '../../../wording/questions.ts';
import { namesAskedEvent } from '../../answers/other-events.ts';
import { type Evidence, recognise } from '../../evidence/evidence.ts';
import { readingOf } from '../../fact-types/fact-readings.ts';
import { deniesShown, isNamed, isSame, listAnew, namesShown, type Shown, type Told, toldIn } from './told.ts';

/** What a reply to what was shown back says of it. */
export interface ShownAnew {
  /** What is right instead. */
  right: Statement;
  /** The facts that are denied without a word of what is right. */
  denied: string[];
}

/**
 * What a message puts right of what was shown back: each of its parts is read as a reply to the question of each fact,
 * and counts where it answers just one of them otherwise.
 */
export function readShownAnew(interview: Interview, conversation: Conversation, evidence: Evidence): ShownAnew {
  const shown = shownIn(interview, conversation);
  const parts = correctionParts(evidence.statedText || evidence.text);
  const textsOf = (isWrong: boolean): string[] =>
    parts.filter((part) => part.isWrong === isWrong).map(({ text }) => text);
  // "Exactly, 14 October" agrees, and says of nothing in particular that it is so.
  const [right, wrong] = [textsOf(false).filter((text) => !agrees(text)), textsOf(true)];
  const denied = shown.filter(
    (one) =>
      wrong.some((text) => isNamed(text) && namesShown(interview, one, text)) ||
      wrong.some((text) => right.some((other) => isSame(toldIn(interview, one, withUnit(text, other)), one))) ||
      right.some((text) => deniesShown(interview, one, text)),
  );
  const found = new Map<string, Told>();
  for (const text of right) {
    const told = toldOnce(interview, shown, denied, text);
    if (told) found.set(told.fact, told);
  }
  for (const one of shown) {
    const list = listAnew(one, { right, wrong, isAdded: isAdding(evidence.text) }, evidence.statement);
    if (list) found.set(list.fact, list);
  }
  for (const one of denied) {
    const told = found.has(one.question.id) ? undefined : (otherOfTwo(one) ?? toldElse(interview, one, right));
    if (told) found.set(told.fact, told);
  }
  return {
    right: stated([...found.values()]),
    denied: denied.map(({ question }) => question.id).filter((id) => !found.has(id)),
  };
}

function agrees(text: string): boolean {
  const reply = readYesOrNo(text, 'Is all of that right?');
  return reply?.says === 'yes' && isWhole(reply);
}

/** A number with what another part counts: "two" beside "one year" is two years. */
export function withUnit(text: string, other: string): string {
  const unit = other.split(' ').slice(1).join(' ');
  return text.includes(' ') || unit === '' ? text : `${text} ${unit}`;
}

/** What is shown back, each with its question. */
export function shownIn(interview: Interview, conversation: Conversation): Shown[] {
  const { answers, ranges } = unconfirmed(conversation);
  return [...answers, ...ranges].map((one) => ({
    question: questionOf(interview, conversation, { id: one.fact, unclear: 0 }),
    value: 'value' in one ? one.value : undefined,
  }));
}

/** What a part says anew of the one fact that it can mean: one that is denied beside it, or whose event it names. */
function toldOnce(
  interview: Interview,
  shown: readonly Shown[],
  denied: readonly Shown[],
  text: string,
): Told | undefined {
  const all = shown.flatMap((one) => {
    const told = toldIn(interview, one, text);
    return told && !isSame(told, one) ? [{ one, told }] : [];
  });
  const narrowed = [
    all.filter(({ one }) => denied.includes(one)),
    all.filter(({ one: { question } }) => {
      const { fact } = question;
      return fact !== undefined && namesAskedEvent(text, question.text, readingOf(fact).cues(fact));
    }),
    all.filter(({ told }) => !told.isRough),
    all,
  ].find((list) => list.length > 0);
  return narrowed?.length === 1 ? narrowed[0]?.told : undefined;
}

/** Of two values, the one that was not shown. */
function otherOfTwo({ question: { id, choices, fact }, value }: Shown): Told | undefined {
  if (typeof value === 'boolean') return { fact: id, value: !value };
  const other = choices.find((choice) => choice.value !== value);
  return fact?.type === 'choice' && choices.length === 2 && other ? { fact: id, value: other.value } : undefined;
}

/** What the rest of the message says of a fact that it denied, in whatever words. */
function toldElse(interview: Interview, one: Shown, right: readonly string[]): Told | undefined {
  const { id } = one.question;
  for (const text of right.filter((part) => !deniesShown(interview, one, part))) {
    const found = recognise(interview, text, id).statement.facts.find(({ fact }) => fact === id);
    if (found && !found.range && !isSame(found, one)) return { fact: id, value: found.value };
  }
  return undefined;
}

function stated(told: readonly Told[]): Statement {
  const inferred: Answer[] = [];
  const ranges: Range[] = [];
  for (const one of told) {
    if ('value' in one) inferred.push({ fact: one.fact, value: one.value, source: 'inferred' });
    else ranges.push({ fact: one.fact, from: one.from, to: one.to, source: 'inferred' });
  }
  return { ...nothingStated, inferred, ranges };
}
