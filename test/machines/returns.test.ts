import { describe, expect, test } from 'vitest';
import { begin } from './conversation.ts';

const unclear = { type: 'unclear', problem: { kind: 'not-understood' } } as const;

describe('the interview', () => {
  test('greets, asks what the policy wants to know, and ends with its decision', () => {
    const talk = begin('fortnight-shop');
    expect(talk.kinds()).toEqual(['greet', 'ask']);
    talk.says('changed-mind').says('received').says('2026-11-10');
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'return', deadline: '2026-11-24' } });
    expect(talk.phase()).toBe('decided');
  });

  test('says at most how many questions can come, and fewer after each answer', () => {
    const talk = begin('tool-shop');
    const counts = [talk.atMost()];
    for (const value of ['not-working', 'device', [], false, 24]) counts.push(talk.says(value).atMost());
    expect(counts).toEqual([7, 5, 4, 3, 2, 1]);
  });

  test('never asks where a broken device is: it must have been received', () => {
    const talk = begin('tool-shop').says('not-working').says('device');
    expect(talk.asked()).not.toBe('delivery');
  });

  test('a length of warranty is followed by the day of purchase before anything else', () => {
    const talk = begin('tool-shop').says('not-working').says('device').says([]).says(false).says(24);
    expect(talk.asked()).toBe('purchasedOn');
  });

  test('an answer in the other form of the warranty counts', () => {
    const talk = begin('tool-shop').says('not-working').says('device').says([]).says(false);
    expect(talk.asked()).toBe('warrantyMonths');
    talk.does({ type: 'answer', answer: { fact: 'warrantyUntil', value: '2027-01-01', source: 'stated' } });
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'return' } });
  });
});

describe('unclear replies', () => {
  test('the question is asked again, and after the third a person is offered', () => {
    const talk = begin('tool-shop');
    expect(talk.does(unclear).kinds()).toEqual(['explain', 'ask']);
    expect(talk.does(unclear).asked()).toBe('reason');
    expect(talk.does(unclear).asked()).toBe('offerHuman');
  });

  test('an answer in between is forgiven', () => {
    const talk = begin('tool-shop').does(unclear).does(unclear).says('not-working').does(unclear);
    expect(talk.asked()).toBe('goods');
  });

  test('who wants no person is asked the same question again', () => {
    const talk = begin('tool-shop').does(unclear).does(unclear).does(unclear).does({ type: 'no' });
    expect(talk.asked()).toBe('reason');
    expect(talk.conversation().open?.unclear).toBe(0);
  });

  test('who wants one gets a case', () => {
    const talk = begin('tool-shop').does(unclear).does(unclear).does(unclear).does({ type: 'yes' });
    expect(talk.phase()).toBe('handedOver');
    expect(talk.acts()).toContainEqual({ type: 'file', reference: 'R5', because: 'asked-for-human' });
  });

  test('a day that could be two is asked back with both', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('received');
    talk.does({ type: 'ambiguous', candidates: ['2026-05-06', '2026-06-05'] });
    expect(talk.acts()).toMatchObject([{ type: 'ask', open: { candidates: ['2026-05-06', '2026-06-05'] } }]);
  });
});

describe('at any time', () => {
  test('back takes the last answer back and asks it again', () => {
    const talk = begin('tool-shop').says('changed-mind').says('device').does({ type: 'back' });
    expect(talk.asked()).toBe('goods');
    expect(talk.conversation().answers.map(({ fact }) => fact)).toEqual(['reason']);
  });

  test('back before the first answer stays there', () => {
    expect(begin('tool-shop').does({ type: 'back' }).kinds()).toEqual(['firstQuestion', 'ask']);
  });

  test('start over forgets every answer', () => {
    const talk = begin('tool-shop').says('changed-mind').says('device').does({ type: 'startOver' });
    expect(talk.asked()).toBe('reason');
    expect(talk.conversation().answers).toEqual([]);
  });

  test('help answers and repeats the open question', () => {
    expect(begin('tool-shop').says('not-working').does({ type: 'help' }).kinds()).toEqual(['help', 'ask']);
  });

  test('a human is a case with a reference, from a question as from a decision', () => {
    expect(begin('tool-shop').does({ type: 'human' }).kinds()).toEqual(['file']);
    const decided = begin('fortnight-shop').says('changed-mind').says('received').says('2026-01-10');
    const reference = decided.conversation().decision?.reference;
    decided.does({ type: 'human' });
    expect(decided.conversation().case).toMatchObject({ reference, state: 'waiting' });
  });

  test('asking for a human again files no second case', () => {
    const talk = begin('tool-shop').does({ type: 'human' }).does({ type: 'human' });
    expect(talk.kinds()).toEqual(['caseStands']);
  });
});

describe('what people must decide', () => {
  test('human-review files a case under the reference of the decision', () => {
    const talk = begin('tool-shop').says('other');
    expect(talk.acts().slice(-2)).toMatchObject([
      { type: 'decide', reference: 'R2', decision: { resolution: 'human-review' } },
      { type: 'file', reference: 'R2', because: 'human-review' },
    ]);
  });

  test('a parcel to refuse files one too', () => {
    const talk = begin('fortnight-shop').says('damaged-or-incomplete').says('at-handover');
    expect(talk.acts().at(-1)).toMatchObject({ type: 'file', because: 'refuse-delivery' });
  });
});

describe('changing an answer', () => {
  const decided = () => begin('tool-shop').says('changed-mind').says('device').says('not-shipped').says(false);

  test('withdraws the decision visibly, keeps the rest and asks only what depends on it', () => {
    const talk = decided().does({ type: 'change', fact: 'delivery' });
    expect(talk.kinds()).toEqual(['withdraw', 'ask']);
    expect(talk.asked()).toBe('delivery');
    talk.says('received');
    expect(talk.decision()).toMatchObject({
      decision: { resolution: 'not-eligible', clauses: ['working-device'] },
      facts: { reason: 'changed-mind', goods: 'device', delivery: 'received', discounted: false },
    });
  });

  test('that has been taken back meanwhile, by its button, changes nothing', () => {
    const talk = begin('fortnight-shop').says('changed-mind').does({ type: 'change', fact: 'receivedOn' });
    expect(talk.kinds()).toEqual(['stale', 'ask']);
    expect(talk.asked()).toBe('delivery');
  });

  test('asks which, if it is not said', () => {
    const talk = decided().does({ type: 'change' });
    expect(talk.asked()).toBe('changeWhich');
    expect(talk.conversation().decision).toBeDefined();
  });

  test('going back from there leaves the decision as it was issued', () => {
    const talk = decided();
    const issued = talk.conversation().decision;
    talk.does({ type: 'change' }).does({ type: 'back' });
    expect(talk.kinds()).toEqual(['decisionStands']);
    expect(talk.conversation().decision).toEqual(issued);
  });

  test('counts the questions that the change can bring', () => {
    const talk = decided().does({ type: 'change', fact: 'goods' });
    // Goods themselves, then at most activation, the discount being known; a device is known not to be shipped.
    expect(talk.atMost()).toBe(2);
    talk.says('digital');
    expect(talk.asked()).toBe('activation');
  });

  test('drops an earlier answer that the new one makes impossible', () => {
    const talk = begin('tool-shop')
      .says('damaged-in-transit')
      .says('in-transit')
      .does({ type: 'change', fact: 'reason' });
    talk.says('changed-mind');
    expect(talk.asked()).toBe('goods');
    talk
      .says('device')
      .does({ type: 'change', fact: 'delivery' })
      .says('not-shipped')
      .does({ type: 'change', fact: 'reason' });
    talk.says('not-working');
    expect(talk.conversation().answers.map(({ fact }) => fact)).not.toContain('delivery');
  });

  test('closes a case that nobody has taken yet', () => {
    const talk = begin('tool-shop').says('other').does({ type: 'change', fact: 'reason' });
    expect(talk.acts()).toContainEqual({ type: 'withdraw', reference: 'R2', what: 'case' });
    expect(talk.conversation().case).toBeUndefined();
  });
});
