import type { Span } from '../inferred-fact.ts';
import { type Evidence, isStated, type Reading, spansOf } from '../phrases/evidence.ts';

/** A member of a set fact. */
export interface Member {
  fact: string;
  value: string;
  /** All characters that say it, in order. */
  spans: Span[];
}

/** The members of set facts that a message states or denies. */
export interface InferredMembers {
  mentioned: Member[];
  denied: Member[];
  isWholeSet: string[];
}

/** The members of set facts that a message says are so, and are not so; one it says both of is in neither. */
export function inferMembers(reading: Reading): InferredMembers {
  const stated = reading.evidence.filter(isStated);
  const so = membersOf(reading, stated, true);
  const not = membersOf(reading, stated, false);
  const mentioned = so.filter((member) => !isAmong(member, not));
  const denied = not.filter((member) => !isAmong(member, so));
  return { mentioned, denied, isWholeSet: wholeSets(reading, mentioned) };
}

function membersOf(reading: Reading, stated: readonly Evidence[], isSo: boolean): Member[] {
  const own = stated.filter((evidence) => says(evidence, isSo));
  const members = Map.groupBy(own, ({ sense }) => JSON.stringify([sense.fact, 'value' in sense && sense.value]));
  return [...members.values()].flatMap((evidence) => {
    const sense = evidence[0]?.sense;
    return sense?.kind === 'member'
      ? [{ fact: sense.fact, value: sense.value, spans: spansOf(reading, evidence) }]
      : [];
  });
}

// That a denial is not so ("the seal is not intact") is for a phrase of its own to say.
function says({ sense, polarity, mood }: Evidence, isSo: boolean): boolean {
  if (sense.kind !== 'member') return false;
  if (sense.isSo) return polarity === (isSo ? 'affirmed' : 'negated');
  return !isSo && polarity === 'affirmed' && mood !== 'guessed';
}

function wholeSets({ evidence, tokens }: Reading, mentioned: readonly Member[]): string[] {
  const stated = evidence.filter(
    (one) => one.sense.kind === 'no-member' && one.polarity === 'affirmed' && one.mood === 'stated',
  );
  const sets = stated.filter(({ sense, words }) => {
    const isRest = words.some((word) => /^(?:otherwise|else|apart|except|rest|other)$/.test(tokens[word]?.word ?? ''));
    return isRest || !mentioned.some(({ fact }) => fact === sense.fact);
  });
  return [...new Set(sets.map(({ sense }) => sense.fact))];
}

function isAmong({ fact, value }: Member, members: readonly Member[]): boolean {
  return members.some((other) => other.fact === fact && other.value === value);
}
