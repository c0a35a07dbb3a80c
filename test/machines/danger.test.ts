import { describe, expect, test } from 'vitest';
import { agentStep } from '../../src/machines/agent.ts';
import { type CustomerEvent, nothingStated, type Statement } from '../../src/machines/events.ts';
import { step } from '../../src/machines/returns.ts';
import { begin } from './conversation.ts';

const hazard: CustomerEvent = { type: 'danger', kind: 'hazard' };
const ann = { id: 'ann', name: 'Ann' };
const at = '2026-11-21T10:00:00.000Z';

/** A conversation in which a person has claimed the case. */
function claimed(talk: ReturnType<typeof begin>) {
  const input = { interview: talk.interview, conversation: talk.conversation(), reference: 'R9' };
  const stepped = agentStep(input, { type: 'claim', by: ann }, at);
  if ('kind' in stepped) throw new Error(stepped.kind);
  return { ...input, conversation: stepped.conversation };
}

describe('somebody is in danger', () => {
  test('the advice comes first, then an urgent case, and nothing is asked', () => {
    const talk = begin('tool-shop').says('not-working').does(hazard);
    expect(talk.acts()).toEqual([
      { type: 'danger', kind: 'hazard' },
      { type: 'file', reference: 'R3', because: 'danger' },
    ]);
    expect(talk.conversation().case).toMatchObject({ state: 'waiting', because: 'danger', isUrgent: true });
    expect(talk.asked()).toBeUndefined();
  });

  test.each<[string, ReturnType<typeof begin>]>([
    ['while what was understood is shown back', inferred()],
    ['while a person is offered', begin('tool-shop').does({ type: 'offerHuman' })],
    ['while an answer to change is chosen', inferred().does({ type: 'no' })],
    ['after a decision', begin('fortnight-shop').says('changed-mind').says('received').says('2026-01-10')],
    [
      'after the customer has taken a case back',
      begin('tool-shop').does({ type: 'human' }).does({ type: 'cancelCase' }),
    ],
  ])('%s', (_when, talk) => {
    talk.does({ type: 'danger', kind: 'distress' });
    expect(talk.acts()[0]).toEqual({ type: 'danger', kind: 'distress' });
    expect(talk.phase()).toBe('handedOver');
    expect(talk.conversation().case).toMatchObject({ state: 'waiting', because: 'danger', isUrgent: true });
    expect(talk.kinds()).not.toContain('ask');
  });

  test('what else was written stands in the case, and is not shown back', () => {
    const stated: Statement = {
      ...nothingStated,
      inferred: [{ fact: 'reason', value: 'not-working', source: 'inferred' }],
      details: { email: 'lena@example.com' },
    };
    const talk = begin('tool-shop').does({ ...hazard, stated });
    expect(talk.kinds()).toEqual(['danger', 'file']);
    expect(talk.conversation()).toMatchObject({ answers: stated.inferred, details: stated.details });
  });

  test('what a decision stands on is not changed by it', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-20');
    const stated: Statement = {
      ...nothingStated,
      inferred: [{ fact: 'reason', value: 'not-working', source: 'inferred' }],
    };
    const before = talk.conversation().answers;
    expect(talk.does({ ...hazard, stated }).conversation().answers).toEqual(before);
  });

  test('a chat that was closed in silence does not pick up where it left off', () => {
    const talk = begin('tool-shop').does({ type: 'remind' }).does({ type: 'close' }).does(hazard);
    expect(talk.kinds()).toEqual(['danger', 'file']);
  });

  test('a case that waits becomes urgent, and people are told', () => {
    const talk = begin('tool-shop').does({ type: 'human' }).does(hazard);
    expect(talk.kinds()).toEqual(['danger', 'caseStands', 'becameUrgent']);
    const { case: filed } = talk.conversation();
    expect(filed).toMatchObject({ reference: 'R2', because: 'danger', isUrgent: true });
    expect(filed?.history.map(({ what }) => what)).toEqual(['filed', 'became-urgent']);
  });

  test('people are told once, the customer hears the advice each time', () => {
    const talk = begin('tool-shop').does(hazard).does(hazard);
    expect(talk.kinds()).toEqual(['danger', 'caseStands']);
  });

  test('while the customer is asked for an address as well', () => {
    const talk = begin('tool-shop').does({ type: 'human' }).does({ type: 'unclaimed' }).does({ type: 'unclaimed' });
    expect(talk.asked()).toBe('email');
    expect(talk.does(hazard).kinds()).toEqual(['danger', 'caseStands', 'becameUrgent']);
    expect(talk.asked()).toBeUndefined();
  });

  test('while a person talks with the customer the bot says nothing, and the desks are told', () => {
    const { conversation, acts } = step(claimed(begin('tool-shop').does({ type: 'human' })), hazard);
    expect(acts).toEqual([{ type: 'becameUrgent', reference: 'R2' }]);
    expect(conversation.case).toMatchObject({ state: 'claimed', agent: ann, because: 'danger', isUrgent: true });
  });

  test('nor does it while that person has put a question', () => {
    const input = claimed(begin('tool-shop').does({ type: 'human' }));
    const asked = agentStep(input, { type: 'ask', by: ann, fact: 'goods' }, at);
    if ('kind' in asked) throw new Error(asked.kind);
    const { conversation, acts } = step({ ...input, conversation: asked.conversation }, hazard);
    expect(acts).toEqual([{ type: 'becameUrgent', reference: 'R2' }]);
    expect(conversation.open?.id).toBe('goods');
  });

  test.each<CustomerEvent>([
    { type: 'startOver' },
    { type: 'change' },
    { type: 'change', fact: 'reason' },
    { type: 'back' },
    {
      type: 'statement',
      inferred: [{ fact: 'reason', value: 'changed-mind', source: 'inferred' }],
      ranges: [],
      mentioned: {},
      details: {},
      isCorrection: true,
    },
  ])('no other word than its own takes it back: $type', (event) => {
    const talk = begin('tool-shop').says('not-working').does(hazard).does(event);
    expect(talk.kinds()).toEqual(['caseStands']);
    expect(talk.conversation().case?.state).toBe('waiting');
    expect(talk.does({ type: 'cancelCase' }).conversation().case?.state).toBe('closed');
  });

  test('who comes back to a case for another reason later is not in danger any more', () => {
    const talk = begin('tool-shop').does(hazard).does({ type: 'cancelCase' }).does({ type: 'human' });
    expect(talk.conversation().case).toMatchObject({ because: 'asked-for-human', isUrgent: false });
  });
});

describe('a case is as urgent as its facts', () => {
  const courier = { type: 'answer', answer: { fact: 'delivery', value: 'at-handover', source: 'stated' } } as const;

  test('a parcel at the door is urgent when the customer asks for a person', () => {
    const talk = begin('fortnight-shop').says('changed-mind').does({ type: 'human' });
    expect(talk.conversation().case?.isUrgent).toBe(false);
    const door = inferredDelivery().does({ type: 'human' });
    expect(door.conversation().case).toMatchObject({ because: 'asked-for-human', isUrgent: true });
  });

  test('when a person was offered and is wanted', () => {
    const talk = inferredDelivery().does({ type: 'offerHuman' }).does({ type: 'yes' });
    expect(talk.conversation().case).toMatchObject({ because: 'asked-for-human', isUrgent: true });
  });

  test('when the policy leaves it to people', () => {
    const talk = begin('fortnight-shop').says('changed-mind').does(courier);
    expect(talk.conversation().case).toMatchObject({ because: 'human-review', isUrgent: true });
  });

  test('with its true reason where "yes" to what was understood has decided', () => {
    const inferred = [
      { fact: 'reason', value: 'damaged-or-incomplete', source: 'inferred' as const },
      { fact: 'delivery', value: 'at-handover', source: 'inferred' as const },
    ];
    const talk = begin('fortnight-shop');
    talk.does({ type: 'statement', inferred, ranges: [], mentioned: {}, details: {}, isCorrection: false });
    expect(talk.asked()).toBe('confirm');
    talk.does({ type: 'yes' });
    expect(talk.acts().at(-1)).toMatchObject({ type: 'file', because: 'refuse-delivery' });
    expect(talk.conversation().case).toMatchObject({ because: 'refuse-delivery', isUrgent: true });
  });

  test('when the answer comes while a person talks with the customer', () => {
    const input = claimed(begin('fortnight-shop').does({ type: 'human' }));
    const asked = agentStep(input, { type: 'ask', by: ann, fact: 'delivery' }, at);
    if ('kind' in asked) throw new Error(asked.kind);
    const { conversation, acts } = step({ ...input, conversation: asked.conversation }, courier);
    expect(acts).toEqual([{ type: 'becameUrgent', reference: 'R2' }]);
    expect(conversation.case).toMatchObject({ because: 'asked-for-human', isUrgent: true });
  });

  test('a parcel that has been received is not', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('received').does({ type: 'human' });
    expect(talk.conversation().case?.isUrgent).toBe(false);
  });
});

function inferred() {
  return begin('tool-shop').does({
    type: 'statement',
    inferred: [{ fact: 'reason', value: 'other', source: 'inferred' }],
    ranges: [],
    mentioned: {},
    details: {},
    isCorrection: false,
    isUnsure: true,
  });
}

function inferredDelivery() {
  return begin('fortnight-shop').does({
    type: 'statement',
    inferred: [{ fact: 'delivery', value: 'at-handover', source: 'inferred' }],
    ranges: [],
    mentioned: {},
    details: {},
    isCorrection: false,
  });
}
