import { describe, expect, test } from 'vitest';
import { agentStep } from '../../src/machines/agent.ts';
import { type CustomerEvent, nothingStated, type Statement } from '../../src/machines/events.ts';
import { step } from '../../src/machines/returns.ts';
import { begin } from './conversation.ts';

const at = '2026-11-21T10:00:00.000Z';
const ann = { id: 'ann', name: 'Ann' };
const words = 'Dear shop, I hereby withdraw from the contract.';

function declaring(text = words, stated: Partial<Statement> = {}): CustomerEvent {
  return { type: 'declare', kind: 'withdrawal', text, stated: { ...nothingStated, ...stated } };
}

type Talk = ReturnType<typeof begin>;

const inputOf = (talk: Talk) => ({ interview: talk.interview, conversation: talk.conversation(), reference: 'R9', at });

/** A step of a person at the desk, on what a conversation knows. */
function byAnn(input: ReturnType<typeof inputOf>, event: Parameters<typeof agentStep>[1]) {
  const stepped = agentStep(input, event, at);
  if ('kind' in stepped) throw new Error(stepped.kind);
  return { ...input, conversation: stepped.conversation };
}

const claimed = (talk: Talk) => byAnn(inputOf(talk.does({ type: 'human' })), { type: 'claim', by: ann });

describe('a declaration is for people, and no reason', () => {
  test('its instant is told, a case is filed, and its history has the words', () => {
    const { conversation, acts } = step(inputOf(begin('tool-shop').says('not-working')), declaring());
    expect(acts).toEqual([
      { type: 'declared', at },
      { type: 'file', reference: 'R9', because: 'declaration' },
    ]);
    expect(conversation.case).toMatchObject({ state: 'waiting', because: 'declaration', isUrgent: false });
    expect(conversation.case?.history).toEqual([
      { at, what: 'filed' },
      { at, what: 'declared', note: words },
    ]);
    expect(conversation.open).toBeUndefined();
    expect(conversation.answers).toEqual([{ fact: 'reason', value: 'not-working', source: 'stated' }]);
  });

  test.each<[string, () => Talk]>([
    ['to the first question', () => begin('tool-shop')],
    ['to what is shown back', () => inferred()],
    ['when a person is offered', () => begin('tool-shop').does({ type: 'offerHuman' })],
    ['when an answer to change is chosen', () => inferred().does({ type: 'no' })],
    ['when asked for a detail', () => begin('tool-shop', undefined, { orders: true, warranties: 'never' })],
    ['after a decision', () => begin('fortnight-shop').says('changed-mind').says('received').says('2026-01-10')],
    ['once a case was taken back', () => begin('tool-shop').does({ type: 'human' }).does({ type: 'cancelCase' })],
    ['after a long silence', () => begin('tool-shop').does({ type: 'remind' }).does({ type: 'close' })],
  ])('%s', (_when, talkUntil) => {
    const { conversation, acts } = step(inputOf(talkUntil()), declaring());
    expect(acts[0]).toEqual({ type: 'declared', at });
    expect(conversation.case).toMatchObject({ state: 'waiting', because: 'declaration' });
    expect(conversation.case?.history.at(-1)).toEqual({ at, what: 'declared', note: words });
    expect(acts.map(({ type }) => type)).not.toContain('ask');
  });

  test('after a refusal it is filed under the reference of the decision', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('received').says('2026-01-10');
    const { reference } = talk.conversation().decision ?? {};
    talk.does(declaring());
    expect(talk.acts()).toContainEqual({ type: 'file', reference, because: 'declaration' });
  });

  test('a case that was ruled on is reopened, and people are told', () => {
    const ruled = byAnn(inputOf(begin('tool-shop').does({ type: 'human' })), {
      type: 'rule',
      by: ann,
      ruling: { ruling: 'uphold', resolution: 'not-eligible', isException: false, reason: 'Too late.' },
    });
    const { conversation, acts } = step(ruled, declaring());
    expect(acts.map(({ type }) => type)).toEqual(['declared', 'reopen', 'declarationAdded']);
    expect(conversation.case).toMatchObject({ reference: 'R2', state: 'waiting', because: 'declaration' });
    expect(conversation.case?.history.map(({ what }) => what)).toEqual(['filed', 'ruled', 'reopened', 'declared']);
  });

  test('it is added to a case that waits, which the policy does not settle any more', () => {
    const talk = begin('tool-shop').does({ type: 'human' }).does(declaring());
    expect(talk.kinds()).toEqual(['declared', 'declarationAdded', 'caseStands']);
    expect(talk.conversation().case).toMatchObject({ reference: 'R2', because: 'declaration' });
  });

  test('also while the customer is asked for an address', () => {
    const talk = begin('tool-shop').does({ type: 'human' }).does({ type: 'unclaimed' }).does({ type: 'unclaimed' });
    expect(talk.asked()).toBe('email');
    expect(talk.does(declaring()).conversation().case?.history.at(-1)).toMatchObject({ what: 'declared' });
    expect(talk.asked()).toBeUndefined();
  });

  test('a danger stays the reason of its case', () => {
    const talk = begin('tool-shop').does({ type: 'danger', kind: 'hazard' }).does(declaring());
    expect(talk.conversation().case).toMatchObject({ because: 'danger', isUrgent: true });
    expect(talk.conversation().case?.history.at(-1)?.what).toBe('declared');
  });

  test('the same words once more are told the instant of the first, and change nothing', () => {
    const first = step(inputOf(begin('tool-shop')), declaring());
    const again = { ...inputOf(begin('tool-shop')), conversation: first.conversation, at: '2026-11-22T08:00:00.000Z' };
    const { conversation, acts } = step(again, declaring());
    expect(acts.map(({ type }) => type)).toEqual(['declared', 'caseStands']);
    expect(acts[0]).toEqual({ type: 'declared', at });
    expect(conversation.case).toEqual(first.conversation.case);
    const other = step(again, declaring('I reject the goods.'));
    expect(other.conversation.case?.history.filter(({ what }) => what === 'declared')).toHaveLength(2);
  });
});

describe('while a person talks with the customer', () => {
  test('the bot says nothing, people are told, and the words are kept', () => {
    const { conversation, acts } = step(claimed(begin('tool-shop')), declaring());
    expect(acts).toEqual([{ type: 'declarationAdded', reference: 'R2' }]);
    expect(conversation.case).toMatchObject({ state: 'claimed', agent: ann, because: 'declaration' });
    expect(conversation.case?.history.at(-1)).toEqual({ at, what: 'declared', note: words });
  });

  test('the question that the person has put stays open', () => {
    const asked = byAnn(claimed(begin('tool-shop')), { type: 'ask', by: ann, fact: 'goods' });
    const stated = { inferred: [{ fact: 'reason', value: 'not-working', source: 'inferred' as const }] };
    const { conversation, acts } = step(asked, declaring(words, stated));
    expect(acts).toEqual([{ type: 'declarationAdded', reference: 'R2' }]);
    expect(conversation.open?.id).toBe('goods');
    expect(conversation.answers).toContainEqual({ fact: 'reason', value: 'not-working', source: 'inferred' });
  });
});

describe('what the message says beside it', () => {
  const stated = { inferred: [{ fact: 'reason', value: 'not-working', source: 'inferred' as const }] };

  test('is kept with the case, and shown back by nobody', () => {
    const talk = begin('tool-shop').does(declaring(words, stated));
    expect(talk.conversation().answers).toEqual(stated.inferred);
    expect(talk.kinds()).toEqual(['declared', 'file']);
  });

  test('does not change what a decision stands on', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('received').says('2026-01-10');
    const before = talk.conversation();
    talk.does(declaring(words, { inferred: [{ fact: 'receivedOn', value: '2026-11-20', source: 'inferred' }] }));
    expect(talk.conversation()).toMatchObject({ answers: before.answers, decision: before.decision });
  });

  test('an order is looked up for the people who answer', () => {
    const details = { orderNumber: 'EQ-1', email: 'a@shop.example' };
    const talk = begin('tool-shop', undefined, { orders: true, warranties: 'never' }).does(
      declaring(words, { details }),
    );
    expect(talk.kinds()).toEqual(['declared', 'file', 'lookUpOrder']);
    talk.does({ type: 'orderNotFound' });
    expect(talk.phase()).toBe('handedOver');
    expect(talk.conversation().details).toEqual(details);
  });
});

test('the customer can still start over, or take the request back', () => {
  const talk = begin('tool-shop').does(declaring());
  expect(talk.does({ type: 'startOver' }).asked()).toBe('reason');
  const other = begin('tool-shop').does(declaring()).does({ type: 'cancelCase' });
  expect(other.conversation().case).toMatchObject({ state: 'closed' });
  expect(other.conversation().case?.history.map(({ what }) => what)).toEqual(['filed', 'declared', 'cancelled']);
});

function inferred() {
  return begin('tool-shop').does({
    type: 'statement',
    ...nothingStated,
    inferred: [{ fact: 'reason', value: 'other', source: 'inferred' }],
    isUnsure: true,
  });
}
