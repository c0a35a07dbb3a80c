import { describe, expect, it } from 'vitest';
import { fixturePolicy } from '../../fixtures/policies.ts';
import { parcelValuesOn, strays } from './completions.ts';

const policy = fixturePolicy('trail-shop');

describe.each([
  ['an ordinary day', '2026-06-20', '2026-06-20T09:00:00Z'],
  ['a day after the season of presents', '2026-12-28', '2026-12-28T09:00:00Z'],
])('the trail shop on %s: what partial facts entail', (name, today, now) => {
  it('never decides what a later fact changes, and waits for no fact that changes nothing', () => {
    // The tier has a default, and is open all the same while nobody tells it.
    const fourths = ['delivery', 'condition', 'tier'];
    const values = { ...parcelValuesOn(today), goods: ['clothing', 'equipment', 'hygiene', 'made-to-order'] };
    const { early, late, resolutions } = strays(policy, { today, now }, values, fourths);
    expect(early.slice(0, 5)).toEqual([]);
    // In the season lengths that differ can end on the same day; then the goods are asked for all the same.
    if (!name.includes('season')) expect(late.slice(0, 5)).toEqual([]);
    expect(resolutions.size).toBeGreaterThanOrEqual(4);
  });
});
