import { z } from 'zod';
import { INTENTS, type Intent } from '../../../language/intents/intents.ts';
import { plainText } from '../../../language/text/plain-text.ts';
import { type IsoDate, isIsoDate } from '../../../policy/calendar.ts';
import type { Fact, PolicyFile } from '../../../policy/format/schema.ts';

/** A fact as the model read it, with the words of the message that say so. */
export interface LlmFact {
  fact: string;
  value: string | number | boolean | string[];
  evidence: string;
}

/** What the model read in a message; like every reading it is shown to the customer before it counts. */
export interface LlmReading {
  facts: LlmFact[];
  intent?: Intent;
}

/** What an answer is held to. */
export interface Held {
  policy: PolicyFile;
  /** The message as the model saw it. */
  message: string;
  today: IsoDate;
}

const mostFacts = 30;
const shortestEvidence = 3;
const longestEvidence = 300;

/** The facts that a message can tell; a price comes from the order, and what is never asked is not read either. */
export function tellableFacts({ facts }: PolicyFile): [string, Fact][] {
  return Object.entries(facts).filter(
    ([, fact]) => fact.type !== 'money' && !('asked' in fact && fact.asked === false),
  );
}

/** The shape of an answer, for an endpoint that can be held to a JSON Schema. */
export function answerSchema(policy: PolicyFile, today: IsoDate) {
  return z.strictObject({
    facts: z.array(z.union(tellableFacts(policy).map(([id, fact]) => factSchema(id, fact, today)))),
    intent: z.enum(INTENTS).nullable(),
  });
}

/** Reads an answer: what is unknown, of a wrong type or not said in the message is left out; undefined if it is no answer at all. */
export function readAnswer(content: string, held: Held): LlmReading | undefined {
  const answer = outline.safeParse(jsonIn(content));
  if (!answer.success) return undefined;
  const { facts, intent } = answer.data;
  const known = facts.slice(0, mostFacts).flatMap((entry) => factIn(entry, held) ?? []);
  const read = z.enum(INTENTS).safeParse(intent);
  return { facts: withoutContradictions(known), ...(read.success && { intent: read.data }) };
}

const outline = z.object({ facts: z.array(z.unknown()), intent: z.unknown().optional() });

function factIn(entry: unknown, { policy, message, today }: Held): LlmFact | undefined {
  const named = z.object({ fact: z.string() }).safeParse(entry);
  if (!named.success) return undefined;
  const [id, fact] = tellableFacts(policy).find(([other]) => other === named.data.fact) ?? [];
  if (id === undefined || fact === undefined) return undefined;
  const read = factSchema(id, fact, today).safeParse(entry);
  return read.success && isSaid(read.data.evidence, message) ? read.data : undefined;
}

function factSchema(id: string, fact: Fact, today: IsoDate) {
  return z.strictObject({
    fact: z.literal(id),
    value: valueSchema(fact, today),
    evidence: z.string().max(longestEvidence),
  });
}

function valueSchema(fact: Fact, today: IsoDate): z.ZodType<LlmFact['value']> {
  switch (fact.type) {
    case 'choice':
      return z.enum(Object.keys(fact.values));
    case 'set':
      return z.array(z.enum(Object.keys(fact.values))).min(1);
    case 'yes-no':
      return z.boolean();
    case 'months':
      return z.int().min(0).max(fact.max);
    case 'date':
      return day(fact.future ? undefined : today);
    case 'instant':
      return day(today);
    case 'money':
      return z.never();
  }
}

/** No purchase of a living shop is older, and no warranty runs longer. */
const first = '1970-01-01';
const last = '2100-12-31';

function day(latest: IsoDate | undefined) {
  return z.string().refine((text) => isIsoDate(text) && text >= first && text <= (latest ?? last));
}

/** Whether the words stand in the message, whatever their case and spacing; a mask is nothing the customer said. */
function isSaid(evidence: string, message: string): boolean {
  const words = wordsOnly(evidence);
  return (
    words.length >= shortestEvidence &&
    !/\[(?:number|e-mail|link)\]/.test(evidence) &&
    wordsOnly(message).includes(words)
  );
}

function wordsOnly(text: string): string {
  return plainText(text, 4_000).replace(/\s+/g, ' ');
}

/** A fact with two values is read as neither. */
function withoutContradictions(facts: readonly LlmFact[]): LlmFact[] {
  const valuesOf = (id: string) =>
    new Set(facts.filter(({ fact }) => fact === id).map(({ value }) => JSON.stringify(value)));
  return facts.filter(
    ({ fact }, at) => valuesOf(fact).size === 1 && facts.findIndex((one) => one.fact === fact) === at,
  );
}

/** The JSON of an answer, in a Markdown fence or after a model's own thoughts too. */
function jsonIn(content: string): unknown {
  const spoken = content
    .slice(content.lastIndexOf('</think>') + 1)
    .replace(/^\/think>/, '')
    .trim();
  const fenced = /^```(?:json)?\s*\n([\s\S]*?)\n\s*```$/.exec(spoken);
  try {
    return JSON.parse(fenced?.[1] ?? spoken);
  } catch {
    return undefined;
  }
}
