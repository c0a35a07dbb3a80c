import { describe, expect, it } from 'vitest';
import { optionLines } from '../../../src/dialogs/wording/options.ts';
import { asChosen } from '../../../src/policy/engine/choice.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { parsePolicy } from '../../../src/policy/format/parse.ts';
import { furnitureText } from '../../fixtures/furniture.ts';
import { words } from '../../wording.ts';

/** The furniture shop, which keeps a label of 6.95 unless the option says what it keeps itself. */
const policy = parsePolicy(
  furnitureText(
    'policy.yaml',
    '    choose:\n      money:',
    "    refund: { parts: [{ part: price }, { part: label, fixed: { amount: '6.95', currency: EUR } }] }\n    choose:\n      money:",
  ),
  'furniture-shop',
);
const at = { today: '2026-11-01' };
const chair = { reason: 'changed-mind', size: 'parcel', assembled: false, receivedOn: '2026-10-20' };

function decided(facts: object = {}) {
  const verdict = decide(policy, { ...chair, ...facts }, at);
  if (verdict.kind !== 'decision') throw new Error(JSON.stringify(verdict));
  return { decision: verdict.decision, facts: { ...chair, ...facts } };
}

describe('an option with a fee of its own beside a composed refund', () => {
  it('says its fee in the place of the parts, also before the price is known', () => {
    const { decision } = decided();
    expect(decision.refundParts?.parts).toHaveLength(2);
    const money = asChosen({ ...decision, chosen: 'money' });
    expect(money).toMatchObject({ feePercent: 10 });
    expect(money).not.toHaveProperty('refundParts');
    expect(asChosen({ ...decision, chosen: 'credit' })).toHaveProperty('refundParts');
  });

  it('the customer reads the label beside those options alone that keep it', () => {
    const [money, credit, exchange] = optionLines(words, decided(), policy, at);
    expect(money).toContain('10%');
    expect(money).not.toContain('6.95');
    expect(credit).toContain('6.95');
    expect(exchange).toContain('6.95');
  });

  it('is worth the same once the price is known', () => {
    const { decision } = decided({ price: { amount: '100.00', currency: 'EUR' } });
    expect(asChosen({ ...decision, chosen: 'money' }).refund).toEqual({
      amount: '90.00',
      fee: '10.00',
      currency: 'EUR',
    });
    expect(asChosen({ ...decision, chosen: 'credit' }).refund).toMatchObject({ amount: '98.05', bonus: '5.00' });
  });
});
