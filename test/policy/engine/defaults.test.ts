import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/policy/engine/decide.ts';
import { decideWithDefaults } from '../../../src/policy/engine/defaults.ts';
import { quickDecider } from '../../../src/policy/engine/quick.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';

const policy = fixturePolicy('trail-shop');
/** A jacket received 42 days ago: in time for gold members alone. */
const jacket = {
  reason: 'does-not-fit',
  delivery: 'received',
  goods: 'clothing',
  discounted: false,
  condition: [],
  receivedOn: '2026-10-10',
};
const at = { today: '2026-11-21' };

describe('a fact with a default', () => {
  it('is open until it is told, and the only one missing where it decides', () => {
    expect(decide(policy, jacket, at)).toEqual({ kind: 'undecided', ask: 'tier', missing: ['tier'], atMost: 1 });
  });

  it('counts as its default where the customer does not know', () => {
    const unsure = decide(policy, { ...jacket, tier: 'unknown' }, at);
    expect(unsure).toEqual(decide(policy, { ...jacket, tier: 'standard' }, at));
    expect(unsure).toMatchObject({ decision: { resolution: 'not-eligible', clauses: ['return-window'] } });
  });

  it('is not waited for where it changes nothing', () => {
    expect(decide(policy, { ...jacket, receivedOn: '2025-10-10' }, at)).toMatchObject({
      decision: { resolution: 'not-eligible' },
    });
  });

  it('is its default for who can tell no more, and only where it decides', () => {
    expect(decideWithDefaults(policy, jacket, at)).toMatchObject({ decision: { resolution: 'not-eligible' } });
    const gold = { ...jacket, tier: 'gold' };
    expect(decideWithDefaults(policy, gold, at)).toEqual(decide(policy, gold, at));
    const entailed = { ...jacket, receivedOn: '2025-10-10' };
    expect(decideWithDefaults(policy, entailed, at)).toEqual(decide(policy, entailed, at));
  });

  it('is the same to the generated code', () => {
    const quick = quickDecider(policy);
    const cancelled = {
      reason: 'does-not-fit',
      delivery: 'received',
      goods: 'clothing',
      discounted: false,
      condition: [],
    };
    for (const tier of ['standard', 'gold', 'unknown']) {
      const known = tier === 'unknown' ? 'standard' : tier;
      expect(quick({ ...cancelled, tier })).toEqual(quick({ ...cancelled, tier: known }));
      expect(quick({ tier, ...cancelled, condition: ['worn'] })).toMatchObject({ resolution: 'not-eligible' });
    }
  });
});
