import { readMessage } from '../../../src/dialogs/reading/read.ts';
import type { CustomerEvent } from '../../../src/machines/events.ts';
import type { Answer, Conversation, Range } from '../../../src/machines/record/record.ts';
import { step } from '../../../src/machines/returns.ts';
import { share } from '../figures.ts';
import type { ReplyRow } from './row.ts';
import { conversationBefore, interviewOf } from './settings.ts';
import { inShopsTime } from './shops-time.ts';

/** What became of a reply. */
export interface ReplyOutcome {
  row: ReplyRow;
  event: CustomerEvent;
  /** Taken without asking back, shown back to be confirmed, or neither. */
  taken: 'at-once' | 'shown-back' | 'not';
  isRight: boolean;
  /** A yes read as a no, or a no as a yes. */
  isWrongPolarity: boolean;
}

type Found = { value: Answer['value'] } | { from: string; to: string };

/** Sends a reply through reader and machine, and compares what is known then with what is right. */
export function outcomeOf(labelled: ReplyRow): ReplyOutcome {
  const interview = interviewOf(labelled.policy);
  const row = inShopsTime(labelled, interview.policy.file.timeZone);
  const conversation = conversationBefore(interview, row);
  const event = readMessage(interview, conversation, { text: row.text });
  const after = step({ interview, conversation, reference: 'R' }, event).conversation;
  return row.question === 'confirm'
    ? confirmed(row, event, conversation, after)
    : answered(row, event, conversation, after);
}

function answered(row: ReplyRow, event: CustomerEvent, before: Conversation, after: Conversation): ReplyOutcome {
  const { question, right } = row;
  if (question === 'offerHuman') return offered(row, event);
  const detail = detailOf(question, after, before);
  if (detail !== undefined) {
    const isRight =
      'unknown' in right ? detail.value === null : 'value' in right && isSameDetail(detail.value, right.value);
    return { row, event, taken: 'at-once', isRight, isWrongPolarity: false };
  }
  const answer = after.answers.find(({ fact }) => isOf(question, fact));
  const range = after.ranges.find(({ fact }) => isOf(question, fact));
  const found = answer ? { value: answer.value } : range && { from: range.from, to: range.to };
  const mentioned = after.mentioned[question];
  const isUnanswerable = event.type === 'unclear' && event.problem.kind === 'cannot-be-unknown';
  const isRough = event.type === 'unclear' && event.problem.kind === 'not-one-day' ? event.problem : undefined;
  const source = answer?.source ?? range?.source;
  const taken = found ? (source === 'stated' ? 'at-once' : 'shown-back') : mentioned ? 'shown-back' : 'not';
  const rough = isRough && { from: isRough.from, to: isRough.to };
  const isOtherForm = [answer, range].some((one) => one !== undefined && one.fact !== question);
  const isRight = isFound(right, found ?? rough ?? (mentioned && { value: mentioned }), {
    isUnanswerable,
    isOtherForm,
  });
  const value = found && 'value' in found ? found.value : undefined;
  const isWrongPolarity = 'value' in right && typeof right.value === 'boolean' && value === !right.value;
  return { row, event, taken, isRight, isWrongPolarity };
}

/** The warranty is told in one of two forms. */
function isOf(question: string, fact: string): boolean {
  return question.startsWith('warranty') ? fact.startsWith('warranty') : fact === question;
}

function detailOf(question: string, { details }: Conversation, before: Conversation): { value: unknown } | undefined {
  if (question !== 'orderNumber' && question !== 'email' && question !== 'serialNumber') return undefined;
  const value = details[question];
  return value === undefined || value === before.details[question] ? undefined : { value };
}

function isSameDetail(found: unknown, right: unknown): boolean {
  const plain = (value: unknown): string =>
    String(value)
      .toLowerCase()
      .replace(String(right).includes('@') ? /[^\p{L}\p{N}@.+]/gu : /[^\p{L}\p{N}]/gu, '');
  return plain(found) === plain(right);
}

function offered(row: ReplyRow, event: CustomerEvent): ReplyOutcome {
  const { right } = row;
  const said = event.type === 'yes' || event.type === 'human' ? true : event.type === 'no' ? false : undefined;
  const wanted = 'value' in right ? right.value : 'yes' in right ? true : 'no' in right ? false : undefined;
  return {
    row,
    event,
    taken: said === undefined ? 'not' : 'at-once',
    isRight: said === wanted,
    isWrongPolarity: said !== undefined && typeof wanted === 'boolean' && said !== wanted,
  };
}

function isFound(
  right: ReplyRow['right'],
  found: Found | undefined,
  { isUnanswerable, isOtherForm }: { isUnanswerable: boolean; isOtherForm: boolean },
): boolean {
  if ('none' in right) return found === undefined || isOtherForm;
  if ('unknown' in right)
    return isUnanswerable || (found !== undefined && 'value' in found && found.value === 'unknown');
  if (found === undefined) return false;
  if ('range' in right) return 'from' in found && isNear(found, right.range);
  return 'value' in right && 'value' in found && isSame(found.value, right.value);
}

function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

const day = 86_400_000;
/** Two people draw a rough day's ends differently: it must hold what the other holds, and not be much longer. */
function isNear({ from, to }: Pick<Range, 'from' | 'to'>, [first, last]: [string, string]): boolean {
  const length = (Date.parse(last) - Date.parse(first)) / day;
  const slack = Math.max(2, length / 5);
  const after = (one: string, other: string): number => (Date.parse(one) - Date.parse(other)) / day;
  const holds = after(from, first) <= slack && after(last, to) <= slack;
  return holds && after(to, from) <= 2 * length + 7;
}

function confirmed(row: ReplyRow, event: CustomerEvent, before: Conversation, after: Conversation): ReplyOutcome {
  const { right, shown = {} } = row;
  const isTold = ({ fact, value, source }: Answer): boolean =>
    source === 'stated' && fact in shown && isSame(value, shown[fact]);
  const shownBack = before.answers.length + before.ranges.length;
  const told = after.answers.filter(isTold).length + after.ranges.filter(({ source }) => source === 'stated').length;
  const agreed = shownBack > 0 && told === shownBack;
  const isDenied = event.type === 'no' || event.type === 'change';
  const corrected = Object.entries('correct' in right ? right.correct : {});
  const isCorrected =
    corrected.length > 0 &&
    corrected.every(([fact, value]) => {
      const answer = after.answers.find((one) => one.fact === fact);
      const range = after.ranges.find((one) => one.fact === fact);
      return answer
        ? isSame(answer.value, value)
        : range !== undefined && Array.isArray(value) && isNear(range, [String(value[0]), String(value[1])]);
    });
  const taken = agreed ? 'at-once' : isCorrected ? 'shown-back' : 'not';
  const isRight = 'yes' in right ? agreed : 'no' in right ? isDenied : 'correct' in right ? isCorrected : !agreed;
  return {
    row,
    event,
    taken,
    isRight,
    isWrongPolarity: ('yes' in right && isDenied) || ('no' in right && agreed),
  };
}

const yesNoQuestions = new Set([
  'discounted',
  'works',
  'deviceDamaged',
  'inspectedAtHandover',
  'confirm',
  'offerHuman',
]);
const dateQuestions = new Set(['purchasedOn', 'receivedOn', 'warrantyUntil', 'shippedOn', 'noticedOn']);

/**
 * How replies are taken. `wrongAtOnce`: the share taken without asking back that is wrong; `understood`: right at the
 * first try, shown back or not; `plainAskedBack`: of plain replies, the share not taken at once.
 */
export function measureReplies(rows: readonly ReplyRow[]) {
  const outcomes = rows.map(outcomeOf);
  const yesNo = outcomes.filter(({ row }) => yesNoQuestions.has(row.question));
  const dates = outcomes.filter(({ row }) => dateQuestions.has(row.question));
  const plain = outcomes.filter(
    ({ row }) => row.plain && !('none' in row.right) && !('correct' in row.right) && !('no' in row.right),
  );
  const questions = [...new Set(rows.map(({ question }) => question))].toSorted();
  return {
    rows: rows.length,
    wrongAtOnce: share(outcomes, isWrongAtOnce),
    understood: share(outcomes, ({ isRight }) => isRight),
    plainAskedBack: share(plain, ({ taken, event }) => taken !== 'at-once' && !isRefusal(event)),
    yesNo: share(yesNo, ({ isRight }) => isRight),
    wrongPolarity: share(yesNo, ({ isWrongPolarity }) => isWrongPolarity),
    dates: share(dates, ({ isRight }) => isRight),
    byQuestion: Object.fromEntries(
      questions.map((id) => [
        id,
        share(
          outcomes.filter(({ row }) => row.question === id),
          ({ isRight }) => isRight,
        ),
      ]),
    ),
  };
}

/** True if a reply was taken without asking back, and wrongly. */
export function isWrongAtOnce({ taken, isRight }: ReplyOutcome): boolean {
  return taken === 'at-once' && !isRight;
}

/** What cannot be unknown, or only a day's range that the policy needs exactly, has to be asked again. */
function isRefusal(event: CustomerEvent): boolean {
  return event.type === 'unclear' && event.problem.kind !== 'not-understood';
}
