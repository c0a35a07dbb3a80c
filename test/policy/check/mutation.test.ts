import { describe, expect, it } from 'vitest';
import { fatesIn } from './fates.ts';
import { lampShop } from './small.ts';

describe('mutants of a lamp shop with few examples', () => {
  const fates = fatesIn(lampShop());

  it('a boundary that an example stands on is caught', () => {
    expect(fates.examples).toContain('derived.returnWindow.length.days: one less');
  });

  it('a boundary with an example on one side only survives on the other', () => {
    expect(fates.survived).toContain('derived.returnWindow.length.days: one more');
  });

  it('a missing row that leaves customers without a decision is caught by check', () => {
    expect(fates.check).toContain('decisions[4]: drop');
  });

  it('rows that exclude each other may change places', () => {
    expect(fates.equivalent).toContain('decisions[2]: swap with the row above');
  });

  it('a resolution that no example states survives', () => {
    expect(fates.survived).toContain('decisions[2].resolution: swap for return');
    expect(fates.examples).toContain('decisions[1].resolution: swap for return');
  });
});
