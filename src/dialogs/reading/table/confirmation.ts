import { noneOfThem } from '../../../language/choices/none-of-them.ts';
import { correctionParts } from '../../../language/corrections/parts.ts';
import { leftWords } from '../../../language/coverage/coverage.ts';
import type { Span } from '../../../language/statement/statement.ts';
import { clausesOf } from '../../../language/text/account.ts';
import { plainAnswer } from '../../../language/text/plain-text.ts';
import { withoutHurry } from '../../../language/yes-no/hurry.ts';
import { replyIdiom } from '../../../language/yes-no/idioms.ts';
import { hesitates } from '../../../language/yes-no/reactions.ts';
import { isWhole, type Reply, readReply } from '../../../language/yes-no/reply.ts';
import { type CustomerEvent, nothingStated, type Statement } from '../../../machines/events.ts';
import { isSameAnswer, unconfirmed } from '../../../machines/interview.ts';
import type { Answer, Range } from '../../../machines/record/record.ts';
import { unclear } from '../answers/answer-events.ts';
import { isEmpty } from '../evidence/stated.ts';
import { isElsewhen, isTime, readCorrected } from './corrections.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';
import { agreesAndSaysAgain } from './shown/said-again.ts';
import { readShownAnew } from './shown/shown.ts';
import { isNamed } from './shown/told.ts';
import { stating } from './statements.ts';

/** What was shown back is right as a whole, or not. */
const question = 'Is all of that right?';

/** So many words beside an agreement may go unread. */
const maxUnread = 2;

interface Confirmation extends Reading {
  /** What the reply says to "Is all of that right?". */
  reply: Reply | undefined;
  /** What it states anew: of something that is shown otherwise, or of something that is not shown. */
  news: Statement;
  /** True if something of it is shown otherwise. */
  contradicts: boolean;
  /** True if a part of it asks for time: "hang on, …". */
  isHesitating: boolean;
  /** True if it repeats something that is shown. */
  repeats: boolean;
  /** The words that name a day that is shown. */
  placesOfShown: readonly Span[];
}

const whileShownBack: readonly { name: string; read(reading: Confirmation): CustomerEvent | undefined }[] = [
  { name: 'agreement', read: readWholeAgreement },
  { name: 'shown-anew', read: readAnew },
  {
    name: 'correction-of-shown',
    read: ({ contradicts, news }) =>
      contradicts ? stating(news, { isCorrection: true, isUnsure: true, isAgreement: false }) : undefined,
  },
  { name: 'denial', read: readDenial },
  { name: 'agreement-and-more', read: readAgreement },
  // "Mostly right" asks to be asked what is not.
  { name: 'half-agreement', read: ({ reply }) => (reply?.says === 'undecided' ? { type: 'no' } : undefined) },
  { name: 'repeated', read: readRepeated },
];

/** Replies to what was shown back. */
export const confirmation: readonly Row[] = whileShownBack.map(({ name, read }) => ({
  name,
  read: (reading) => (reading.question?.id === 'confirm' ? read(confirming(reading)) : undefined),
}));

function confirming(reading: Reading): Confirmation {
  const { conversation, statement, evidence } = reading;
  const shown = unconfirmed(conversation);
  const isShown = (one: Answer): boolean => shown.answers.some((other) => isSameAnswer(one, other));
  const isShownRange = (one: Range): boolean => shown.ranges.some((other) => isSameRange(one, other));
  const isOfShown = ({ fact }: { fact: string }): boolean =>
    [...shown.answers, ...shown.ranges].some((other) => other.fact === fact);
  const inferred = statement.inferred.filter((one) => !isShown(one));
  const ranges = statement.ranges.filter((one) => !isShownRange(one));
  const placesOfShown = evidence.days
    .filter(({ reading: day }) => day.kind === 'date' && shown.answers.some(({ value }) => value === day.value))
    .flatMap(({ places }) => places);
  return {
    ...reading,
    placesOfShown,
    reply: readReply(withoutHurry(evidence.statedText || evidence.text), question),
    news: { ...statement, inferred, ranges },
    isHesitating: clausesOf(evidence.text).some((clause) => hesitates(clause.text)),
    contradicts: [...inferred, ...ranges].some(isOfShown),
    repeats:
      placesOfShown.length > 0 || inferred.length + ranges.length < statement.inferred.length + statement.ranges.length,
  };
}

function isSameRange(one: Range, other: Range): boolean {
  return one.fact === other.fact && one.from === other.from && one.to === other.to;
}

/** "Yes", "you got it": what a message also states may take back all but an idiom. */
function readWholeAgreement(reading: Confirmation): CustomerEvent | undefined {
  if (repeatsNone(reading) || repeatsAndAgrees(reading) || saysAgain(reading)) return { type: 'yes' };
  const { reply, contradicts, evidence } = reading;
  if (reply?.says !== 'yes' || !isWhole(reply)) return undefined;
  const isIdiom = replyIdiom(plainAnswer(evidence.text), 'confirmation') !== undefined;
  return contradicts && !isIdiom ? undefined : { type: 'yes' };
}

/** "Yes, none", where that is what was shown: the "none" says it again, and denies nothing. */
function repeatsNone({ conversation, evidence }: Confirmation): boolean {
  const isNoneShown = unconfirmed(conversation).answers.some(({ value }) => Array.isArray(value) && value.length === 0);
  const rest = isNoneShown ? AGREED_FIRST.exec(plainAnswer(evidence.text))?.[1] : undefined;
  return rest !== undefined && noneOfThem(rest) === 'meant';
}

const AGREED_FIRST = /^(?:yes|yeah|yep|yup|right|correct|exactly|true)[ ,.;:!-]+(.+)$/;

/** "Yes, 24", where that is what was shown. */
function saysAgain({ interview, conversation, evidence, reply }: Confirmation): boolean {
  if (reply && reply.says !== 'yes') return false;
  return agreesAndSaysAgain(interview, conversation, plainAnswer(evidence.text));
}

/** "No, I did not check it, that's right", where that is what was shown: its "no" is that of the fact. */
function repeatsAndAgrees({ repeats, contradicts, news, evidence }: Confirmation): boolean {
  return repeats && !contradicts && isEmpty(news) && AGREED_AT_END.test(plainAnswer(evidence.text));
}

const AGREED_AT_END = /[,;.] ?(?:so |and |yes,? )?(?:that|this|it)(?:'s| is) (?:all |quite )?(?:right|correct|true)$/;

/** "24, not 12", "it was the 14th": another answer to the question of something that is shown. */
function readAnew(reading: Confirmation): CustomerEvent | undefined {
  const { interview, conversation, evidence, reply, news } = reading;
  if (reply && (reactions.has(reply.says) || (isWhole(reply) && !tellsMore(evidence.text)))) return undefined;
  const { right, denied } = readShownAnew(interview, conversation, evidence);
  // What the message as a whole says of a fact of words weighs more than one of its parts.
  const isOfWhole = ({ fact }: Answer): boolean =>
    !isTime(interview, fact) && news.inferred.some((one) => one.fact === fact);
  // "The Wednesday", said to a week that was shown back, is a day of that week.
  const isElse = (one: Answer): boolean =>
    reply?.says !== 'no' && evidence.lead === '' && isElsewhen(conversation, { ...nothingStated, inferred: [one] });
  const anew = right.inferred.filter((one) => !isOfWhole(one) && !isElse(one));
  if (anew.length + right.ranges.length === 0) return askDenied(reading, denied);
  const isAnew = ({ fact }: { fact: string }): boolean => [...anew, ...right.ranges].some((one) => one.fact === fact);
  // "The rest is fine" says nothing of a checklist.
  const isOfRest = ({ value }: Answer): boolean => Array.isArray(value) && value.length === 0;
  const inferred = [...anew, ...news.inferred.filter((one) => !isAnew(one) && !isOfRest(one))];
  const ranges = [...right.ranges, ...news.ranges.filter((one) => !isAnew(one))];
  return stating({ ...news, inferred, ranges }, { isCorrection: true, isUnsure: true });
}

/** "It is not broken", where just that is shown: its question comes again. */
function askDenied({ contradicts }: Confirmation, [fact, ...others]: readonly string[]): CustomerEvent | undefined {
  if (contradicts || fact === undefined) return undefined;
  return others.length > 0 ? { type: 'no' } : { type: 'change', fact };
}

/** True if a message goes on after its first part: "you mixed up the month, it was October", "no, not the outlet". */
function tellsMore(text: string): boolean {
  const parts = correctionParts(text);
  return parts.filter(({ isWrong }) => !isWrong).length > 1 || parts.some((part) => part.isWrong && isNamed(part.text));
}

const reactions: ReadonlySet<Reply['says']> = new Set(['hesitates', 'complains', 'unsure']);

/** "No, 8 November", "no": what is right instead, or only that something is not. */
function readDenial({ reply, news }: Confirmation): CustomerEvent | undefined {
  if (reply?.says !== 'no') return undefined;
  return isEmpty(news) ? { type: 'no' } : stating(news, { isCorrection: true, isUnsure: true });
}

/** "Yes, and the box is gone too": agrees, and says more; what nothing accounts for may take the yes back. */
function readAgreement(reading: Confirmation): CustomerEvent | undefined {
  const { reply, news, evidence, placesOfShown } = reading;
  if (reply?.says !== 'yes' || reply.certainty) return undefined;
  const { stated, detailSpans } = evidence.statement;
  const left = leftWords(evidence.text, [...reply.spans, ...stated, ...detailSpans, ...placesOfShown]);
  if (left.some(({ kind }) => kind !== 'content') || left.length > maxUnread) return readCorrected(reading) ?? unclear;
  if (isEmpty(news) && !news.about) return { type: 'yes' };
  return stating({ ...nothingStated, ...news }, { isAgreement: true });
}

/** "It is on its way", where that is what was shown, agrees. */
function readRepeated({
  reply,
  repeats,
  placesOfShown,
  isHesitating,
  news,
  evidence,
}: Confirmation): CustomerEvent | undefined {
  if (reply || isHesitating || !repeats || !isEmpty(news) || news.about) return undefined;
  const left = leftWords(evidence.text, [...evidence.statement.stated, ...placesOfShown]);
  // What is said of a thing in words may be meant of something else: "I can't read that small print".
  const most = placesOfShown.length > 0 ? maxUnread : 0;
  return left.every(({ kind }) => kind === 'content') && left.length <= most ? { type: 'yes' } : undefined;
}
