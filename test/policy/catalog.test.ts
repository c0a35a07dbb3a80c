import { describe, expect, it } from 'vitest';
import { defaultOf } from '../../src/policy/catalog.ts';

const catalog = (...ids: string[]) => new Map(ids.map((id) => [id, []]));

describe('the policy for who names none', () => {
  it('is the one that was chosen, if it is there', () => {
    expect(defaultOf(catalog('lamps', 'shoes'), 'shoes')).toBe('shoes');
    expect(defaultOf(catalog('lamps'), 'shoes')).toBeUndefined();
  });

  it('is a shop of one’s own where nothing was chosen and the example is not there', () => {
    expect(defaultOf(catalog('lamps', 'shoes'), undefined)).toBe('lamps');
    expect(defaultOf(catalog('lamps', 'equipment-shop'), undefined)).toBe('equipment-shop');
    expect(defaultOf(catalog(), undefined)).toBeUndefined();
  });
});
