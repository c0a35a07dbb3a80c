import { z } from 'zod';
import { INTENTS, type Intent } from '../../../language/intents/intents.ts';
import { plainText } from '../../../language/text/plain-text.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import type { Fact, PolicyFile } from '../../../policy/format/schema.ts';
import type { FactForModel } from '../fact-types/fact-reading.ts';
import { readingOf } from '../fact-types/fact-readings.ts';

/** A fact as the model read it, with the words of the message that say so. */
export interface LlmFact {
  fact: string;
  value: string | number | boolean | string[];
  evidence: string;
}

/** The model's reading of a message; like every reading it is shown to the customer before it counts. */
export interface LlmReading {
  facts: LlmFact[];
  intent?: Intent;
}

/** The rules that an answer is held to. */
export interface Held {
  policy: PolicyFile;
  /** The message as the model saw it. */
  message: string;
  today: IsoDate;
}

const maxFacts = 30;
const shortestEvidence = 3;
const maxEvidenceLength = 300;

/** A fact that a message can tell, and how a model is told of it. */
export interface TellableFact {
  id: string;
  fact: Fact;
  forModel: FactForModel<Fact>;
}

/** The facts that a message can tell; a price comes from the order. */
export function tellableFacts({ facts }: PolicyFile): TellableFact[] {
  return Object.entries(facts).flatMap(([id, fact]) => {
    const { forModel } = readingOf(fact);
    return forModel === undefined ? [] : [{ id, fact, forModel }];
  });
}

/** The shape of an answer, for an endpoint that can be held to a JSON Schema. */
export function answerSchema(policy: PolicyFile, today: IsoDate) {
  return z.strictObject({
    facts: z.array(z.union(tellableFacts(policy).map((one) => factSchema(one, today)))),
    intent: z.enum(INTENTS).nullable(),
  });
}

/**
 * Reads an answer: what is unknown, of a wrong type or not said in the message is left out; undefined if it is no
 * answer at all.
 */
export function readAnswer(content: string, held: Held): LlmReading | undefined {
  const answer = outline.safeParse(jsonIn(content));
  if (!answer.success) return undefined;
  const { facts, intent } = answer.data;
  const known = facts.slice(0, maxFacts).flatMap((entry) => factIn(entry, held) ?? []);
  const read = z.enum(INTENTS).safeParse(intent);
  return { facts: withoutContradictions(known), ...(read.success && { intent: read.data }) };
}

const outline = z.object({ facts: z.array(z.unknown()), intent: z.unknown().optional() });

function factIn(entry: unknown, { policy, message, today }: Held): LlmFact | undefined {
  const named = z.object({ fact: z.string() }).safeParse(entry);
  if (!named.success) return undefined;
  const tellable = tellableFacts(policy).find(({ id }) => id === named.data.fact);
  if (!tellable) return undefined;
  const read = factSchema(tellable, today).safeParse(entry);
  return read.success && isQuoted(read.data.evidence, message) ? read.data : undefined;
}

function factSchema({ id, fact, forModel }: TellableFact, today: IsoDate) {
  return z.strictObject({
    fact: z.literal(id),
    value: forModel.schema(fact, today),
    evidence: z.string().max(maxEvidenceLength),
  });
}

/** True if the words stand in the message, whatever their case and spacing; a mask is nothing the customer said. */
function isQuoted(evidence: string, message: string): boolean {
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
