import type { Moment } from '../calendar.ts';
import { decide, type Verdict } from '../engine/decide.ts';
import type { Decision } from '../engine/decision.ts';
import type { Facts } from '../engine/facts.ts';
import { entryAt } from '../entry-at.ts';
import { type Pair, type Side, sides } from './pair.ts';
import type { Space } from './space.ts';

/** A customer for `decide`, with what each policy answers. Facts that only one policy knows are given to that one. */
export interface Witness {
  today: string;
  now?: string;
  old: { facts: Facts; gives: Verdict };
  new: { facts: Facts; gives: Verdict };
}

/**
 * The customer who has these values; as few facts as still give the same answers, on a day on which they all can be.
 */
export function witnessAt(pair: Pair, { dimensions }: Space, values: number[]): Witness {
  const points = dimensions.flatMap(({ periods }, at) => periods?.points[entryAt(values, at)] ?? []);
  const days = points.map(({ witnesses }) => witnesses.map(({ at }) => at.today));
  const [today] = (days[0] ?? []).filter((day) => days.every((others) => others.includes(day)));
  const reckoned = points.map(({ witnesses }) => witnesses.find(({ at }) => at.today === today) ?? witnesses[0]);
  const at = reckoned[0]?.at ?? { today: pair.new.file.version };
  const factsFor = (side: Side): Facts => {
    const facts: Facts = {};
    for (const [index, { tells }] of dimensions.entries()) {
      for (const [id, value] of Object.entries(tells?.(side, entryAt(values, index)) ?? {})) {
        facts[id] = Array.isArray(value) ? [facts[id] ?? [], value].flat() : value;
      }
    }
    for (const found of reckoned) Object.assign(facts, found?.facts);
    return Object.fromEntries(Object.entries(facts).filter(([id]) => Object.hasOwn(pair[side].file.facts, id)));
  };
  return fewest(pair, { old: factsFor('old'), new: factsFor('new') }, at);
}

function fewest(pair: Pair, all: Record<Side, Facts>, at: Moment): Witness {
  const gives = (facts: Record<Side, Facts>): string =>
    JSON.stringify(sides.map((side) => coreOf(decide(pair[side], facts[side], at))));
  const wanted = gives(all);
  let facts = all;
  for (const id of Object.keys({ ...all.old, ...all.new }).reverse()) {
    const fewer = { old: without(facts.old, id), new: without(facts.new, id) };
    if (gives(fewer) === wanted) facts = fewer;
  }
  const sideOf = (side: Side) => ({ facts: facts[side], gives: decide(pair[side], facts[side], at) });
  const needsInstant = JSON.stringify(facts).includes('T');
  return {
    today: at.today,
    ...(needsInstant && at.now !== undefined && { now: at.now }),
    old: sideOf('old'),
    new: sideOf('new'),
  };
}

function without(facts: Facts, id: string): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== id));
}

/** The customer's part of a verdict: without the policy's identity and what people are shown for a review. */
export function coreOf(verdict: Verdict): Record<string, unknown> {
  if (verdict.kind === 'decision') return { ...answerOf(verdict.decision) };
  return verdict.kind === 'error' ? { error: verdict.error.code } : { undecided: true };
}

/** A decision without which policy it is by and what people are shown for a review. */
export function answerOf({ policy: _, review: _review, ...answer }: Decision): Omit<Decision, 'policy' | 'review'> {
  return answer;
}
