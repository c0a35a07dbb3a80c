import { expect, it } from 'vitest';
import { checkPolicy } from '../../../src/policy/check/check.ts';
import { unshownFindings } from '../../../src/policy/check/shown/shown.ts';
import { Space } from '../../../src/policy/check/space.ts';
import { asChosen } from '../../../src/policy/engine/choice.ts';
import { decide } from '../../../src/policy/engine/decide.ts';
import { loadPolicy } from '../../../src/policy/format/load.ts';
import { partialStrays } from '../../policy/engine/partial.ts';
import { askedInTurn } from './asked-in-turn.ts';

const policy = loadPolicy('policies/examples/fashion');
const chat = (today: string, opening: string, replies: Record<string, string>) =>
  askedInTurn(policy, today, opening, replies);
const pounds = (amount: string) => ({ amount, currency: 'GBP' });

it.each(['2026-11-28', '2028-02-29'])('passes without a finding on %s, and its examples show everything', (day) => {
  expect(checkPolicy(policy, day)).toEqual([]);
  expect(unshownFindings(new Space(policy, day))).toEqual([]);
});

const unworn = { goods: 'clothes', condition: 'None of these', wholeOrder: 'no' };

it('a dress that came in November may come back until the end of January, for what the customer chooses', () => {
  const replies = { ...unworn, receivedOn: '10 November 2026', choose: 'credit' };
  const { asked, said } = chat('2027-01-31', 'The dress is too small', replies);
  expect(asked.at(-1)).toBe('choose');
  expect(said).toMatchObject({ kind: 'decision', resolution: 'return', deadline: '2027-01-31', chosen: 'credit' });
});

it('a bikini without its seal is refused at once, and nothing more is asked', () => {
  const { asked, said } = chat('2026-10-01', 'I do not like the bikini', { goods: 'hygiene', sealBroken: 'yes' });
  expect(asked).not.toContain('condition');
  expect(said).toMatchObject({ resolution: 'not-eligible', clauses: ['hygiene'] });
});

it('a coat that tears in spring costs its customer nothing, and is replaced', () => {
  const replies = { ...unworn, receivedOn: '10 November 2026', choose: 'Another one' };
  const { asked, said } = chat('2027-04-01', 'A seam of the coat is torn', replies);
  expect(asked).not.toContain('condition');
  expect(said).toMatchObject({ resolution: 'return', clauses: ['faults'], terms: ['we-pay'], chosen: 'another' });
});

it('the label is kept of money and of credit, and never of an exchange', () => {
  const dress = {
    reason: 'does-not-fit',
    goods: 'clothes',
    condition: [],
    wholeOrder: false,
    receivedOn: '2026-10-01',
  };
  const verdict = decide(policy, { ...dress, price: pounds('40.00') }, { today: '2026-10-02' });
  if (verdict.kind !== 'decision') throw new Error(JSON.stringify(verdict));
  const worth = (chosen: string) => asChosen({ ...verdict.decision, chosen }).refund?.amount;
  expect(['money', 'credit', 'exchange'].map(worth)).toEqual(['37.05', '41.05', '40.00']);
});

it('never decides what a later fact changes', () => {
  const { early } = partialStrays(
    policy,
    { today: '2026-12-01' },
    {
      reason: ['does-not-fit', 'faulty'],
      goods: ['clothes', 'hygiene'],
      sealBroken: [true, false],
      condition: [[], ['tags-off']],
      wholeOrder: [true, false],
      receivedOn: ['2026-10-31', '2026-11-01', 'unknown'],
    },
  );
  expect(early).toEqual([]);
});
