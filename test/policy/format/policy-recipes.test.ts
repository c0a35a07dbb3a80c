import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { adviceOn } from '../../../src/policy/engine/advice.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { recipeText, shoeShopText, shoeShopWith } from './recipes.ts';

const at = { today: '2026-11-15' };
const faulty = { reason: 'faulty', goods: 'bag', worn: false, receivedOn: '2026-11-10' };
const ordinary = new Set(['missing-example']);

/** What `check` says of the shoe shop with a recipe, but for examples. */
function flawsWith(heading: string) {
  return checkPolicy(shoeShopWith(heading), at.today).filter(({ code }) => !ordinary.has(code));
}

describe('a recipe of the guide', () => {
  it('steps and notes for some', () => {
    const policy = shoeShopWith('Steps and notes for some');
    expect(adviceOn(policy, faulty, at)).toEqual({
      steps: ['Pack it with its box.', 'Put the bag into its dust bag first.'],
      notes: [],
    });
    expect(adviceOn(policy, { ...faulty, goods: 'shoes' }, at).notes).toEqual(['Please send both shoes.']);
    expect(flawsWith('Steps and notes for some')).toEqual([]);
  });

  it('outcomes of your own', () => {
    const policy = shoeShopWith('Outcomes of your own');
    const resolutionOf = (facts: object) => decide(policy, { ...faulty, ...facts }, at);
    expect(resolutionOf({ worn: true })).toMatchObject({ decision: { resolution: 'repair-voucher' } });
    expect(resolutionOf({ reason: 'changed-mind', worn: true })).toMatchObject({
      decision: { resolution: 'final-sale' },
    });
    expect(flawsWith('Outcomes of your own')).toEqual([]);
  });

  it('a choice of the customer', () => {
    const policy = shoeShopWith('A choice of the customer');
    const changed = { ...faulty, reason: 'changed-mind' };
    const optionsOn = (facts: object) => {
      const verdict = decide(policy, { ...changed, ...facts }, at);
      return verdict.kind === 'decision' ? verdict.decision.options?.map(({ id }) => id) : undefined;
    };
    expect(optionsOn({ goods: 'bag' })).toEqual(['money', 'voucher']);
    expect(optionsOn({ goods: 'shoes' })).toEqual(['money', 'voucher', 'exchange']);
    expect(flawsWith('A choice of the customer')).toEqual([]);
  });

  it('what several shops share', () => {
    const folder = mkdtempSync(join(tmpdir(), 'returns-recipe-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'shared'));
    writeFileSync(join(folder, 'shared/terms.yaml'), recipeText('What several shops share', 1));
    writeFileSync(join(folder, 'shoes.yaml'), shoeShopText('What several shops share'));
    const policy = loadPolicy(join(folder, 'shoes.yaml'));
    expect(decide(policy, { ...faulty, reason: 'other', goods: 'shoes' }, at)).toMatchObject({
      decision: { resolution: 'human-review', clauses: ['box'] },
    });
    expect(policy.file.clauses.fee?.title).toBe('5% for a change of mind');
    expect(checkPolicy(policy, at.today).filter(({ code }) => !ordinary.has(code))).toEqual([]);
  });

  it('fields of the form', () => {
    const { formFields, forms } = shoeShopWith('Fields of the form').file;
    expect(Object.keys(formFields)).toEqual(['size', 'dustBag', 'instead']);
    expect(forms.return?.ask).toHaveLength(4);
    expect(flawsWith('Fields of the form')).toEqual([]);
  });
});
