import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Policies } from '../../dialogs/turns/policies.ts';
import { asJson } from '../../json.ts';
import { dayOf, type IsoDate, isIsoDate, type Moment } from '../../policy/calendar.ts';
import { coreOf } from '../../policy/diff/witness.ts';
import type { Verdict } from '../../policy/engine/decide.ts';
import { decideWithDefaults } from '../../policy/engine/defaults.ts';
import type { Facts } from '../../policy/engine/facts.ts';
import type { Policy } from '../../policy/format/load.ts';
import { eachDecision } from '../../store/pages.ts';
import type { Json, ListedDecision, Store } from '../../store/store.ts';

type Stored = ListedDecision;

/** A stored decision that its own policy, on its own day, would not give again. */
export interface Difference {
  reference: string;
  stored: Json;
  /** Absent where the policy itself is gone. */
  now?: Verdict;
}

/** A stored decision that another version of its policy would change. */
export interface Flip {
  reference: string;
  today: IsoDate;
  facts: Json;
  old: Verdict;
  new: Verdict;
}

/** Decides every stored decision anew, by the policy and the day it was made with. */
export async function replayDecisions(
  { store, policies }: { store: Store; policies: Policies },
  since?: IsoDate,
): Promise<{ replayed: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  const byDigest = new Map<string, Policy | undefined>();
  let count = 0;
  for await (const one of eachDecision(store)) {
    if (isGrantedAlone(one)) continue;
    if (!byDigest.has(one.policyDigest)) byDigest.set(one.policyDigest, await policies.pinned(one.policyDigest));
    const policy = byDigest.get(one.policyDigest);
    const at = momentOf(one, policy?.file.timeZone ?? 'UTC');
    if (since !== undefined && at.today < since) continue;
    count += 1;
    const now = policy && decideWithDefaults(policy, factsIn(one), at);
    if (now?.kind === 'decision' && isDeepStrictEqual(asJson(now.decision), one.decision)) continue;
    differences.push({ reference: one.reference, stored: one.decision, ...(now && { now }) });
  }
  return { replayed: count, differences };
}

/** The issued decisions on a policy's customers, of any version, that the new one of two versions would change. */
export async function flipped(
  { store }: { store: Store },
  pair: { old: Policy; new: Policy },
): Promise<{ replayed: number; flips: Flip[] }> {
  const flips: Flip[] = [];
  let count = 0;
  for await (const one of eachDecision(store)) {
    if (one.state !== 'issued' || one.policyId !== pair.new.file.id) continue;
    count += 1;
    const at = momentOf(one, pair.new.file.timeZone);
    const facts = factsIn(one);
    const old = decideWithDefaults(pair.old, facts, at);
    const fresh = decideWithDefaults(pair.new, facts, at);
    if (isDeepStrictEqual(coreOf(old), coreOf(fresh))) continue;
    flips.push({ reference: one.reference, today: at.today, facts: one.facts, old, new: fresh });
  }
  return { replayed: count, flips };
}

const factsSchema = z.record(z.string(), z.json());

/** The facts of a stored decision. */
export function factsIn({ facts }: Pick<Stored, 'facts'>): Facts {
  return factsSchema.parse(facts);
}

/** True if a person granted it where the policy had decided nothing, so that there is nothing to replay. */
function isGrantedAlone({ decision }: Stored): boolean {
  return typeof decision === 'object' && decision !== null && 'grantedAlone' in decision;
}

/** The moment for which a decision was made; older ones were made for the day of their turn in the shop's time zone. */
function momentOf({ decidedOn, at }: Stored, timeZone: string): Moment {
  if (decidedOn === undefined) return { today: dayOf(at, timeZone) };
  return isIsoDate(decidedOn) ? { today: decidedOn } : { today: dayOf(decidedOn, timeZone), now: decidedOn };
}
