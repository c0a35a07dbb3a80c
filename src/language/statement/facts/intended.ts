import type { PolicyFile } from '../../../policy/format/schema.ts';
import { readIntent } from '../../intents/intents.ts';
import type { HeardFact } from '../heard.ts';

/** Below this what a message is about is a guess. */
const SURE = 0.92;

/** The values that a message most likely means by what it is about, for these facts. */
export function intendedFacts(file: PolicyFile, text: string, facts: readonly string[]): HeardFact[] {
  const candidates = Object.entries(file.facts).flatMap(([fact, described]) =>
    described.type === 'choice' && facts.includes(fact)
      ? Object.entries(described.values).flatMap(([value, { intents }]) =>
          intents.length ? [{ fact, value, intents }] : [],
        )
      : [],
  );
  if (candidates.length === 0 || praises(text)) return [];
  const { intent, confidence } = readIntent(text);
  if (confidence < SURE) return [];
  const meant = candidates.filter(({ intents }) => intents.some((one) => one === intent));
  return meant
    .filter(({ fact }) => meant.filter((other) => other.fact === fact).length === 1)
    .map(({ fact, value }) => ({ fact, value, confidence: 'low', evidence: text.trim().slice(0, 120) }));
}

const PRAISE = /\b(?:work(?:s|ed|ing)?|fine|ok|okay|good|perfect|great)\b/i;
const DENIAL = /\b(?:no|not|never|hardly|barely|without|nothing|stopp?ed|but|until|cannot|[a-z]+n['\u2019]?t)\b/i;

// What words are about tells nothing of their polarity: "it is working" is about working as "it is not" is.
function praises(text: string): boolean {
  return PRAISE.test(text) && !DENIAL.test(text);
}
