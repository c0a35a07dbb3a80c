import { wordSet } from '../text/phrases.ts';
import { plainAnswer } from '../text/plain-text.ts';
import why from './vocabulary/why.json' with { type: 'json' };

const ASKING: ReadonlySet<string> = new Set([...wordSet(why.why), ...why.phrases]);

/** True if a whole message asks why in one of the languages that customers try: "warum?", "por qué". */
export function asksWhyElsewhere(text: string): boolean {
  return ASKING.has(
    plainAnswer(text, 40)
      .replace(/[?!¿？！؟.]+/g, ' ')
      .trim(),
  );
}
