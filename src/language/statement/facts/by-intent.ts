import { readIntent } from '../../intents/intents.ts';
import { anyOf } from '../../text/phrases.ts';
import en from '../en/facts/by-intent.json' with { type: 'json' };
import type { InferredFact } from '../inferred-fact.ts';
import type { Vocabulary } from '../phrases/vocabulary.ts';

/** Below this what a message is about is a guess. */
const SURE = 0.92;

/** The values of these facts that a message most likely means, judged by its intent. */
export function inferByIntent(vocabulary: Vocabulary, text: string, facts: readonly string[]): InferredFact[] {
  const candidates = facts.flatMap((fact) =>
    (vocabulary.facts.get(fact)?.intents ?? []).map((candidate) => ({ fact, ...candidate })),
  );
  if (candidates.every(({ intents }) => intents.length === 0) || praises(text)) return [];
  const { intent, confidence } = readIntent(text);
  if (confidence < SURE) return [];
  const meant = candidates.filter(({ intents }) => intents.includes(intent));
  return meant
    .filter(({ fact }) => meant.filter((other) => other.fact === fact).length === 1)
    .map(({ fact, value }) => ({
      fact,
      value,
      confidence: 'low',
      evidence: text.trim().slice(0, 120),
      spans: [{ start: 0, end: text.length }],
    }));
}

const PRAISE = /\b(?:work(?:s|ed|ing)?|fine|ok|okay|good|perfect|great)\b/i;
const DENIAL = new RegExp(`\\b(?:${anyOf(en.denial)}|[a-z]+n['\\u2019]?t)\\b`, 'i');

// What words are about tells nothing of their polarity: "it is working" is about working as "it is not" is.
function praises(text: string): boolean {
  return PRAISE.test(text) && !DENIAL.test(text);
}
