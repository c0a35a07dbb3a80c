import type { IsoDate } from '../../policy/calendar.ts';
import { diffPolicies } from '../../policy/diff/diff.ts';
import type { Policy } from '../../policy/format/load.ts';
import type { Store } from '../../store/store.ts';
import { flipped } from './stored-decisions.ts';
import { diffText } from './text.ts';

/** Compares two policies; returns the text to print, and true if nobody is answered otherwise. */
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
