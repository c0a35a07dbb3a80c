import { type Evidence, isStated, type Reading } from '../phrases/evidence.ts';

/** A member of a set fact. */
export interface Member {
  fact: string;
  value: string;
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
  const so = stated.flatMap((evidence) => memberOf(evidence, true));
  const not = stated.flatMap((evidence) => memberOf(evidence, false));
  const mentioned = distinct(so).filter((member) => !isAmong(member, not));
  const denied = distinct(not).filter((member) => !isAmong(member, so));
  return { mentioned, denied, isWholeSet: wholeSets(reading, mentioned) };
}

// That a denial is not so ("the seal is not intact") is for a phrase of its own to say.
function memberOf({ sense, polarity, mood }: Evidence, isSo: boolean): Member[] {
  if (sense.kind !== 'member') return [];
  const { fact, value } = sense;
  if (sense.isSo && polarity === (isSo ? 'affirmed' : 'negated')) return [{ fact, value }];
  const isDenial = !sense.isSo && !isSo && polarity === 'affirmed' && mood !== 'guessed';
  return isDenial ? [{ fact, value }] : [];
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

function distinct(members: readonly Member[]): Member[] {
  return members.filter(
    ({ fact, value }, at) => members.findIndex((other) => other.fact === fact && other.value === value) === at,
  );
}
