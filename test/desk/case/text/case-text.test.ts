import { describe, expect, test } from 'vitest';
import { stepsOf } from '../../../../src/desk/case/steps.ts';
import { caseText, plainLine } from '../../../../src/desk/case/text/case-text.ts';
import { aCase } from '../a-case.ts';

const clause = { id: 'fourteen-days', title: '14 days to return', text: 'A return is possible for 14 days.' };

/** The sections as somebody reads them. */
function read(own: Parameters<typeof aCase>[0]): [string, ...string[]][] {
  return caseText(aCase(own)).sections.map(({ title, lines }) => [title, ...lines.map(plainLine)]);
}

describe('the text of a case', () => {
  test('says in a line which case it is, where it stands and why it was filed', () => {
    const agent = { id: 'ann', name: 'Ann' };
    expect(caseText(aCase({ state: 'claimed', agent, urgent: true }))).toMatchObject({
      heading: 'URGENT · Case K7M2-9QXD',
      status: 'Ann has it.',
      why: 'Why: the policy leaves this to people. Shop: Shop.',
    });
    expect(caseText(aCase()).heading).toBe('Case K7M2-9QXD');
  });

  test('has a section for what is known, for what is not, for the policy and for the order', () => {
    expect(
      read({
        opening: 'It is broken',
        facts: [{ fact: 'reason', label: 'Reason', summary: 'it is broken', source: 'inferred' }],
        unknown: [
          {
            fact: 'discounted',
            label: 'Bought at a discount',
            answers: [
              { title: 'yes', resolution: 'not-eligible' },
              { title: 'no', resolution: 'return or warranty-repair' },
            ],
          },
        ],
        decision: { resolution: 'return', clauses: [clause], terms: [], feePercent: 6 },
        details: { email: 'a@b.example', orderNumber: 'FD-1' },
      }),
    ).toEqual([
      ['The customer said first', 'It is broken'],
      ['Known', 'Reason: it is broken (the customer wrote, not confirmed yet)'],
      [
        'Not known, and what each answer would lead to',
        'Bought at a discount: yes → excluded by the policy; no → return or repair under warranty',
      ],
      ['The policy says: return, fee 6%', '14 days to return. A return is possible for 14 days.'],
      ['Order', 'Number: FD-1', 'E-mail: a@b.example'],
    ]);
  });

  test('has the words of a declaration as they were written, and when they were received', () => {
    const history = [
      { at: '2026-11-21T10:00:00.000Z', what: 'filed' } as const,
      { at: '2026-11-21T10:05:00.000Z', what: 'declared', note: 'I *reject* the goods.' } as const,
    ];
    expect(read({ because: 'declaration', history })).toContainEqual([
      'The customer has declared',
      'Received 2026-11-21 10:05 UTC: I *reject* the goods.',
    ]);
    expect(caseText(aCase({ because: 'declaration' })).why).toContain('declaration about the contract');
  });

  test('leaves out what it has nothing to say about, but never what the policy says', () => {
    expect(read({})).toEqual([['The policy has not decided: not every question has been answered.']]);
  });

  test('reminds of a clause by its beginning', () => {
    const [, line = ''] = read({
      decision: { resolution: 'return', clauses: [{ ...clause, text: 'x'.repeat(300) }], terms: [] },
    })[0] ?? [''];
    expect([line.length, line.at(-1)]).toEqual([250, '…']);
  });
});

test('what can be done with a case depends on its state, and on its ruling', () => {
  const ruling = {
    ruling: 'uphold',
    resolution: 'return',
    isException: false,
    reason: 'So.',
    by: { id: 'ann', name: 'Ann' },
  } as const;
  expect(stepsOf({ state: 'waiting' })[0]).toBe('claim');
  expect(stepsOf({ state: 'claimed' })).not.toContain('withdraw');
  expect(stepsOf({ state: 'claimed', ruling })).toContain('withdraw');
  expect(stepsOf({ state: 'ruled', ruling })).toEqual(['close', 'approve', 'uphold', 'withdraw', 'reopen']);
  expect([stepsOf({ state: 'handed-back' }), stepsOf({ state: 'closed' })]).toEqual([['claim'], ['reopen']]);
});
