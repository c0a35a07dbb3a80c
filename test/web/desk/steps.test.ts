import { describe, expect, test } from 'vitest';
import { stepsOf as stepsOfState } from '../../../src/desk/case/steps.ts';
import { stepsOf } from '../../../web/desk/model/steps.js';
import { cannedClauses, firstChoice, questionGroups, rulingChoices } from '../../../web/desk/steps/choices.js';
import { ann, bob, view } from './cases.ts';

const reference = 'AAAA-AAAA';
const clause = (id: string) => ({ id, title: id, text: `The words of ${id}` });
const [a, b] = [clause('a'), clause('b')];
const notEligible = { resolution: 'not-eligible', clauses: [a], terms: [] } as const;

const ruling = { ruling: 'uphold', resolution: 'return', isException: false, reason: 'So it is.', by: ann } as const;

describe('the steps of a case', () => {
  test.each([
    [{ state: 'waiting' }, ['claim', 'approve', 'uphold', 'assign', 'close']],
    [{ state: 'claimed', agent: ann }, ['approve', 'uphold', 'ask', 'hand-back', 'release', 'assign', 'close']],
    [{ state: 'claimed', agent: bob }, ['take-over']],
    [{ state: 'handed-back' }, ['claim']],
    [{ state: 'ruled', ruling }, ['close', 'approve', 'uphold', 'withdraw', 'reopen']],
    [{ state: 'closed' }, ['reopen']],
  ] as const)('%j', (given, steps) => {
    expect(stepsOf({ ...given, steps: stepsOfState(given) }, { id: ann.id, isLead: false })).toEqual(steps);
  });

  test('of a colleague’s case are more for whoever leads the others', () => {
    const given = { state: 'claimed', agent: bob } as const;
    const lead = { id: ann.id, isLead: true };
    expect(stepsOf({ ...given, steps: stepsOfState(given) }, lead)).toEqual(['take-over', 'assign', 'release']);
  });
});

describe('a ruling', () => {
  const choices = (decision?: 'not-eligible' | 'return' | 'human-review') =>
    rulingChoices(
      view({
        reference,
        grants: ['return', 'warranty-repair'],
        ...(decision && { decision: { ...notEligible, clauses: [a], terms: [], resolution: decision } }),
      }),
    ).map(({ value, isException }) => `${value}${isException ? ' (exception)' : ''}`);

  test('is an exception where the policy decides something else', () => {
    expect(choices('not-eligible')).toEqual([
      'return (exception)',
      'warranty-repair (exception)',
      'exception',
      'uphold',
    ]);
    expect(choices('return')).toEqual(['return', 'warranty-repair (exception)', 'exception', 'uphold']);
  });

  test.each([undefined, 'human-review'] as const)('is none where the policy decides nothing (%s)', (decision) => {
    expect(choices(decision)).toEqual(['return', 'warranty-repair', 'exception', 'uphold']);
  });

  test('begins with what the policy gives, else with its first grant', () => {
    const granted = view({ reference, grants: ['cancellation', 'return'] });
    const decision = { resolution: 'return', clauses: [], terms: [] } as const;
    expect(firstChoice('approve', { ...granted, decision: { ...decision, clauses: [], terms: [] } })).toBe('return');
    expect(firstChoice('approve', granted)).toBe('cancellation');
    expect(firstChoice('approve', { grants: [] })).toBe('exception');
    expect(firstChoice('uphold', granted)).toBe('uphold');
  });

  test('offers the words of the clauses decided by first, each clause once', () => {
    const decided = view({ reference, clauses: [a, b], decision: { ...notEligible, clauses: [a], terms: [] } });
    expect(cannedClauses(decided)).toEqual({ own: [a], others: [b] });
    expect(cannedClauses(view({ reference, clauses: [a, b] }))).toEqual({ own: [], others: [a, b] });
  });
});

test('a question stands with those that would decide, those not answered, or those answered', () => {
  const questions = ['open', 'known', 'contested', 'new'].map((fact) => ({ fact, label: fact, question: `${fact}?` }));
  const stated = (fact: string) => ({ fact, label: fact, summary: fact, source: 'stated' }) as const;
  const groups = questionGroups(
    view({
      reference,
      questions,
      facts: [stated('known'), stated('contested')],
      unknown: ['open', 'contested'].map((fact) => ({ fact, label: fact, answers: [] })),
    }),
  );
  const ids = (group: { fact: string }[]) => group.map(({ fact }) => fact);
  expect([groups.deciding, groups.unanswered, groups.answered].map(ids)).toEqual([
    ['open', 'contested'],
    ['new'],
    ['known'],
  ]);
});
