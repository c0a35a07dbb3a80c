import { isSupposed } from './doubts.ts';
import distressWords from './en/distress.json' with { type: 'json' };
import harmlessWords from './en/harmless.json' with { type: 'json' };
import hazardWords from './en/hazard.json' with { type: 'json' };
import injuryWords from './en/injury.json' with { type: 'json' };
import { expressionOf, textBefore } from './phrases.ts';
import { type Mentioning, mentioning, scenesIn } from './scenes/scenes.ts';
import { type Sentence, sentencesIn } from './sentences.ts';

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

/** What is worst comes first. */
const kinds: readonly Kind[] = [
  kindOf('distress', distressWords, true),
  kindOf('injury', injuryWords, false),
  kindOf('hazard', hazardWords, false),
];
const harmless = expressionOf(harmlessWords.things);
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
export function readDanger(message: string): Danger | undefined {
  const sentences = sentencesIn(message).map(withoutHarmless);
  const mentionings = sentences.map(mentioning);
  for (const kind of kinds) {
    for (const [place, sentence] of sentences.entries()) {
      const found =
        find(kind, sentence) ??
        findBySeveral[kind.kind]?.(sentence, sentences) ??
        findScene(kind, mentionings[place], mentionings);
      if (found) return found;
    }
  }
  return undefined;
}

/** A sentence in which everyday words that sound like danger are blanked out. */
function withoutHarmless(sentence: Sentence): Sentence {
  return { ...sentence, text: sentence.text.replace(harmless, (words) => '.'.repeat(words.length)) };
}

function find(
  { kind, phrases, denied, deniedWithin, cues, evenSupposed }: Kind,
  sentence: Sentence,
): Danger | undefined {
  if (sentence.text.search(cues) < 0) return undefined;
  for (const match of sentence.text.matchAll(phrases)) {
    if (isDenied(denied, sentence, match.index) || match[0].search(deniedWithin) >= 0) continue;
    if (evenSupposed || !isSupposed(sentence, match.index)) return dangerAt(kind, sentence, match);
  }
  return undefined;
}

function isDenied(denied: RegExp, { text }: Sentence, at: number): boolean {
  // "No, it exploded" corrects, and denies nothing.
  const corrects = /^no (?=(?:it|the|my|i|he|she|they|we|,)\b|,)/;
  return textBefore(text, at, DENIAL_REACH).replace(corrects, '').search(denied) >= 0;
}

/** What people, things and what happens to them say together, in whatever words between. */
function findScene(
  { kind, denied, evenSupposed }: Kind,
  at: Mentioning | undefined,
  all: readonly Mentioning[],
): Danger | undefined {
  if (!at) return undefined;
  const { sentence } = at;
  for (const { eventAt, start, end } of scenesIn(kind, at, all)) {
    if (isDenied(denied, sentence, eventAt) || (!evenSupposed && isSupposed(sentence, eventAt))) continue;
    return { kind, start: sentence.startOf(start), end: sentence.endOf(end) };
  }
  return undefined;
}

/** What only several parts of a message together say. */
const findBySeveral: Partial<
  Record<Danger['kind'], (sentence: Sentence, all: readonly Sentence[]) => Danger | undefined>
> = { distress: findDespair, injury: findHospital };

/** Weary words, which anybody may write in anger, of somebody who has lost what matters to them. */
function findDespair(sentence: Sentence, all: readonly Sentence[]): Danger | undefined {
  const [match] = sentence.text.matchAll(weariness);
  return match && all.some(({ text }) => text.search(loss) >= 0) ? dangerAt('distress', sentence, match) : undefined;
}

/** Somebody in hospital because of the item, or who was taken there; not who is late because of an illness. */
function findHospital(sentence: Sentence, all: readonly Sentence[]): Danger | undefined {
  const isCaused = all.some(({ text }) => text.search(through) >= 0);
  const isExcuse = all.some(({ text }) => text.search(otherwise) >= 0);
  const expression = isCaused ? hospital : isExcuse ? undefined : takenToHospital;
  const [match] = expression ? sentence.text.matchAll(expression) : [];
  return match && !isSupposed(sentence, match.index) ? dangerAt('injury', sentence, match) : undefined;
}

function dangerAt(kind: Danger['kind'], sentence: Sentence, match: RegExpExecArray): Danger {
  return { kind, start: sentence.startOf(match.index), end: sentence.endOf(match.index + match[0].length) };
}
