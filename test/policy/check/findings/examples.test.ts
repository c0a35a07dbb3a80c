import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../../src/policy/check/check.ts';
import { parsePolicy } from '../../../../src/policy/format/parse.ts';
import { furnitureText } from '../../../fixtures/furniture.ts';

/** What an example of the chair, which may come back for money, credit or another one, shows wrongly. */
function wrongIn(gives: string, facts = 'receivedOn: 2026-10-20') {
  const text = furnitureText(
    'examples.yaml',
    "receivedOn: '2026-10-20' }\n    gives: { resolution: return, options: [money, credit, exchange] }",
    `${facts} }\n    gives: ${gives}`,
  );
  const failing = checkPolicy(parsePolicy(text, 'furniture-shop'), '2026-11-01').filter(
    ({ code }) => code === 'failing-example',
  );
  return failing[0]?.message;
}

const paid = `receivedOn: 2026-10-20, price: { amount: '99.99', currency: EUR }`;

describe('an example of a choice', () => {
  it('may show the terms of what can be chosen, each as far as it likes', () => {
    expect(wrongIn('{ options: { money: { feePercent: 10 }, credit: { bonusPercent: 5 }, exchange: {} } }')).toBe(
      undefined,
    );
    expect(
      wrongIn(
        `{ options: { money: { refund: { amount: '89.99' } }, credit: { refund: { amount: '104.99', bonus: '5.00' } }, exchange: {} } }`,
        paid,
      ),
    ).toBe(undefined);
  });

  it('fails where a term is another one', () => {
    const wrong = wrongIn('{ options: { money: {}, credit: { bonusPercent: 6 }, exchange: {} } }');
    expect(wrong).toContain('"credit":{"resolution":"return","refundAs":"store-credit","bonusPercent":5');
    expect(wrong).toContain('not {"money":{},"credit":{"bonusPercent":6},"exchange":{}}');
  });

  it('fails where it leaves an option out, or names one that is not offered', () => {
    expect(wrongIn('{ options: { money: {}, credit: {} } }')).toContain('options is');
    expect(wrongIn('{ options: { money: {}, credit: {}, exchange: {}, keep: {} } }')).toContain('options is');
    expect(wrongIn('{ options: {} }')).toContain('options is');
    expect(wrongIn('{ options: [money, credit] }')).toContain('options is');
  });
});
