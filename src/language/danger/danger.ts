import { isSupposed } from './doubts.ts';
import distressWords from './en/distress.json' with { type: 'json' };
import hazardWords from './en/hazard.json' with { type: 'json' };
import injuryWords from './en/injury.json' with { type: 'json' };
import { type Message, messageOf } from './message.ts';
import { expressionOf, textBefore } from './phrases.ts';
import { type Mentioning, scenesIn } from './scenes/scenes.ts';
import type { Sentence } from './sentences.ts';

/**
 * What a message says of danger, and the characters of it that say so. `hazard`: a thing burns, smokes or may do harm.
 * `injury`: it has done harm to somebody. `distress`: somebody may harm themselves.
 */
export interface Danger {
  kind: 'hazard' | 'injury' | 'distress';
  start: number;
  end: number;
}

interface Kind {
  kind: Danger['kind'];
  phrases: RegExp;
  /** Ends of what stands before a phrase that turn it around, and what does so within it. */
  denied: RegExp;
  deniedWithin: RegExp;
  /** Words without one of which no phrase can be there: most sentences need no closer look. */
  cues: RegExp;
  /** True if it counts as well where it is only imagined. */
  evenSupposed: boolean;
}

/** How far before what it denies a denial can stand, in characters. */
const DENIAL_REACH = 80;

/** How many denied or imagined places of a sentence are passed over before it is taken to say nothing else. */
const MAX_TRIED = 40;

/** What is worst comes first. */
const kinds: readonly Kind[] = [
  kindOf('distress', distressWords, true),
  kindOf('injury', injuryWords, false),
  kindOf('hazard', hazardWords, false),
];
const weariness = expressionOf(distressWords.weariness);
const loss = expressionOf(distressWords.loss);
const takenToHospital = expressionOf(injuryWords.taken);
const hospital = expressionOf(injuryWords.hospital);
const through = expressionOf(injuryWords.through);
const otherwise = expressionOf(injuryWords.otherwise);

function kindOf(
  kind: Kind['kind'],
  { phrases, denied, deniedWithin, cues }: Pick<typeof hazardWords, 'phrases' | 'denied' | 'deniedWithin' | 'cues'>,
  evenSupposed: boolean,
): Kind {
  return {
    kind,
    phrases: expressionOf(phrases),
    denied: expressionOf(denied),
    deniedWithin: expressionOf(deniedWithin),
    cues: expressionOf(cues.flatMap((line) => line.split(' '))),
    evenSupposed,
  };
}

/**
 * The danger that a message tells of, the worst one first; `undefined` for everyday words that only sound alike, for
 * what is denied, and for what could happen but has not.
 */
export function readDanger(text: string): Danger | undefined {
  const message = messageOf(text);
  for (const kind of kinds) {
    for (const sentence of message.sentences) {
      const found = find(kind, sentence, message);
      if (found) return found;
    }
  }
  return undefined;
}

/** A place in a sentence's text where something of a kind is said. */
interface Place {
  /** Where what happens begins, before which it can be denied. */
  eventAt: number;
  start: number;
  end: number;
}

function find(kind: Kind, at: Mentioning, message: Message): Danger | undefined {
  return (
    firstAsserted(kind, at.sentence, phrasesIn(kind, at.sentence)) ??
    findBySeveral[kind.kind]?.(at.sentence, message) ??
    firstAsserted(kind, at.sentence, scenesIn(kind.kind, at, message.concepts))
  );
}

function* phrasesIn({ phrases, deniedWithin, cues }: Kind, { text }: Sentence): Generator<Place> {
  // Most sentences have none, and an iterator costs more than the search.
  if (text.search(cues) < 0 || text.search(phrases) < 0) return;
  for (const { 0: words, index } of text.matchAll(phrases)) {
    if (words.search(deniedWithin) < 0) yield { eventAt: index, start: index, end: index + words.length };
  }
}

/** The first of some places that is neither denied nor imagined. */
function firstAsserted(kind: Kind, sentence: Sentence, places: Iterable<Place>): Danger | undefined {
  let tried = 0;
  for (const { eventAt, start, end } of places) {
    if (++tried > MAX_TRIED) return undefined;
    if (isDenied(kind.denied, sentence, eventAt)) continue;
    if (kind.evenSupposed || !isSupposed(sentence, eventAt)) return dangerAt(kind.kind, sentence, start, end);
  }
  return undefined;
}

function isDenied(denied: RegExp, { text }: Sentence, at: number): boolean {
  // "No, it exploded" corrects, and denies nothing.
  const corrects = /^no (?=(?:it|the|my|i|he|she|they|we|,)\b|,)/;
  return textBefore(text, at, DENIAL_REACH).replace(corrects, '').search(denied) >= 0;
}

/** What only several parts of a message together say. */
const findBySeveral: Partial<Record<Danger['kind'], (sentence: Sentence, message: Message) => Danger | undefined>> = {
  distress: findDespair,
  injury: findHospital,
};

/** Weary words, which anybody may write in anger, of somebody who has lost what matters to them. */
function findDespair(sentence: Sentence, message: Message): Danger | undefined {
  const match = firstMatch(weariness, sentence);
  return match && message.says(loss) ? dangerAt('distress', sentence, ...placesOf(match)) : undefined;
}

/** Somebody in hospital because of the item, or who was taken there; not who is late because of an illness. */
function findHospital(sentence: Sentence, message: Message): Danger | undefined {
  const elsewhere = message.says(otherwise) ? undefined : takenToHospital;
  const expression = message.says(through) ? hospital : elsewhere;
  const match = expression && firstMatch(expression, sentence);
  if (!match || isSupposed(sentence, match.index)) return undefined;
  return dangerAt('injury', sentence, ...placesOf(match));
}

function firstMatch(expression: RegExp, { text }: Sentence): RegExpExecArray | undefined {
  return text.search(expression) < 0 ? undefined : text.matchAll(expression).next().value;
}

function placesOf(match: RegExpExecArray): [start: number, end: number] {
  return [match.index, match.index + match[0].length];
}

function dangerAt(kind: Danger['kind'], sentence: Sentence, start: number, end: number): Danger {
  return { kind, start: sentence.startOf(start), end: sentence.endOf(end) };
}
