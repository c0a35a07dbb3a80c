import harmlessWords from './en/harmless.json' with { type: 'json' };
import { expressionOf } from './phrases.ts';
import { type Mentioning, mentioning } from './scenes/scenes.ts';
import { type Sentence, sentencesIn } from './sentences.ts';

/** The sentences of a message, and what is asked about all of them for each: looked up once, however many there are. */
export interface Message {
  sentences: readonly Mentioning[];
  /** The concepts that any sentence mentions. */
  concepts: ReadonlySet<string>;
  /** True if any sentence has words of an expression. */
  says(expression: RegExp): boolean;
}

const harmless = expressionOf(harmlessWords.things);

/** A message in its sentences, of which everyday words that sound like danger are blanked out. */
export function messageOf(text: string): Message {
  const sentences = sentencesIn(text).map(withoutHarmless).map(mentioning);
  const said = new Map<RegExp, boolean>();
  return {
    sentences,
    concepts: new Set(sentences.flatMap(({ mentions }) => [...mentions.keys()])),
    says(expression) {
      const known = said.get(expression) ?? sentences.some(({ sentence }) => sentence.text.search(expression) >= 0);
      said.set(expression, known);
      return known;
    },
  };
}

function withoutHarmless(sentence: Sentence): Sentence {
  return { ...sentence, text: sentence.text.replace(harmless, (words) => '.'.repeat(words.length)) };
}
