import { describe, expect, it } from 'vitest';
import { Judge } from '../../../bench/mutation/judge.ts';
import { mutantsOf, type RawPolicy } from '../../../bench/mutation/mutants.ts';
import { examinePolicy } from '../../../src/policy/format/parse.ts';
import { pathName } from '../../../src/policy/format/policy-file-error.ts';
import { shopText } from '../written.ts';
import { lampShop, today } from './small.ts';

/** What becomes of every mutant of a policy, as `path: change`, by fate. */
function fatesIn(text: string) {
  const { policy, values } = examinePolicy(text, 'x.yaml');
  const judge = new Judge(policy, today);
  const fates: Record<string, string[]> = {};
  for (const mutant of mutantsOf(values as RawPolicy)) {
    const fate = judge.fateOf(mutant);
    fates[fate] = [...(fates[fate] ?? []), `${pathName(mutant.path)}: ${mutant.change}`];
  }
  return fates;
}

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

describe.each(['equipment-shop', 'fourteen-day-shop'] as const)('mutants of the %s', (shop) => {
  it('at least 98 in 100 that change an answer are caught by examples and check', () => {
    const { survived = [], examples = [], check = [] } = fatesIn(shopText(shop));
    const caught = examples.length + check.length;
    expect(caught).toBeGreaterThan(200);
    expect(caught / (caught + survived.length), survived.join('\n')).toBeGreaterThanOrEqual(0.98);
  });
});
