import type { IsoDate, Moment } from '../calendar.ts';
import { boundariesOf } from '../check/boundaries.ts';
import { edgesAround } from '../seasons.ts';
import type { Policy } from './diagram/compile.ts';

/**
 * The days between two, both left out, at which a period or season that is reckoned from a fact turns: for all others of
 * these days what it says is what it says for one of them or of the two.
 */
export function turningDays(
  policy: Policy,
  { fact, from, to }: { fact: string; from: IsoDate; to: IsoDate },
  at: Moment,
): IsoDate[] {
  const { derived } = policy.file;
  const starts = Object.keys(derived).filter((id) => derived[id]?.from === fact);
  const seasons = starts.flatMap((id) => {
    const { length, extended = [] } = derived[id] ?? {};
    return [...(length && 'season' in length ? length.season : []), ...extended];
  });
  const turns = boundariesOf(policy, starts, false, 'date', at);
  // A season of each year is met, and left, within a year of either end.
  const edges = seasons.flatMap((season) => [from, to].flatMap((day) => edgesAround(day, season)));
  return [...new Set([...turns, ...edges])].filter((day) => from < day && day < to).sort();
}
