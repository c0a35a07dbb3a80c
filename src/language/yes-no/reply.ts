import { isDontKnow, readDontKnow } from '../commands/dont-know.ts';
import { accountFor, clausesOf, isSmallTalk } from '../text/account.ts';
import { anyOf, wordSet } from '../text/phrases.ts';
import { placedWords } from '../text/placed-words.ts';
import { MAX_ANSWER_LENGTH, plainAnswer, plainText } from '../text/plain-text.ts';
import { Remembered } from '../text/remembered.ts';
import { isNegation, wordsOf } from '../text/words.ts';
import { contradicts } from './contradictions.ts';
import { saysNotUntil, saysWhen, saysWhoDid } from './doing.ts';
import en from './en/reach.json' with { type: 'json' };
import { kindOf, replyIdiom } from './idioms.ts';
import { lastSaid } from './last-said.ts';
import { saysMissed } from './missed.ts';
import { isOfOtherTimes } from './other-times.ts';
import { answerIn, type PolarAnswer, withoutTag } from './polarity.ts';
import { isSentence, type Reach, reachOf } from './reach.ts';
import { complains, hesitates, isUndecided } from './reactions.ts';
import {
  afterReserve,
  asideOfElse,
  doubleDenial,
  isHalfYes,
  isUnreal,
  saysWithLimit,
  saysWithReserve,
} from './reserve.ts';
import { saysRunOn } from './run-on.ts';
import { explicitLead, isHedge } from './short-answers.ts';
import { judge, opensLater } from './statements/judge.ts';
import { isFault } from './statements/opposites.ts';

/** What a reply to a yes/no question says, and how far that reaches. */
export interface Reply extends Reach {
  /**
   * `undecided`: half of a yes ("mostly right", "maybe"); `unsure`: does not know; `hesitates`: wants time ("hang on");
   * `complains`: of how the customer is treated, no answer at all.
   */
  says: 'yes' | 'no' | 'undecided' | 'unsure' | 'hesitates' | 'complains';
  /** `likely`: to be shown back, in words of one's own or at odds with themselves ("no, it was cheaper"); absent: meant. */
  certainty?: 'likely';
  /** The form of the whole says so ("it works until it gets warm"), whatever its words are. */
  isByForm?: true;
}

/** Options of reading a reply. */
export interface ReplyOptions {
  /** True where a wrong yes or no is costly: anything left over, beside the point or only likely is then no answer. */
  isStrict?: boolean;
}

/**
 * What a reply says to a yes/no question, which characters of it that rests on, and what is left over; undefined when
 * nothing of the kind is said, or when it may mean either.
 */
export function readReply(text: string, question?: string, { isStrict = false }: ReplyOptions = {}): Reply | undefined {
  const context = `${isStrict} ${question ?? ''}${question === undefined}`;
  return replies.of(text, context, () => readAnew(text, question, isStrict));
}

const replies = new Remembered<Reply | undefined>();

function readAnew(text: string, question: string | undefined, isStrict: boolean): Reply | undefined {
  if (text.length > MAX_ANSWER_LENGTH) return undefined;
  const asked = question === undefined ? undefined : plainText(question);
  const reply = reactionIn(text, asked) ?? polarReply(text, asked);
  if (!isStrict || !reply || (reply.says !== 'yes' && reply.says !== 'no')) return reply;
  return isWhole(reply) ? reply : undefined;
}

/** A reply without what it asks back at its end: "no, is that a problem?". */
export function withoutAskedBack(text: string): string {
  return text.replace(ASKED_BACK, '');
}

/** True if a reply says one thing, about what was asked, and nothing else: it can be taken at once. */
export function isWhole({ rest, meetsPoint, certainty }: Reply): boolean {
  return rest === '' && meetsPoint && certainty === undefined;
}

function reactionIn(text: string, asked: string | undefined): Reply | undefined {
  const answer = plainAnswer(text);
  // "Yes, I have it here, one moment": what comes next is the answer.
  const last = clausesOf(text).at(-1)?.text;
  if (last !== undefined && last !== answer && hesitates(last) && wordsOf(last).length > 1)
    return { says: 'hesitates', ...accountFor(text, () => true), meetsPoint: true };
  const isAnswer = replyIdiom(answer, kindOf(asked)) !== undefined || (asked && saysWithReserve(answer, asked));
  const says = isAnswer ? undefined : reaction(answer);
  if (says !== undefined && !isDontKnow(answer, asked))
    return { says, ...accountFor(text, () => true), meetsPoint: true };
  const unknown = readDontKnow(text, asked);
  return unknown && { says: 'unsure', ...unknown, meetsPoint: true };
}

function reaction(answer: string): 'undecided' | 'hesitates' | 'complains' | undefined {
  if (hesitates(answer)) return 'hesitates';
  if (complains(answer)) return 'complains';
  return isUndecided(answer) || isHedge(answer) ? 'undecided' : undefined;
}

function polarReply(text: string, asked: string | undefined): Reply | undefined {
  const wishless = kindOf(asked) === 'fact' ? text.replace(WISH_BESIDE, '$1') : text;
  if (wishless !== text) {
    const reply = polarReply(wishless, asked);
    return reply && { ...reply, certainty: 'likely' };
  }
  const answer = plainAnswer(text);
  const late = asked === undefined ? undefined : (saysNotUntil(answer, asked) ?? saysRunOn(answer, asked));
  const limited = asked === undefined ? undefined : saysWithLimit(answer, asked);
  if (late ?? limited) return byForm(text, late ?? limited);
  const twice = asked === undefined ? undefined : doubleDenial(answer);
  if (twice && asked !== undefined) return twiceDenied(text, twice, asked);
  if (isUnreal(answer) || (asked !== undefined && isOfOtherTimes(answer, asked))) return undefined;
  const doer = asked === undefined ? undefined : saysWhoDid(answer, asked);
  if (doer !== undefined) return byForm(text, doer);
  const last = asked === undefined ? undefined : lastSaid(answer);
  if (last !== undefined) return amended(text, last, asked);
  const formed = asked === undefined ? undefined : (saysMissed(answer, asked) ?? saysWithReserve(answer, asked));
  if (formed !== undefined) return byForm(text, formed);
  const told = withoutAskedBack(text);
  if (told !== text) {
    const reply = polarReply(told, asked);
    return reply && { ...reply, certainty: 'likely' };
  }
  const polar = answerIn(text, asked);
  const after = asked === undefined ? undefined : afterReserve(answer);
  // "The case is cracked but all functions are fine": the reserve is what answers.
  if (
    asked !== undefined &&
    after &&
    polar?.says !== 'no' &&
    judge(after, asked).says === 'yes' &&
    isHalfYes(answer, asked)
  )
    return { says: 'yes', certainty: 'likely', ...reachOf(text, 'yes', () => false, asked) };
  const beside = asked === undefined || polar?.says === 'no' ? undefined : asideOfElse(answer);
  if (asked !== undefined && beside !== undefined && judge(beside, asked).says !== 'no' && !complainsOf(beside))
    return byForm(text, 'yes');
  const isLimited = polar?.says === 'yes' && polar.unread !== '' && asked !== undefined && isHalfYes(answer, asked);
  if (polar && !isLimited) return sure(text, polar, asked);
  return asked === undefined ? undefined : likely(text, answer, asked);
}

/** True if words tell of something that is not as it should be. */
function complainsOf(clause: string): boolean {
  return wordsOf(clause).some((word) => isNegation(word) || isFault(word));
}

/** What the form of an answer as a whole says, whatever its words are. */
function byForm(text: string, says: 'yes' | 'no' | undefined): Reply | undefined {
  return says && { says, certainty: 'likely', isByForm: true, ...accountFor(text, () => true), meetsPoint: true };
}

/** The last that is said counts; of a fact it is shown back. */
function amended(text: string, last: string, asked: string | undefined): Reply | undefined {
  const says = polarReply(last, asked)?.says;
  const isFact = kindOf(asked) === 'fact';
  if (isFact) return says === 'yes' || says === 'no' ? byForm(text, says) : undefined;
  return says && { says, ...accountFor(text, () => true), meetsPoint: true };
}

/** "Can't say it doesn't work; everything responds": what follows the double denial answers, else the denial denied. */
function twiceDenied(
  text: string,
  { denied, rest }: { denied: string; rest: string },
  asked: string,
): Reply | undefined {
  // By itself it may also mean that one would rather not say.
  if (rest === '') return undefined;
  const told = polarReply(rest, asked)?.says;
  const says = told ?? (judge(denied, asked).says === 'no' ? 'yes' : undefined);
  return says === 'yes' || says === 'no' ? byForm(text, says) : undefined;
}

function sure(text: string, polar: PolarAnswer, asked: string | undefined): Reply | undefined {
  const answer = plainAnswer(text);
  const isLikely =
    wordsOf(answer).some((word) => HEDGES.has(word)) ||
    answer !== withoutTag(answer) ||
    ASKS_BACK.test(text) ||
    (asked !== undefined && (judge(answer, asked).isMixed === true || (polar.unread === answer && opensLater(answer))));
  const reach = reachOf(text, polar.says, outrightIn(text, answer, polar), asked);
  if (asked !== undefined && isOfAnother(polar, asked, reach.meetsPoint)) return undefined;
  // "Yes I received it" speaks of something else than the check that was asked about.
  const isBeside =
    polar.says === 'yes' &&
    !reach.meetsPoint &&
    polar.place === 'after' &&
    isSentence(polar.unread) &&
    kindOf(asked) === 'fact';
  return { says: polar.says, ...((isLikely || isBeside) && { certainty: 'likely' as const }), ...reach };
}

/** "My old one still works, yes" is of another thing, and "no I am not a club member" denies something else. */
function isOfAnother({ says, unread, place }: PolarAnswer, asked: string, meetsPoint: boolean): boolean {
  if (place === 'before') return judge(unread, asked).isElsewhere === true;
  return says === 'no' && !meetsPoint && kindOf(asked) === 'fact' && DENIES_ELSE.test(unread);
}

/** "Yes, but I don't want it any more": what is not wished for says nothing of what was asked. */
const WISH_BESIDE = new RegExp(`^(.{2,60}?)[ ,.;-]+${anyOf(en.wishBeside)}\\b.*$`, 'isu');

const DENIES_ELSE = new RegExp(`^${anyOf(en.denyingElse)}\\b`);

// "No, is that a problem?": what is asked back says nothing of what was asked.
const ASKED_BACK = new RegExp(`(?<=\\p{L})[ ,.!;-]+(?:(?:and|but|so) )?${anyOf(en.askedBack)}\\s*\\?+\\s*$`, 'iu');
// "Yes?"
const ASKS_BACK = /\?\s*$/;
// "Probably yes", "wait, yes".
const HEDGES = wordSet(en.hedges);

/** True of the words, by their number, that say yes or no outright: "no" and "isn't it" in "no it's new, isn't it". */
function outrightIn(text: string, answer: string, { unread, place }: PolarAnswer): (at: number) => boolean {
  const count = (words: string): number => placedWords(words).length;
  const all = count(text) - (count(answer) - count(withoutTag(answer)));
  const left = unread === withoutTag(answer) ? all : Math.min(count(unread), all - 1);
  return place === 'after' ? (at) => at < all - left || at >= all : (at) => at >= left;
}

/** What an answer in doubt most likely means: by what it tells rather than by its yes or no. */
function likely(text: string, answer: string, asked: string): Reply | undefined {
  const lead = explicitLead(answer, true);
  const when = saysWhen(answer, asked);
  if (when !== undefined) return byForm(text, when);
  const told = judge(lead?.rest ?? answer, asked);
  if (lead?.says === 'yes' && told.isElsewhere === true) return { ...beside(text), says: 'yes', certainty: 'likely' };
  if (lead && contradicts(lead.says, lead.rest)) return undefined;
  const means = told.isOutdone === true ? 'yes' : told.isOnlyElsewhere === true ? 'no' : lead && told.says;
  if (means === undefined) return undefined;
  const start = placedWords(text).length - placedWords(lead?.rest ?? answer).length;
  return { says: means, certainty: 'likely', ...reachOf(text, means, (at) => at < start, asked) };
}

/** The reach of a plain yes that is followed by something else than the point. */
function beside(text: string): Reach {
  const account = accountFor(text, ({ word }) => isSmallTalk(word));
  return { ...account, meetsPoint: false };
}
