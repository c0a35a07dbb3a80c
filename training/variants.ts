import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../src/language/intents/features.ts';
import type { Intent } from '../src/language/intents/intents.ts';
import { type Example, linesOf } from './examples.ts';
import { sequence } from './sequence.ts';

const CONTEXT = linesOf(readFileSync(join(import.meta.dirname, 'intents', 'context.txt'), 'utf8'));

/** What stays itself only when it stands alone: beside anything else a message is about that. */
const ALONE: ReadonlySet<Intent> = new Set<Intent>(['greeting', 'thanks', 'goodbye', 'abuse']);
const REASONS: ReadonlySet<Intent> = new Set<Intent>([
  'defective',
  'damaged_on_delivery',
  'incomplete_on_delivery',
  'wrong_item_received',
  'wrong_item_ordered',
  'does_not_fit',
  'change_of_mind',
  'digital_product_problem',
]);

/**
 * Each example again, so many times, as other customers would send it: greeted, among things beside the point, with the money asked back,
 * mistyped. A reason stays the reason when a refund is asked for as well.
 */
export function variantsOf(examples: readonly Example[], times: number): Example[][] {
  const greetings = textsOf(examples, 'greeting');
  const requests = textsOf(examples, 'return_unspecified');
  return examples.map((example) =>
    Array.from({ length: times }, (_, at) => {
      // Drawn from the text itself, so that one example more changes no other's variants.
      const random = sequence(hashOf(`${at} ${example.text}`));
      return { ...example, text: mistyped(among(example, { greetings, requests }, random), random) };
    }),
  );
}

interface Around {
  greetings: readonly string[];
  requests: readonly string[];
}

function among({ intent, text }: Example, { greetings, requests }: Around, random: () => number): string {
  const one = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? '';
  if (ALONE.has(intent)) return text;
  const parts = [text];
  if (REASONS.has(intent) && random() < 0.35) parts.splice(random() < 0.6 ? 1 : 0, 0, one(requests));
  if (random() < 0.3) parts.push(one(CONTEXT));
  if (random() < 0.3) parts.unshift(one(CONTEXT));
  if (random() < 0.35) parts.unshift(one(greetings));
  return parts.join(random() < 0.7 ? '. ' : ' ');
}

function textsOf(examples: readonly Example[], wanted: Intent): string[] {
  return examples.filter(({ intent, register }) => intent === wanted && register === 'short').map(({ text }) => text);
}

const MISTYPED_SHARE = 0.08;

function mistyped(text: string, random: () => number): string {
  return text.replace(/\p{L}{4,}/gu, (word) => (random() < MISTYPED_SHARE ? slipped(word, random) : word));
}

/** A word with two letters swapped, one left out, or one doubled; its first letter stays. */
function slipped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = random();
  if (kind < 0.4) return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  if (kind < 0.8) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word.charAt(at) + word.slice(at);
}
