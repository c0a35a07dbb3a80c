import { leftWords } from '../../../language/coverage/coverage.ts';
import { isWhole, type Reply, readReply } from '../../../language/yes-no/reply.ts';
import { type CustomerEvent, nothingStated, type Statement } from '../../../machines/events.ts';
import { unconfirmed } from '../../../machines/interview.ts';
import type { Answer, Range } from '../../../machines/record/record.ts';
import { unclear } from '../answers/answer-events.ts';
import { isEmpty } from '../evidence/stated.ts';
import { readCorrected } from './corrections.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';
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
  /** True if it repeats something that is shown. */
  repeats: boolean;
}

const whileShownBack: readonly { name: string; read(reading: Confirmation): CustomerEvent | undefined }[] = [
  { name: 'agreement', read: ({ reply }) => (reply?.says === 'yes' && isWhole(reply) ? { type: 'yes' } : undefined) },
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
  const isShown = (one: Answer): boolean => shown.answers.some((other) => isSame(one, other));
  const isShownRange = (one: Range): boolean => shown.ranges.some((other) => isSameRange(one, other));
  const isOfShown = ({ fact }: { fact: string }): boolean =>
    [...shown.answers, ...shown.ranges].some((other) => other.fact === fact);
  const inferred = statement.inferred.filter((one) => !isShown(one));
  const ranges = statement.ranges.filter((one) => !isShownRange(one));
  return {
    ...reading,
    reply: readReply(evidence.statedText || evidence.text, question),
    news: { ...statement, inferred, ranges },
    contradicts: [...inferred, ...ranges].some(isOfShown),
    repeats: inferred.length + ranges.length < statement.inferred.length + statement.ranges.length,
  };
}

function isSame(one: Answer, other: Answer): boolean {
  return one.fact === other.fact && JSON.stringify(one.value) === JSON.stringify(other.value);
}

function isSameRange(one: Range, other: Range): boolean {
  return one.fact === other.fact && one.from === other.from && one.to === other.to;
}

/** "No, 8 November", "no": what is right instead, or only that something is not. */
function readDenial(reading: Confirmation): CustomerEvent | undefined {
  const { reply, news } = reading;
  if (reply?.says !== 'no') return undefined;
  return (
    readCorrected(reading) ?? (isEmpty(news) ? { type: 'no' } : stating(news, { isCorrection: true, isUnsure: true }))
  );
}

/** "Yes, and the box is gone too": agrees, and says more; what nothing accounts for may take the yes back. */
function readAgreement(reading: Confirmation): CustomerEvent | undefined {
  const { reply, news, evidence } = reading;
  if (reply?.says !== 'yes' || reply.certainty) return undefined;
  const left = leftWords(evidence.text, [...reply.spans, ...evidence.statement.stated]);
  if (left.some(({ kind }) => kind !== 'content') || left.length > maxUnread) return readCorrected(reading) ?? unclear;
  if (isEmpty(news) && !news.about) return { type: 'yes' };
  return stating({ ...nothingStated, ...news }, { isAgreement: true });
}

/** "It is on its way", where that is what was shown, agrees. */
function readRepeated({ reply, repeats, news, evidence }: Confirmation): CustomerEvent | undefined {
  if (reply || !repeats || !isEmpty(news) || news.about) return undefined;
  const left = leftWords(evidence.text, evidence.statement.stated);
  return left.every(({ kind }) => kind === 'content') && left.length <= maxUnread ? { type: 'yes' } : undefined;
}
