import { anyOf } from '../text/phrases.ts';
import en from './en/idioms.json' with { type: 'json' };
import questions from './en/yes-no.json' with { type: 'json' };

const LEAD = `^(?:${anyOf(en.leads)}[ ,.!:-]+)*`;
const TAIL = `(?:[ ,.!]+${anyOf(en.tails)})*[ ,.!]*$`;

const whole = (phrases: readonly string[]) => new RegExp(`${LEAD}${anyOf(phrases)}${TAIL}`);

const IDIOMS = [
  [whole(en.yes), 'yes'],
  [whole(en.no), 'no'],
] as const;
/** Replies to an offer or a "right?": of a fact these would say nothing. */
const REPLIES_TO_OFFER = [
  [whole(en.noToOffer), 'no'],
  [whole(en.yesToOffer), 'yes'],
] as const;
/** Replies to "is that right?" alone. */
const REPLIES_TO_SUMMARY = [
  [whole(en.noToSummary), 'no'],
  [whole(en.yesToSummary), 'yes'],
] as const;
/** "You have made a mistake", "that isn't what I wanted", "I said next day not express". */
const COMPLAINTS = [
  new RegExp(
    `\\byou(?:'ve|'re| have| had| are)?\\b.{0,40}\\b(?:${anyOf(en.mistakes)}|not (?:\\w+ ){0,3}(?:right|correct))\\b`,
  ),
  /\b(?:isn't|not|wasn't) what i (?:wanted|said|meant|asked)\b/,
  /\bi said \w+ \w+ not \w+/,
];

/** What a question is after: a fact of the case, agreement with what was understood, or with an offer. */
export type QuestionKind = 'fact' | 'confirmation' | 'offer';

/**
 * Yes or no where the whole answer is an idiom; without a question of fact, replies to an offer count too ("that's
 * all"), and those that agree to one agree with what was understood.
 */
export function idiom(answer: string, kind: QuestionKind): 'yes' | 'no' | undefined {
  const always = IDIOMS.find(([pattern]) => pattern.test(answer))?.[1];
  if (always !== undefined || kind === 'fact') return always;
  const ofSummary = kind === 'confirmation' ? replyIdiom(answer, kind) : undefined;
  if (ofSummary !== undefined) return ofSummary;
  if (answer.length <= 120 && COMPLAINTS.some((complaint) => complaint.test(answer))) return 'no';
  const reply = REPLIES_TO_OFFER.find(([pattern]) => pattern.test(answer))?.[1];
  return kind === 'confirmation' && reply === 'no' ? undefined : reply;
}

/** Yes or no where the whole answer is an idiom by which one replies to a summary or an offer, and to no other question. */
export function replyIdiom(answer: string, kind: QuestionKind): 'yes' | 'no' | undefined {
  if (kind === 'fact') return undefined;
  const idioms = kind === 'confirmation' ? REPLIES_TO_SUMMARY : REPLIES_TO_OFFER;
  return idioms.find(([pattern]) => pattern.test(answer))?.[1];
}

const OFFERS = new RegExp(`\\b${anyOf(questions.offers)}\\b[^.?!]*[.?!]*$`);
const CONFIRMS = new RegExp(`\\b${anyOf(questions.confirmations)}\\b[^.?!]*[.?!]*$`);

/** What the plain text of a question is after; without a question, anything may be agreed to. */
export function kindOf(asked: string | undefined): QuestionKind {
  if (asked === undefined || OFFERS.test(asked)) return 'offer';
  return CONFIRMS.test(asked) ? 'confirmation' : 'fact';
}

const LAST_WORD = new RegExp(
  `(?:[,.;!] ?|\\b(?:so|but) |\\b(?:thanks|thank you|thanks a lot|fine|good|ok|okay) )(yes|yeah|yep|yup|no|nope|nah)(?:,? ${anyOf(en.afterLastWord)})*$`,
);

/** The yes or no that an answer ends with, and what leads up to it: "When I press them, yes, it does", "all good no thanks". */
export function lastWord(answer: string): { says: 'yes' | 'no'; before: string } | undefined {
  const found = LAST_WORD.exec(answer);
  const [, last = ''] = found ?? [];
  if (found === null) return undefined;
  return { says: last.startsWith('y') ? 'yes' : 'no', before: answer.slice(0, found.index) };
}
