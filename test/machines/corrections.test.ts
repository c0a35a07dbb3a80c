import { describe, expect, test } from 'vitest';
import { nothingStated, type Statement } from '../../src/machines/events.ts';
import type { Answer, FoundOrder, Range } from '../../src/machines/record/record.ts';
import { begin } from './conversation.ts';

const inferred = (facts: Record<string, Answer['value']>): Answer[] =>
  Object.entries(facts).map(([fact, value]) => ({ fact, value, source: 'inferred' }));

const stated = (more: Partial<Statement>) => ({ type: 'statement', ...nothingStated, ...more }) as const;

const between = (fact: string, from: string, to: string): Range => ({ fact, from, to, source: 'inferred' });

/** A broken device with a year of warranty, bought in spring: it can be sent in. */
const sentIn = () =>
  begin('tool-shop').says('not-working').says('device').says([]).says(false).says(12).says('2026-05-04');

/** Bought today's way back at the fortnight shop, no longer wanted: it can be returned. */
const returned = () => begin('fortnight-shop').says('changed-mind').says('received').says('2026-11-15');

const resolutionOf = (talk: ReturnType<typeof begin>) => talk.decision()?.decision.resolution;

describe('after a decision', () => {
  test('days told roughly that leave out the day known withdraw it, and are shown back', () => {
    const talk = sentIn();
    expect(resolutionOf(talk)).toBe('return');
    talk.does(stated({ ranges: [between('purchasedOn', '2023-05-01', '2023-05-31')], isCorrection: true }));
    expect(talk.kinds()).toEqual(['withdraw', 'understood', 'ask']);
    expect(talk.asked()).toBe('confirm');
    expect(resolutionOf(talk.does({ type: 'yes' }))).toBe('not-eligible');
  });

  test('days told roughly that hold the day known change nothing', () => {
    const talk = sentIn().does(stated({ ranges: [between('purchasedOn', '2026-05-01', '2026-05-31')] }));
    expect(talk.kinds()).toEqual(['decisionStands']);
  });

  test('a member of a list that was denied is a new answer to the list', () => {
    const talk = sentIn().does(stated({ mentioned: { condition: ['seal-damaged'] } }));
    expect(talk.asked()).toBe('confirm');
    expect(talk.conversation().answers).toContainEqual(inferred({ condition: ['seal-damaged'] })[0]);
    expect(resolutionOf(talk.does({ type: 'yes' }))).toBe('not-eligible');
  });

  test('another reason with the same outcome is decided anew, so that the form follows', () => {
    const talk = returned();
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'return' }, reference: 'R4' });
    talk.does(stated({ inferred: inferred({ reason: 'not-working' }), isCorrection: true }));
    expect(talk.kinds()).toContain('withdraw');
    talk.does({ type: 'yes' });
    const again = { decision: { resolution: 'return' }, reference: 'R6', facts: { reason: 'not-working' } };
    expect(talk.decision()).toMatchObject(again);
  });

  test('what cannot be beside an answer takes its place and is shown back: the parcel is on its way after all', () => {
    const talk = returned().does(stated({ inferred: inferred({ delivery: 'in-transit' }) }));
    expect(talk.kinds()).toEqual(['withdraw', 'understood', 'ask']);
    expect(talk.asked()).toBe('confirm');
    talk.does({ type: 'yes' });
    expect(talk.decision()?.facts).toMatchObject({ delivery: 'in-transit' });
  });

  test('what decides nothing and takes nothing back leaves it alone', () => {
    const talk = returned().does(stated({ inferred: inferred({ warrantyMonths: 24 }) }));
    expect(talk.kinds()).toEqual(['decisionStands']);
  });

  test('an e-mail is kept with it', () => {
    const talk = returned().does(stated({ details: { email: 'a@b.cc' } }));
    expect(talk.kinds()).toContain('detailsKept');
    expect(talk.phase()).toBe('decided');
    expect(talk.conversation().details).toEqual({ email: 'a@b.cc' });
  });
});

describe('an order that is named after a decision', () => {
  const order: FoundOrder = {
    number: 'EQ-1',
    items: [{ id: '1', name: 'Scanner', facts: { price: { amount: '100.00', currency: 'EUR' } } }],
  };
  const decided = () =>
    begin('tool-shop', '2026-11-21', { orders: true, warranties: 'never' })
      .says('changed-mind')
      .does({ type: 'detail', details: { orderNumber: null } })
      .says('device')
      .says('not-shipped')
      .says(false);
  const named = () => decided().does(stated({ details: { orderNumber: 'EQ-1', email: 'a@b.cc' } }));

  test('is looked up while the decision stands, and decides anew once it is found', () => {
    const talk = named();
    expect(talk.phase()).toBe('lookingUp');
    expect(talk.conversation().decision).toBeDefined();
    talk.does({ type: 'orderFound', order });
    expect(talk.kinds()).toEqual(['withdraw', 'orderShown', 'decide']);
    expect(talk.decision()).toMatchObject({ decision: { refund: { amount: '94.00' } } });
  });

  test('leaves the decision as it is where nobody knows the order', () => {
    const talk = named().does({ type: 'orderNotFound' });
    expect(talk.phase()).toBe('decided');
    expect(talk.kinds()).toEqual(['orderMissing', 'decisionStands']);
  });
});

describe('while a case waits', () => {
  const waiting = () => begin('tool-shop').says('not-working').does({ type: 'human' });

  test('what the customer adds is kept with it, in its place in the queue', () => {
    const talk = waiting();
    const { case: filed } = talk.conversation();
    talk.does(stated({ inferred: inferred({ goods: 'device' }), details: { email: 'a@b.cc' } }));
    expect(talk.kinds()).toEqual(['understood', 'addedToCase']);
    expect(talk.acts().at(-1)).toMatchObject({ reference: filed?.reference, details: { email: 'a@b.cc' } });
    expect(talk.conversation().case).toEqual(filed);
  });

  test('so is what takes something back', () => {
    const talk = waiting().does(stated({ inferred: inferred({ reason: 'changed-mind' }), isCorrection: true }));
    expect(talk.kinds()).toEqual(['understood', 'addedToCase']);
    expect(talk.phase()).toBe('handedOver');
  });

  test('what adds nothing is told how the case stands', () => {
    const talk = waiting().does(stated({ inferred: inferred({ reason: 'not-working' }) }));
    expect(talk.kinds()).toEqual(['caseStands']);
  });

  test('what only people can answer goes to them', () => {
    const talk = waiting().does({ type: 'digress', about: { kind: 'out-of-scope' } });
    expect(talk.kinds()).toEqual(['addedToCase']);
    expect(
      waiting()
        .does({ type: 'digress', about: { kind: 'thanks' } })
        .kinds(),
    ).toEqual(['digression']);
  });

  test('a correction that leaves people nothing to decide is shown back, then takes the case back', () => {
    const talk = begin('tool-shop').says('other');
    expect(talk.phase()).toBe('handedOver');
    talk.does(stated({ inferred: inferred({ reason: 'changed-mind', goods: 'device', delivery: 'received' }) }));
    expect(talk.asked()).toBe('confirm');
    expect(talk.conversation().case?.state).toBe('waiting');
    talk.does({ type: 'yes' });
    expect(talk.kinds()).toEqual(['withdraw', 'withdraw', 'decide']);
    expect(talk.conversation().case).toBeUndefined();
    expect(resolutionOf(talk)).toBe('not-eligible');
  });

  test('a correction that takes back what people were needed for takes the case back, and asks on', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('in-transit');
    expect(talk.conversation().case).toMatchObject({ state: 'waiting', because: 'human-review' });
    talk.does(stated({ inferred: inferred({ delivery: 'received' }), isCorrection: true }));
    expect(talk.kinds()).toEqual(['understood', 'withdraw', 'withdraw', 'ask']);
    expect(talk.asked()).toBe('receivedOn');
    expect(talk.conversation().case).toBeUndefined();
    expect(resolutionOf(talk.says('2026-11-15').does({ type: 'yes' }))).toBe('return');
  });

  test('a parcel that is not at the door after all is urgent for nobody any more', () => {
    const talk = begin('fortnight-shop').says('damaged-or-incomplete').says('at-handover');
    expect(talk.conversation().case).toMatchObject({ because: 'refuse-delivery', isUrgent: true });
    talk.does(stated({ inferred: inferred({ delivery: 'received' }), isCorrection: true }));
    expect(talk.asked()).toBe('inspectedAtHandover');
    expect(talk.conversation().case).toBeUndefined();
  });

  test('another answer that still leaves it to them keeps the case', () => {
    const talk = begin('fortnight-shop').says('changed-mind').says('not-shipped');
    const { case: filed } = talk.conversation();
    talk.does(stated({ inferred: inferred({ delivery: 'in-transit' }), isCorrection: true }));
    expect(talk.kinds()).toEqual(['understood', 'addedToCase']);
    expect(talk.conversation().case).toEqual(filed);
  });

  test('who does not agree to what was shown back tells it anew', () => {
    const talk = begin('tool-shop').says('other');
    talk.does(stated({ inferred: inferred({ reason: 'changed-mind', goods: 'device', delivery: 'received' }) }));
    expect(talk.does({ type: 'no' }).asked()).toBe('changeWhich');
    expect(talk.does({ type: 'unclear', problem: { kind: 'not-understood' } }).asked()).toBe('changeWhich');
  });

  test('the customer can still say that nobody is needed, whatever is shown back', () => {
    const talk = begin('tool-shop').says('other');
    talk.does(stated({ inferred: inferred({ reason: 'changed-mind', goods: 'device', delivery: 'received' }) }));
    expect(talk.does({ type: 'cancelCase' }).conversation().case?.state).toBe('closed');
  });

  test('an order is looked up for the people who look at it, and is kept with the case where nobody knows it', () => {
    const talk = begin('tool-shop', '2026-11-21', { orders: true, warranties: 'never' }).does({ type: 'human' });
    talk.does(stated({ details: { orderNumber: 'EQ-1', email: 'a@b.cc' } }));
    expect(talk.phase()).toBe('lookingUp');
    talk.does({ type: 'orderNotFound' });
    expect(talk.kinds()).toEqual(['addedToCase']);
    expect(talk.conversation().details).toEqual({ orderNumber: 'EQ-1', email: 'a@b.cc' });
    expect(talk.phase()).toBe('handedOver');
  });
});

describe('after people have settled a case', () => {
  const refused = () => begin('tool-shop').says('changed-mind').says('device').says('received');

  test('what changes an answer is decided anew, and the earlier decision is withdrawn', () => {
    const talk = refused().does({ type: 'human' }).does({ type: 'cancelCase' });
    talk.does(stated({ inferred: inferred({ reason: 'not-working' }) }));
    expect(talk.kinds()).toContain('withdraw');
    expect(talk.asked()).toBe('condition');
  });

  test('an answer can be changed by its button', () => {
    const talk = refused().does({ type: 'human' }).does({ type: 'cancelCase' });
    expect(talk.does({ type: 'change', fact: 'reason' }).asked()).toBe('reason');
  });
});

describe('what is known roughly or in part', () => {
  const rough = () =>
    begin('tool-shop')
      .says('not-working')
      .does(stated({ ranges: [{ ...between('purchasedOn', '2026-03-01', '2026-03-31'), source: 'stated' }] }))
      .does(stated({ mentioned: { condition: ['signs-of-use'] } }));

  test.each(['purchasedOn', 'condition'])('%s can be changed', (fact) => {
    expect(rough().does({ type: 'change', fact }).asked()).toBe(fact);
  });

  test('is among the things to choose from', () => {
    expect(rough().does({ type: 'change' }).asked()).toBe('changeWhich');
  });

  test('changed to other days is known so', () => {
    const talk = rough().does({ type: 'change', fact: 'purchasedOn' });
    talk.does(stated({ ranges: [{ ...between('purchasedOn', '2026-02-01', '2026-02-28'), source: 'stated' }] }));
    expect(talk.asked()).not.toBe('purchasedOn');
    expect(talk.conversation().ranges).toMatchObject([{ from: '2026-02-01' }]);
  });
});

describe('"no" to what was shown back', () => {
  test('drops the one thing shown, and asks its question at once', () => {
    const talk = begin('tool-shop').does(stated({ inferred: inferred({ reason: 'not-working' }), isUnsure: true }));
    expect(talk.does({ type: 'no' }).asked()).toBe('reason');
    expect(talk.conversation().answers).toEqual([]);
    expect(talk.says('changed-mind').asked()).toBe('goods');
  });

  test('asks which where several things are shown', () => {
    const talk = begin('tool-shop').does(stated({ inferred: inferred({ reason: 'not-working', goods: 'device' }) }));
    expect(talk.does({ type: 'no' }).asked()).toBe('changeWhich');
  });
});
