import { phrasesOf } from '../../../language/choices/phrases.ts';
import { leftWords } from '../../../language/coverage/coverage.ts';
import { endOf } from '../../../language/likely/end-of.ts';
import { playedDown } from '../../../language/likely/merely.ts';
import { plainAnswer } from '../../../language/text/plain-text.ts';
import { isNegation, wordsOf } from '../../../language/text/words.ts';
import { lastSaid } from '../../../language/yes-no/last-said.ts';
import { readReply } from '../../../language/yes-no/reply.ts';
import { explicitLead } from '../../../language/yes-no/short-answers.ts';
import type { CustomerEvent, Statement } from '../../../machines/events.ts';
import type { Answer } from '../../../machines/record/record.ts';
import { UNKNOWN } from '../../../policy/engine/diagram/variables.ts';
import type { Question } from '../../wording/questions.ts';
import { refuseImpossible } from '../answers/impossible.ts';
import { type Likely, likelyDenied, likelyOf } from '../answers/likely.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { isEmpty } from '../evidence/stated.ts';
import { readCorrected } from './corrections.ts';
import type { Reading } from './reading.ts';
import type { Row } from './row.ts';
import { stating } from './statements.ts';

/** So likely must an answer be that it is asked back. */
const worthAsking = 0.5;
/** And so likely one to yes or no, whose contrary is the worst that could be asked back. */
const worthAskingOfYesNo = 0.6;
/** So likely that it is asked back instead of one that the rules read in doubt. */
const worthMore = 0.7;
/** So likely must it be that what was shown back is not so: what is not right is asked then. */
const surelyDenied = 0.8;

/** So likely must it be that an answer is not known. */
const surelyUnknown = 0.75;
/** Fewer words are all known to the rules, or mean too little. */
const fewestWords = 4;
const fewestOfUnknown = 6;
/** "Yet" names nothing. */
const fewestLetters = 3;

/** What answers the customer better than asking back what they may have meant. */
const answered = new Set([
  ...['policy-question', 'parcel-status', 'refund-status', 'case-status', 'several-items'],
  ...['greeting', 'goodbye', 'no-reason'],
]);

/**
 * An answer in words that no rule knows, as people have given it before: it is proposed, never taken. What the rules
 * read of the question themselves goes before.
 */
export const likelyAnswers: readonly Row[] = [
  { name: 'likely-answer', read: readLikely },
  { name: 'likely-denial', read: readLikelyDenial },
];

function readLikely(reading: Reading): CustomerEvent | undefined {
  const { question, evidence, direct, statement, digression } = reading;
  if (!question?.fact || !isNotUnderstood(direct) || saysOwn(reading) || statement.about) return undefined;
  if (isForElse(digression) || isAllOfElse(evidence)) return undefined;
  // What only asks answers nothing.
  const told = ofItem(evidence);
  const likely = told === '' ? undefined : likelyIn(reading, told);
  if (likely?.value === undefined || likely.confidence < worthAsking) return undefined;
  if (typeof likely.value === 'boolean' && likely.confidence < worthAskingOfYesNo) return undefined;
  if (deniesItself(question, told, likely.value)) return undefined;
  if (likely.value === UNKNOWN && !isSurelyUnknown(reading, likely.confidence)) return undefined;
  const answer: Answer = { fact: question.id, value: likely.value, source: 'inferred' };
  const refused = refuseImpossible(reading.interview, reading.conversation, { type: 'answer', answer });
  if (refused.type === 'unclear') return undefined;
  return stating(statement, { inferred: [answer, ...statement.inferred], isUnsure: true });
}

/**
 * What a text is likely to answer, unless its end is likelier to answer the contrary: what "but" turns around, words
 * counted one by one do not tell.
 */
function likelyIn({ question }: Reading, told: string): Likely | undefined {
  const kept = lastSaid(plainAnswer(told));
  const text = kept ?? told;
  const whole =
    question && (kept === undefined || wordsOf(kept).length >= fewestWords) ? likelyOf(question, text) : undefined;
  if (!question || typeof whole?.value !== 'boolean') return whole;
  const end = endOf(text);
  const last = end === undefined ? undefined : likelyOf(question, end);
  const isTurned = typeof last?.value === 'boolean' && last.value !== whole.value && last.confidence >= worthAsking;
  return isTurned ? { ...whole, value: undefined } : whole;
}

/** What a message tells of the item itself, without "my mate got his on offer"; all of it where little else is said. */
function ofItem({ text, statedText, statement: { asides } }: Evidence): string {
  if (asides.length === 0 || statedText === '') return statedText;
  const rest = [...asides].reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  return wordsOf(rest).length >= fewestWords ? rest : statedText;
}

/** "Not arrived" is not "I have received it", of which people say that it has arrived. */
function deniesItself({ choices }: Question, told: string, value: Answer['value']): boolean {
  const words = wordsOf(told);
  if (words.length >= fewestWords || !words.some(isNegation)) return false;
  const own = choices.find((choice) => choice.value === value);
  const named = new Set(own ? phrasesOf([own]).flatMap((phrase) => phrase.words) : []);
  return words.some((word) => word.length > fewestLetters && !isNegation(word) && named.has(word));
}

/** "It does not boot" tells something else, and not that the answer is not known. */
function isSurelyUnknown({ statement, evidence }: Reading, confidence: number): boolean {
  return isEmpty(statement) && confidence >= surelyUnknown && evidence.words >= fewestOfUnknown;
}

/** "A device", where the parcel is asked for: every word of it tells something else. */
function isAllOfElse({ text, statement: { stated, detailSpans } }: Evidence): boolean {
  const spans = [...stated, ...detailSpans];
  return spans.length > 0 && leftWords(text, spans).length === 0;
}

/** True if a message is about something that is better answered. */
function isForElse(digression: CustomerEvent | undefined): boolean {
  if (digression?.type === 'digress') return answered.has(digression.about.kind);
  return digression !== undefined;
}

/** "Nonsense, where did you get that from": no correction that could be taken, but no agreement either. */
function readLikelyDenial(reading: Reading): CustomerEvent | undefined {
  const { question, evidence, direct, statement, digression } = reading;
  if (question?.id !== 'confirm' || !isNotUnderstood(direct) || !isEmpty(statement) || statement.about)
    return undefined;
  // A day or a number is a correction that could not be taken.
  if (evidence.words < fewestWords || evidence.days.length > 0 || /\d/.test(evidence.text)) return undefined;
  if (isForElse(digression) || likelyDenied(question, evidence.text) < surelyDenied) return undefined;
  return readCorrected(reading) ?? { type: 'no' };
}

/** What is asked back as it is most likely meant, where the rules themselves were in doubt. */
export function likelierOf(reading: Reading, event: Statement): Statement {
  const { question, evidence } = reading;
  const own = event.inferred.find(({ fact }) => fact === question?.id);
  // Of a list the rules know what is denied: "the seal is intact".
  if (!question || !own || event.answer || !event.isUnsure || Array.isArray(own.value)) return event;
  if (evidence.words < fewestWords) return event;
  const text = evidence.statedText || evidence.text;
  const merely = typeof own.value === 'boolean' ? playedDown(text) : undefined;
  // "No, it is crushed": that the rules go by what it tells, and not by its no, has its reason.
  if (!merely && typeof own.value === 'boolean' && explicitLead(plainAnswer(text), true)) return event;
  // "Only half the keys respond": no word of it says that as a whole it is a no.
  if (!merely && readReply(text, question.text)?.isByForm) return event;
  const likely = likelyIn(reading, merely ?? text);
  const { value } = likely ?? {};
  if (!likely || value === undefined || likely.confidence < (merely ? worthAsking : worthMore)) return event;
  return { ...event, inferred: event.inferred.map((one) => (one === own ? { ...own, value } : one)) };
}

function isNotUnderstood(direct: CustomerEvent): boolean {
  return direct.type === 'unclear' && direct.problem.kind === 'not-understood';
}

/** True if the rules read something of the question's fact. */
function saysOwn({ question, statement: { inferred, ranges, mentioned } }: Reading): boolean {
  const isOwn = ({ fact }: { fact: string }): boolean => fact === question?.id;
  return inferred.some(isOwn) || ranges.some(isOwn) || (question !== undefined && question.id in mentioned);
}
