import type { Span } from '../inferred-fact.ts';
import type { Mood } from '../tokens/mood.ts';
import { type Evidence, isStated, type Reading, spansOf, spansOfWords } from './evidence.ts';

/** What a phrase would say, had it not stood where nothing is stated. */
export interface Dropped {
  fact: string;
  value?: string | boolean;
  /** `asked` in a question, `supposed` in a condition, `aside` of something else than the item. */
  mood: Mood;
  spans: Span[];
}

/** The phrases of a message that state nothing, because of where they stand; of each value one of a mood. */
export function droppedIn(reading: Reading): Dropped[] {
  const unsaid = reading.evidence.filter((one) => !isStated(one) && one.sense.kind !== 'cue' && !isImplying(one));
  const alike = Map.groupBy(unsaid, (one) => JSON.stringify([one.sense, one.mood]));
  return [...alike.values()].flatMap(([one, ...others]) =>
    one
      ? [{ fact: one.sense.fact, ...senseValue(one), mood: one.mood, spans: spansOf(reading, [one, ...others]) }]
      : [],
  );
}

function isImplying({ sense }: Evidence): boolean {
  return sense.kind === 'value' && sense.isImplied === true;
}

function senseValue({ sense }: Evidence): Pick<Dropped, 'value'> {
  return 'value' in sense ? { value: sense.value } : {};
}

/** The stretches of a message of one mood. */
export function spansOfMood({ tokens, moods }: Reading, mood: Mood): Span[] {
  return spansOfWords(
    tokens,
    moods.flatMap((one, at) => (one === mood ? [at] : [])),
  );
}
