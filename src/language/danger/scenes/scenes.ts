import en from '../en/scenes.json' with { type: 'json' };
import type { Sentence } from '../sentences.ts';
import { type Mention, type Mentions, mentionsIn } from './concepts.ts';

/**
 * What happens and to what, which may be said in any order and with other words between: "the sheath drips", "dripping
 * off the hot cable". `a|b` is either concept.
 */
export interface Scene {
  /** The concept that is there only if it is neither denied nor imagined. */
  event: string;
  /** Concepts beside it, of each at least one at most `within` words away. */
  with: string[][];
  within: number;
  /** Concepts somewhere in the message, of each at least one. */
  somewhere: string[][];
  /** Concepts that turn it into something everyday wherever in the sentence they stand. */
  unless: string[];
}

/** How far apart parts of a scene can be where it says nothing. */
const WITHIN = 6;

const scenesByKind: Readonly<Record<keyof typeof en, readonly Scene[]>> = {
  distress: en.distress.map(sceneOf),
  injury: en.injury.map(sceneOf),
  hazard: en.hazard.map(sceneOf),
};

/** A scene as one line: "burn + ownBody within 4, somewhere product, unless food". */
function sceneOf(line: string): Scene {
  const [parts = '', ...conditions] = line.split(', ');
  const [, concepts = '', within] = /^(.*?)(?: within (\d+))?$/.exec(parts) ?? [];
  const [event = '', ...others] = concepts.split(' + ');
  const listed = (word: string) =>
    conditions.flatMap((one) => (one.startsWith(`${word} `) ? [one.slice(word.length + 1).split('|')] : []));
  return {
    event,
    with: others.map((one) => one.split('|')),
    within: within === undefined ? WITHIN : Number(within),
    somewhere: listed('somewhere'),
    unless: listed('unless').flat(),
  };
}

/** Every scene, for what checks the data. */
export const scenes: readonly Scene[] = Object.values(scenesByKind).flat();

/** A sentence with the concepts that it mentions. */
export interface Mentioning {
  sentence: Sentence;
  mentions: Mentions;
}

/** A sentence with the concepts that it mentions. */
export function mentioning(sentence: Sentence): Mentioning {
  return { sentence, mentions: mentionsIn(sentence.text.split(' ')) };
}

/**
 * The places of a sentence's text where scenes of a kind stand, each from the first word of its event on; `inMessage`
 * are the concepts that any sentence of its message mentions.
 */
export function* scenesIn(
  kind: keyof typeof en,
  { sentence, mentions }: Mentioning,
  inMessage: ReadonlySet<string>,
): Generator<{ eventAt: number; start: number; end: number }> {
  if (mentions.size === 0) return;
  const words = sentence.text.split(' ');
  for (const scene of scenesByKind[kind]) {
    const events = mentions.get(scene.event);
    if (!events || scene.unless.some((concept) => mentions.has(concept))) continue;
    if (!scene.somewhere.every((concepts) => concepts.some((concept) => inMessage.has(concept)))) continue;
    const others = scene.with.map((concepts) => nearestOf(concepts, mentions, scene.within));
    for (const event of events) {
      const beside = others.map((nearest) => nearest(event));
      if (!beside.every((mention) => mention !== undefined)) continue;
      const parts = [event, ...beside];
      const first = Math.min(...parts.map((part) => part.first));
      const last = Math.max(...parts.map((part) => part.last));
      yield { eventAt: placeOf(words, event.first), start: placeOf(words, first), end: placeOf(words, last + 1) - 1 };
    }
  }
}

/**
 * Finds the mention of some concepts next to another one that shares no word with it, at most so many words away. Has to
 * be asked about one after the other in their order: what is too far behind one is not looked at again.
 */
function nearestOf(
  concepts: readonly string[],
  mentions: Mentions,
  within: number,
): (to: Mention) => Mention | undefined {
  const lists = concepts.map((concept) => ({ list: mentions.get(concept) ?? [], from: 0 }));
  return (to) => {
    let near: Mention | undefined;
    let nearness = within + 2;
    for (const one of lists) {
      while (to.first - (one.list[one.from]?.last ?? to.first) > within + 1) one.from += 1;
      for (let at = one.from; at < one.list.length; at += 1) {
        const mention = one.list[at];
        if (!mention || mention.first - to.last > within + 1) break;
        const distance = Math.max(mention.first - to.last, to.first - mention.last);
        if (distance <= 0 || distance >= nearness) continue;
        near = mention;
        nearness = distance;
      }
    }
    return near;
  };
}

/** The place in a text where a word of it begins. */
function placeOf(words: readonly string[], word: number): number {
  return words.slice(0, word).reduce((place, { length }) => place + length + 1, 0);
}
