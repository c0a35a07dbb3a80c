import { describe, expect, test } from 'vitest';
import type { CustomerEvent } from '../../src/machines/events.ts';
import { newConversation } from '../../src/machines/record/record.ts';
import { phaseOf, step } from '../../src/machines/returns.ts';
import { fixturePolicy } from '../fixtures/policies.ts';

const policy = fixturePolicy('fortnight-shop');
const ann = { id: 'slack:ann', name: 'Ann' };
const at = '2026-11-21T10:00:00.000Z';
const late = { reason: 'changed-mind', delivery: 'received', receivedOn: '2026-09-01' };

/** What becomes of facts that Ann takes down, and of the look-up that they ask for. */
function takenDown(facts: Record<string, string>, details = {}, found?: CustomerEvent) {
  const interview = {
    policy,
    language: 'en',
    today: '2026-11-21',
    lookUps: { orders: true, warranties: 'never' as const },
  };
  const answers = Object.entries(facts).map(([fact, value]) => ({ fact, value, source: 'stated' as const }));
  const input = { interview, reference: 'R1', at, takenDownBy: ann };
  const event: CustomerEvent = { type: 'takenDown', by: ann, answers, details };
  const first = step({ ...input, conversation: newConversation() }, event);
  return found ? step({ ...input, conversation: first.conversation }, found) : first;
}

describe('what is taken down for a customer on the phone', () => {
  test('goes to people with what is known, and nothing is asked', () => {
    const { conversation, acts } = takenDown({ reason: 'changed-mind' });
    expect(acts).toEqual([{ type: 'file', reference: 'R1', because: 'asked-for-human' }]);
    expect(conversation.case).toMatchObject({ state: 'waiting', history: [{ at, what: 'filed', by: ann }] });
    expect([phaseOf(conversation), conversation.open]).toEqual(['handedOver', undefined]);
  });

  test('is decided where the policy can decide, and goes to people all the same', () => {
    const { conversation, acts } = takenDown(late);
    expect(acts.map(({ type }) => type)).toEqual(['decide', 'file']);
    expect(conversation.decision?.decision.resolution).toBe('not-eligible');
    expect(conversation.case?.reference).toBe(conversation.decision?.reference);
  });

  test('leaves out what the policy cannot take', () => {
    const { conversation } = takenDown({ reason: 'nonsense', delivery: 'received', receivedOn: '2027-01-01' });
    expect(conversation.answers.map(({ fact }) => fact)).toEqual(['delivery']);
  });

  test('is looked up by its order, and a pair that no order has stays for whoever takes the case', () => {
    const pair = { orderNumber: 'FD-1001', email: 'olga@example.com' };
    expect(takenDown({}, pair).acts).toEqual([{ type: 'lookUpOrder', number: 'FD-1001', email: 'olga@example.com' }]);
    for (const type of ['orderNotFound', 'orderUnavailable'] as const) {
      const { conversation, acts } = takenDown({}, pair, { type });
      expect([conversation.details, acts.at(-1)?.type, conversation.open]).toEqual([pair, 'file', undefined]);
    }
  });
});
