import { join } from 'node:path';
import { decide, type Verdict } from '../../src/policy/engine/decide.ts';
import { loadPolicy } from '../../src/policy/format/load.ts';
import { readPolicyText } from '../../src/policy/format/parts/policy-text.ts';
import { type Entailed, entailed, type Review } from './entailed.ts';
import type { Outcome } from './oracle.ts';
import type { ShopId, WireFacts } from './tables.ts';

/** What a reader of the book says about a case; lists are sets, so they come sorted. */
export type Reading =
  | (Outcome & { review?: Review })
  | { missing: string[] }
  | { error: 'unknown-fact' | 'invalid-value' | 'impossible' };

/** Somebody who reads the shop's book: the engine from the policy file, or the tables written out by hand. */
export interface Reader {
  name: string;
  read(facts: WireFacts, today?: string): Reading;
}

/** The day on which the book's examples play, unless they name another. */
export const today = '2026-11-20';

/** Where the shop's policy lies. */
export function shopPath(shopId: ShopId | 'outdoor-shop'): string {
  return join(import.meta.dirname, '../../policies', shopId);
}

/** All files of the shop's policy as one text, which the loader takes as it takes the folder. */
export function shopText(shopId: ShopId | 'outdoor-shop'): string {
  return readPolicyText(shopPath(shopId));
}

/** The engine on the shop's policy file. */
export function engineOf(shopId: ShopId): (facts: WireFacts, on?: string) => Verdict {
  const policy = loadPolicy(shopPath(shopId));
  return (facts, on = today) => decide(policy, facts, { today: on });
}

/** Both readers of a book; every example of the book holds for each, so the tables are checked by hand too. */
export function readersOf(shopId: ShopId): Reader[] {
  const engine = engineOf(shopId);
  return [
    { name: 'engine', read: (facts, on) => readingOf(engine(facts, on)) },
    { name: 'hand-written tables', read: (facts, on = today) => expectedReading(entailed(shopId, facts, on)) },
  ];
}

/** The verdict without the policy's own name and with its lists sorted. */
export function readingOf(verdict: Verdict): Reading {
  if (verdict.kind === 'error') return { error: verdict.error.code };
  if (verdict.kind === 'undecided') return undecided(...verdict.missing);
  const { policy: _, review, ...outcome } = verdict.decision;
  const reading = ruling(outcome.resolution, outcome.clauses, outcome);
  if (review !== undefined)
    reading.review = Object.fromEntries(review.map(({ fact, answers }) => [fact, byValue(answers)]));
  return reading;
}

/** What the tables entail, in the same form. */
export function expectedReading(expected: Entailed): Reading {
  if (expected.kind === 'impossible') return { error: 'impossible' };
  if (expected.kind === 'undecided') return undecided(...expected.missing);
  const { outcome, review } = expected;
  const reading = ruling(outcome.resolution, outcome.clauses, outcome);
  if (review !== undefined) reading.review = review;
  return reading;
}

/** A decision as the book states it. */
export function ruling(resolution: string, clauses: string[], rest: Partial<Outcome> & { review?: Review } = {}) {
  const { terms = [], ...others } = rest;
  const reading: Outcome & { review?: Review } = {
    ...others,
    resolution,
    clauses: clauses.toSorted(),
    terms: terms.toSorted(),
  };
  return reading;
}

/** An exclusion by these clauses. */
export function notEligible(clauses: string[], terms: string[] = []): Reading {
  return ruling('not-eligible', clauses, { terms });
}

/** A case for a human, with what each answer to an unknown fact would give. */
export function humanReview(clauses: string[], review: Review = {}): Reading {
  return ruling('human-review', clauses, { review });
}

/** A case that these facts, and no others, can still change. */
export function undecided(...missing: string[]): Reading {
  return { missing: missing.toSorted() };
}

function byValue(answers: { value: unknown; resolution: string }[]): Record<string, string> {
  return Object.fromEntries(answers.map(({ value, resolution }) => [String(value), resolution]));
}
