import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { joinedText } from '../../../src/policy/format/parts/policy-text.ts';
import { PolicyFileError } from '../../../src/policy/format/policy-file-error.ts';
import { Judge } from '../judge.ts';
import type { RawPolicy } from '../mutants.ts';
import { type Found, judged } from './judged.ts';
import { type Kind, kinds } from './kinds.ts';
import type { Planted, Shop } from './shop.ts';

/** A planted mistake with its kind and what became of it. */
export interface Fate extends Planted {
  kind: string;
  found: Found;
}

/** Plants so many mistakes of every kind in the shops, chosen by the seed, and lets `check` look at each. */
export function plantedIn(
  shops: readonly Shop[],
  { each, seed, today }: { each: number; seed: number; today: string },
): Fate[] {
  const random = seeded(seed);
  return kinds.flatMap((kind) =>
    chosen(kind, shops, each, random, today).map((planted) => ({
      ...planted,
      kind: kind.name,
      found: judged(planted, today),
    })),
  );
}

/** Different mistakes of a kind, without those that tell every customer what they were told before. */
function chosen(kind: Kind, shops: readonly Shop[], each: number, random: () => number, today: string): Planted[] {
  const left = shops.flatMap((shop) => kind.in(shop));
  const picked: Planted[] = [];
  while (left.length > 0 && picked.length < each) {
    const [planted] = left.splice(Math.floor(random() * left.length), 1);
    if (planted && !changesNothing(planted, today)) picked.push(planted);
  }
  return picked;
}

/** True if the policy still loads and tells everybody the same, in the same words: no mistake at all. */
function changesNothing({ shop, files, at }: Planted, today: string): boolean {
  if (at.file !== 'policy.yaml') return false;
  try {
    const text = (all: ReadonlyMap<string, string | Buffer>) =>
      joinedText(new Map([...all].map(([name, content]) => [name, String(content)])));
    const original = examinePolicy(text(shop.files), shop.id);
    const changed = examinePolicy(text(files), shop.id);
    if (JSON.stringify(headOf(original.values)) !== JSON.stringify(headOf(changed.values))) return false;
    const judge = new Judge(original.policy, today);
    return judge.isAlike(changed.policy);
  } catch (error) {
    if (error instanceof PolicyFileError) return false;
    throw error;
  }
}

/** All of a policy's rules that its diagram does not show. */
function headOf(values: unknown): unknown {
  const { decisions: _, conditions: __, ...head } = values as RawPolicy;
  return head;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
