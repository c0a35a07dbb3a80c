import type { IsoDate } from '../../policy/calendar.ts';
import { diffPolicies } from '../../policy/diff/diff.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Store } from '../../store/store.ts';
import { flipped } from '../stored-decisions.ts';
import { diffText } from './text.ts';

export const diffHelp = `returns diff <old> <new> [--today YYYY-MM-DD | --now <ISO instant>] [--stored] [--json]

Compares two versions of a policy (files or ids) customer by customer and tells who is answered what instead of what:
how many abstract customers, their share by the likelihoods, and one of them as facts for "returns decide". Periods are
seen from the given day, and a changed length shows with a day in between. Facts and values that one version alone knows
are named, and customers are compared over the others. --stored also decides the issued decisions of the store anew by
both versions. Exits 0 if nobody is answered otherwise (changed wording alone is said, and is no change), 1 if somebody
is, 2 if the command is wrong.

  npm run --silent returns -- diff old/equipment-shop.yaml policies/equipment-shop.yaml`;

/** Compares two policies; the text to print, and whether anybody is answered otherwise. */
export async function diff(
  pair: { old: Policy; new: Policy },
  { today, isJson }: { today: IsoDate; isJson: boolean },
  store?: Store,
): Promise<{ text: string; isSame: boolean }> {
  const found = diffPolicies(pair, today);
  const stored = store && (await flipped({ store }, pair));
  const { old, new: fresh } = found.onlyIn;
  const alone = [old, fresh].some(({ facts, values }) => facts.length > 0 || Object.keys(values).length > 0);
  const isSame = found.changes.length === 0 && !alone && !stored?.flips.length;
  const text = isJson ? JSON.stringify({ ...found, ...(stored && { stored }) }, undefined, 2) : diffText(found, stored);
  return { text, isSame };
}
