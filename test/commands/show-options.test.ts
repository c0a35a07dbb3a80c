import { expect, it } from 'vitest';
import { rowInWords } from '../../src/commands/show/rows.ts';
import { furnitureShop } from '../fixtures/furniture.ts';

it('an option is told by its title, with what it is worth and for whom it is', () => {
  const policy = furnitureShop();
  const row = policy.file.decisions.find(({ id }) => id === 'take-back');
  if (!row) throw new Error('the furniture shop takes nothing back');
  const [, told = ''] = rowInWords(policy, row).split('The customer chooses: ');
  const [money = '', credit = '', exchange = '', keep = ''] = told.split('; or ');
  expect(money).toMatch(
    /^“My money back” \(money, the way you paid, kept back: 10% of the price, the form until the end of “.+”, where .+ is open\)$/,
  );
  expect(credit).toContain('“Credit with the shop” (credit with the shop, on top: 5% of the price,');
  expect(credit).toContain('with “');
  expect(exchange).toMatch(/^“.+” \(.*where .+\)$/);
  expect(keep).toContain('(refund-without-return), kept back: 70%');
});
