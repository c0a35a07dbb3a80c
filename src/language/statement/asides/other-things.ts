import { anyOf, wordSet } from '../../text/phrases.ts';
import en from '../en/asides/other-things.json' with { type: 'json' };
import { isAuxiliary } from '../tokens/function-words.ts';
import type { Token } from '../tokens/tokens.ts';
import type { Stretch } from './aside.ts';

const NOT_THIS_ONE = wordSet(en.notThisOne);
/** "The previous one" is another item whoever had it; "the last one" may be the last of several. */
const EARLIER_ONE = wordSet(en.earlierOne);
/** "My old address" is no other item. */
const NO_THING = wordSet(en.noThing);
const PEOPLE = wordSet(en.people);
const OWNING = wordSet(en.owning);
const THEIR_OWN = wordSet(en.theirOwn);
const VERBS = wordSet(en.verbs);
/** What may follow "the courier's", where it is short for "the courier is". */
const SENT_ASTRAY = wordSet(en.sentAstray);
const FATES = wordSet(en.fates);
const WITHDRAWING = wordSet(en.withdrawing);
const AFTER_HIS = wordSet(en.afterHis);
/** The most words of what somebody did with theirs. */
const MAX_ACT = 9;
const IS_SO = wordSet(en.isSo);
const BACK_TO_ITEM = wordSet(en.backToItem);
const OF_WHOM = wordSet(en.ofWhom);
const ARTICLES = new Set('my our the his her a an your'.split(' '));
/** The most words of "the parcel that my neighbour got" before whose it is. */
const BEFORE_OWNER = 4;

/** The talk about a thing that is not the item, if it begins at a place: "my last one broke", "my sister's laptop". */
export function otherThing(tokens: readonly Token[], at: number, end: number): Stretch | undefined {
  const isOther =
    isSomebodys(tokens, at) ||
    isFormer(tokens, at, end) ||
    isOfPerson(tokens, at, end) ||
    isPersonsFate(tokens, at) ||
    isPersonsOwnAct(tokens, at, end) ||
    isOwnedByOther(tokens, at, end) ||
    isOfNextOne(tokens, at, end) ||
    isOneOfOthers(tokens, at, end);
  return isOther ? { from: at, end: otherEnd(tokens, at, end) } : undefined;
}

/**
 * "I have a coupon for my next order", "I ordered a new one on 18 November": from the start of a clause on, it is of a
 * purchase that comes after the one that all is about.
 */
function isOfNextOne(tokens: readonly Token[], at: number, end: number): boolean {
  if (at > 0 && tokens[at]?.pause === 'none') return false;
  const next = tokens.findIndex(({ pause }, i) => i > at && pause !== 'none');
  const words = tokens.slice(at, next < 0 ? end : Math.min(next, end)).map(({ word }) => word);
  return OF_NEXT_ONE.test(words.join(' '));
}

const OF_NEXT_ONE = new RegExp(`\\b(?:${anyOf(en.forNextTime)}|${anyOf(en.boughtAnew)})\\b`);

/** True if "the other one", "the second" does or is something. */
export function isOtherOfTwo(tokens: readonly Token[], at: number): boolean {
  const [the, other, one, verb] = tokens.slice(at, at + 4);
  if (the?.word !== 'the' || !/^(?:other|others|second|rest)$/.test(other?.word ?? '')) return false;
  if (one?.pause === 'none' && isVerb(one.word)) return true;
  return one?.pause === 'none' && !NO_THING.has(one.word) && isVerb(verb?.word ?? '');
}

/** True if a word tells that something is or does something. */
export function isVerb(word: string): boolean {
  return isAuxiliary(word) || VERBS.has(word);
}

// "His is broken", "somebody else's broke".
function isSomebodys(tokens: readonly Token[], at: number): boolean {
  const [first, second] = tokens.slice(at, at + 2);
  if (/^(?:his|hers|theirs)$/.test(first?.word ?? '')) return isVerb(second?.word ?? '');
  // "Somebody else's parcel came": that is what went wrong.
  if (SENT_ASTRAY.has(tokens[at + 3]?.word ?? '')) return false;
  return second?.word === 'else' && second.isPossessive && /^(?:somebody|someone)$/.test(first?.word ?? '');
}

// "My old one", "the previous one", "the other one works".
function isFormer(tokens: readonly Token[], at: number, end: number): boolean {
  const [article, which, thing] = tokens.slice(at, Math.min(at + 3, end));
  if (!which || !thing) return false;
  if (article?.word === 'my' && NOT_THIS_ONE.has(which.word)) return !NO_THING.has(thing.word);
  const isEarlier = ARTICLES.has(article?.word ?? '') && EARLIER_ONE.has(which.word) && thing.word === 'one';
  return isEarlier || isOtherOfTwo(tokens, at);
}

// "My sister's laptop", "a friend of mine".
function isOfPerson(tokens: readonly Token[], at: number, end: number): boolean {
  const [article, owner, thing, next] = tokens.slice(at, Math.min(at + 4, end));
  if (!owner || !thing || !ARTICLES.has(article?.word ?? '') || !PEOPLE.has(owner.word)) return false;
  // "Booked for my son's workshop".
  if (OF_WHOM.has(tokens[at - 1]?.word ?? '')) return false;
  if (owner.isPossessive) return !(next && (IS_SO.has(next.word) || next.word.endsWith('ing')));
  const isOfMine = thing.word === 'of' && /^(?:mine|ours)$/.test(next?.word ?? '');
  // "A friend of mine has one"; "a friend of mine repaired it" tells of the item.
  if (isOfMine) return OWNING.has(tokens[at + 4]?.word ?? '') && hasTheirOwn(tokens, at + 5, end);
  return OWNING.has(thing.word) && hasTheirOwn(tokens, at + 3, end);
}

// "My husband died".
function isPersonsFate(tokens: readonly Token[], at: number): boolean {
  const [person, first, second] = tokens.slice(at, at + 3).map(({ word }) => word);
  if (!PEOPLE.has(person ?? '')) return false;
  return FATES.has(first ?? '') || (isAuxiliary(first ?? '') && FATES.has(second ?? ''));
}

// "My friend withdrew from the contract", "my sister changed her mind about hers"; "my wife changed her mind" is of the item.
function isPersonsOwnAct(tokens: readonly Token[], at: number, end: number): boolean {
  const [article, person, verb] = tokens.slice(at, Math.min(at + 3, end));
  if (!ARTICLES.has(article?.word ?? '') || !PEOPLE.has(person?.word ?? '') || person?.isPossessive) return false;
  if (WITHDRAWING.has(verb?.word ?? '')) return true;
  const told = tokens.slice(at + 2, Math.min(at + MAX_ACT, end));
  // "My mate got his at a discount", but "my son opened his parcel".
  const isHis = (place: number): boolean =>
    told[place]?.word === 'his' && (told[place + 1]?.pause !== 'none' || AFTER_HIS.has(told[place + 1]?.word ?? ''));
  return told.some(({ word }, place) => /^(?:hers|theirs)$/.test(word) || isHis(place));
}

// "My friend has the same one", "my brother bought one too".
function hasTheirOwn(tokens: readonly Token[], from: number, end: number): boolean {
  const [first, second] = tokens.slice(from, Math.min(from + 2, end));
  return THEIR_OWN.has(first?.word ?? '') || (first?.word === 'the' && THEIR_OWN.has(second?.word ?? ''));
}

// "The box my neighbour got".
function isOwnedByOther(tokens: readonly Token[], at: number, end: number): boolean {
  if (!/^(?:the|a|an)$/.test(tokens[at]?.word ?? '')) return false;
  const owner = tokens.slice(at + 2, Math.min(at + BEFORE_OWNER, end)).findIndex(({ word }) => word === 'my') + at + 2;
  if (owner < at + 2 || !PEOPLE.has(tokens[owner + 1]?.word ?? '') || !OWNING.has(tokens[owner + 2]?.word ?? ''))
    return false;
  return tokens.slice(at + 1, owner + 3).every(({ pause }) => pause === 'none');
}

// "Bought it to replace a broken one".
function isOneOfOthers(tokens: readonly Token[], at: number, end: number): boolean {
  const [to, replace, article, which] = tokens.slice(at, Math.min(at + 4, end)).map(({ word }) => word);
  if (to !== 'to' || replace !== 'replace') return false;
  return /^(?:a|an)$/.test(article ?? '') || (article === 'my' && NOT_THIS_ONE.has(which ?? ''));
}

function otherEnd(tokens: readonly Token[], at: number, end: number): number {
  for (let next = at + 2; next < end; next += 1) {
    const isOfMine = tokens[next - 1]?.word === 'of';
    if (BACK_TO_ITEM.has(tokens[next]?.word ?? '') && !isOfMine) return next;
  }
  return end;
}
