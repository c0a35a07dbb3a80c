import { describe, expect, test } from 'vitest';
import { interpret } from '../../../../src/dialogs/reading/table/table.ts';
import { agentStep } from '../../../../src/machines/agent.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

const read = (talk: Talk, text: string) => interpret(talk.interview, talk.conversation(), text);
const isDeclaration = { row: 'declaration', event: { type: 'declare' } };

describe('a declaration', () => {
  test.each<[string, string]>([
    ['I hereby withdraw from the contract.', 'withdrawal'],
    ['I revoke my purchase', 'withdrawal'],
    ['We reject the goods', 'rejection'],
    ['I am terminating the contract with immediate effect', 'termination'],
  ])('"%s" is one, and its words are kept as they are', (text, kind) => {
    const { row, event } = read(begin('tool-shop'), text);
    expect(row).toBe('declaration');
    expect(event).toMatchObject({ type: 'declare', kind, text });
  });

  test.each([
    ['Ik herroep de overeenkomst', 'nl'],
    ['Odstępuję od umowy', 'pl'],
  ])('"%s" is one, with its language', (text, language) => {
    const { row, event } = read(begin('tool-shop'), text);
    expect(row).toBe('declaration');
    expect(event).toMatchObject({ type: 'declare', kind: 'withdrawal', text, language });
  });

  test('in another language a question about it is none', () => {
    expect(read(begin('tool-shop'), 'Kan ik de overeenkomst herroepen?').row).toBe('other-language');
  });

  test.each<[string, () => Talk]>([
    ['a yes or no', () => begin('tool-shop').says('not-working').says('device').says([])],
    ['a day', () => begin('fortnight-shop').says('changed-mind').says('received')],
    ['an offer of a person', () => begin('tool-shop').does({ type: 'offerHuman' })],
    ['a case that waits', () => begin('tool-shop').does({ type: 'human' })],
  ])('is no reply to %s', (_question, talkUntil) => {
    expect(read(talkUntil(), 'No. I withdraw from the contract, I received it yesterday.')).toMatchObject(
      isDeclaration,
    );
  });

  test('is read while a person talks with the customer, who is else left to that person', () => {
    const talk = begin('tool-shop').does({ type: 'human' });
    const input = { interview: talk.interview, conversation: talk.conversation(), reference: 'R9' };
    const taken = agentStep(input, { type: 'claim', by: { id: 'ann', name: 'Ann' } }, '2026-11-21T10:00:00.000Z');
    if ('kind' in taken) throw new Error(taken.kind);
    const say = (text: string) => interpret(talk.interview, taken.conversation, text);
    expect(say('I withdraw from the contract')).toMatchObject(isDeclaration);
    expect(say('start over')).toMatchObject({ row: 'agent-talks' });
  });

  const statedBy = (text: string) => {
    const { event } = read(begin('fortnight-shop'), text);
    return event.type === 'declare' ? event.stated.inferred.map(({ fact, value }) => [fact, value]) : undefined;
  };

  test('keeps what else the message states', () => {
    const received = statedBy('I withdraw from the contract. I received the parcel on 2026-11-10.');
    expect(received).toContainEqual(['receivedOn', '2026-11-10']);
    expect(received?.flat()).not.toContain('reason');
    expect(statedBy('I reject the defective goods')).toEqual([['reason', 'not-working']]);
  });

  test.each(['I exercise my right to cancel within 14 days', 'I hereby cancel the contract'])(
    '"%s" states no reason, though it sounds like a change of mind',
    (text) => expect(statedBy(text)).toEqual([]),
  );

  test.each([
    'Can I withdraw from the contract?',
    'please cancel my order',
    'cancel my request',
    'I want to return it',
    'start over',
  ])('"%s" is none', (text) => {
    expect(read(begin('tool-shop').does({ type: 'human' }), text).event.type).not.toBe('declare');
  });
});
