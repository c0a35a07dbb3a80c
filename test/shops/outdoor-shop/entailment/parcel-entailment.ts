import { expect, it } from 'vitest';
import { loadPolicy } from '../../../../src/policy/format/load.ts';
import { parcelValuesOn, strays } from '../../../policy/engine/completions.ts';
import { shopPath } from '../../book.ts';

/** What partial facts of the outdoor shop entail at a moment. */
export function entailmentAt(moment: { today: string; now?: string }, isSeason = false): void {
  it('never decides what a later fact changes, and waits for no fact that changes nothing', () => {
    const policy = loadPolicy(shopPath('outdoor-shop'));
    // The tier has a default, and is open all the same while nobody tells it.
    const fourths = ['delivery', 'discounted', 'condition', 'noticedOn', 'tier'];
    const { early, late, resolutions } = strays(policy, moment, parcelValuesOn(moment.today), fourths);
    expect(early.slice(0, 5)).toEqual([]);
    // In the season lengths that differ can end on the same day; then the goods are asked for all the same.
    if (!isSeason) expect(late.slice(0, 5)).toEqual([]);
    expect(resolutions.size).toBeGreaterThanOrEqual(4);
  });
}
