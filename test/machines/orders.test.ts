import { describe, expect, test } from 'vitest';
import { nothingStated } from '../../src/machines/events.ts';
import type { FoundOrder, Range } from '../../src/machines/record/record.ts';
import { begin } from './conversation.ts';

const lookUps = { orders: true, warranties: 'with-order' } as const;
const scanner = {
  id: '1',
  name: 'Scanner',
  facts: { goods: 'device', delivery: 'received', discounted: false, purchasedOn: '2026-10-01', warrantyMonths: 24 },
};
const order: FoundOrder = { number: 'EQ-1', items: [scanner] };

const begun = () => begin('tool-shop', '2026-11-21', lookUps);
const withNumber = () =>
  begun()
    .says('not-working')
    .does({ type: 'detail', details: { orderNumber: 'EQ-1' } })
    .does({ type: 'detail', details: { email: 'a@b.cc' } });

describe('an order', () => {
  test('is asked for once the reason is known, number first, then e-mail', () => {
    const talk = begun();
    expect(talk.asked()).toBe('reason');
    talk.says('not-working');
    expect(talk.asked()).toBe('orderNumber');
    talk.does({ type: 'detail', details: { orderNumber: 'EQ-1' } });
    expect(talk.asked()).toBe('email');
    talk.does({ type: 'detail', details: { email: 'a@b.cc' } });
    expect(talk.acts()).toEqual([{ type: 'lookUpOrder', number: 'EQ-1', email: 'a@b.cc' }]);
    expect(talk.phase()).toBe('lookingUp');
  });

  test('is not asked for where the reason alone is enough', () => {
    expect(begun().says('other').decision()).toMatchObject({ decision: { resolution: 'human-review' } });
  });

  test('found, is shown and leaves only what it does not tell', () => {
    const talk = withNumber().does({ type: 'orderFound', order });
    expect(talk.kinds()).toEqual(['orderShown', 'ask']);
    expect(talk.asked()).toBe('condition');
    expect(talk.atMost()).toBe(1);
    talk.says([]);
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'return' }, facts: scanner.facts });
  });

  test('counts in the questions that can come, and never makes them more', () => {
    const talk = begun();
    const counts = [talk.atMost(), talk.says('not-working').atMost()];
    counts.push(talk.does({ type: 'detail', details: { orderNumber: 'EQ-1' } }).atMost());
    talk.does({ type: 'detail', details: { email: 'a@b.cc' } });
    counts.push(talk.does({ type: 'orderUnavailable' }).atMost());
    for (let i = 1; i < counts.length; i += 1) expect(counts[i]).toBeLessThan(counts[i - 1] ?? 0);
  });

  test('that nobody knows is skipped with "I do not know"', () => {
    const talk = begun()
      .says('not-working')
      .does({ type: 'detail', details: { orderNumber: null } });
    expect(talk.asked()).toBe('goods');
  });

  test('not found, is asked again, and given up after the third pair', () => {
    const talk = begun().says('not-working');
    for (const isLast of [false, false, true]) {
      talk.does({ type: 'detail', details: { orderNumber: 'EQ-9', email: 'a@b.cc' } }).does({ type: 'orderNotFound' });
      expect(talk.acts()[0]).toEqual({ type: 'orderMissing', isLast });
    }
    expect(talk.asked()).toBe('goods');
  });

  test('with several items is about the one that the customer names', () => {
    const licence = {
      id: '2',
      name: 'Licence',
      facts: { goods: 'digital', activation: 'activated', purchasedOn: '2026-10-01' },
    };
    const talk = withNumber().does({ type: 'orderFound', order: { number: 'EQ-1', items: [scanner, licence] } });
    expect(talk.asked()).toBe('item');
    talk.does({ type: 'detail', details: { item: '2' } });
    expect(talk.decision()).toMatchObject({ decision: { clauses: ['digital-after-activation', 'non-physical'] } });
  });

  test('of which nobody knows the item tells what all items agree on', () => {
    const cable = { id: '2', name: 'Cable', facts: { ...scanner.facts, discounted: true } };
    const talk = withNumber().does({ type: 'orderFound', order: { number: 'EQ-1', items: [scanner, cable] } });
    talk.does({ type: 'detail', details: { item: null } }).says([]);
    expect(talk.asked()).toBe('discounted');
  });

  test('is forgotten again by going back', () => {
    const talk = withNumber().does({ type: 'orderFound', order }).does({ type: 'back' });
    expect(talk.asked()).toBe('email');
    expect(talk.conversation().fromLookUp).toEqual([]);
  });
});

describe('a serial number that is told before the order', () => {
  const told = { type: 'statement', ...nothingStated, details: { serialNumber: 'SN-77-1' } } as const;

  test('is looked up once the order is there, where it can be', () => {
    const talk = begun().does(told);
    expect(talk.conversation().details).toEqual({ serialNumber: 'SN-77-1' });
    expect(talk.asked()).toBe('reason');
    talk.says('not-working').does({ type: 'detail', details: { orderNumber: 'EQ-1', email: 'a@b.cc' } });
    const { warrantyMonths: _, ...withoutWarranty } = scanner.facts;
    talk.does({ type: 'orderFound', order: { number: 'EQ-1', items: [{ ...scanner, facts: withoutWarranty }] } });
    expect(talk.acts().at(-1)).toEqual({ type: 'lookUpWarranty', serialNumber: 'SN-77-1' });
  });

  test('is not looked up once more with the order, where none is needed for it', () => {
    const talk = begin('tool-shop', '2026-11-21', { orders: true, warranties: 'always' });
    talk.does({ type: 'detail', details: { serialNumber: 'SN-77-1' } }).does({ type: 'warrantyNotFound' });
    talk.says('not-working').does({ type: 'detail', details: { orderNumber: 'EQ-1', email: 'a@b.cc' } });
    const { warrantyMonths: _, ...withoutWarranty } = scanner.facts;
    talk.does({ type: 'orderFound', order: { number: 'EQ-1', items: [{ ...scanner, facts: withoutWarranty }] } });
    expect(talk.kinds()).not.toContain('lookUpWarranty');
  });

  test('is kept, and never looked up, where no warranty can be', () => {
    const talk = begin('tool-shop').does(told);
    expect(talk.conversation().details).toEqual({ serialNumber: 'SN-77-1' });
    expect(talk.asked()).toBe('reason');
  });
});

describe('the word of the customer against the order', () => {
  test('is kept beside it, and a person decides where it decides', () => {
    const talk = withNumber().does({ type: 'orderFound', order }).says([]);
    talk.does({ type: 'change', fact: 'purchasedOn' }).says('2020-01-01');
    expect(talk.acts().at(-1)).toMatchObject({ type: 'file', because: 'contradiction' });
    const { answers, fromLookUp } = talk.conversation();
    expect(answers).toContainEqual({ fact: 'purchasedOn', value: '2020-01-01', source: 'stated' });
    expect(fromLookUp).toContainEqual({ fact: 'purchasedOn', value: '2026-10-01', source: 'order' });
  });

  const roughly = (from: string, to: string) => {
    const ranges: Range[] = [{ fact: 'purchasedOn', from, to, source: 'inferred' }];
    return { type: 'statement', ...nothingStated, ranges } as const;
  };

  test('goes to a person as well where the day is known roughly only, once it is confirmed', () => {
    const talk = withNumber().does({ type: 'orderFound', order }).says([]);
    expect(talk.decision()).toBeDefined();
    talk.does(roughly('2020-01-01', '2020-12-31'));
    expect(talk.kinds()).toEqual(['withdraw', 'understood', 'ask']);
    talk.does({ type: 'yes' });
    expect(talk.acts().at(-1)).toMatchObject({ type: 'file', because: 'contradiction' });
  });

  test('does not differ where the day of the order is one of those said', () => {
    const talk = withNumber().does({ type: 'orderFound', order }).says([]);
    expect(talk.does(roughly('2026-09-01', '2026-10-31')).kinds()).toEqual(['decisionStands']);
  });

  test('stands where it decides nothing', () => {
    const talk = withNumber().does({ type: 'orderFound', order }).says([]);
    talk.does({ type: 'change', fact: 'purchasedOn' }).says('2026-09-01');
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'return' }, facts: { purchasedOn: '2026-09-01' } });
  });

  test('goes to a person when the order makes it impossible', () => {
    const onItsWay = { ...scanner, facts: { ...scanner.facts, delivery: 'in-transit' } };
    const talk = withNumber().does({ type: 'orderFound', order: { number: 'EQ-1', items: [onItsWay] } });
    if (talk.asked()) talk.says([]);
    expect(talk.acts().at(-1)).toMatchObject({ type: 'file', because: 'contradiction' });
  });
});

describe('a warranty by serial number', () => {
  const { warrantyMonths: _, ...withoutWarranty } = scanner.facts;

  test('is looked up at once when the order has the number', () => {
    const items = [{ ...scanner, serialNumber: 'SN-1', facts: withoutWarranty }];
    const talk = withNumber().does({ type: 'orderFound', order: { number: 'EQ-1', items } });
    expect(talk.acts().at(-1)).toEqual({ type: 'lookUpWarranty', serialNumber: 'SN-1' });
    talk.does({ type: 'warrantyFound', warrantyUntil: '2027-01-01' }).says([]);
    expect(talk.decision()).toMatchObject({
      decision: { resolution: 'return' },
      facts: { warrantyUntil: '2027-01-01' },
    });
  });

  test('is asked before its length, where a register exists, and just asked if that knows nothing', () => {
    const talk = begin('tool-shop', '2026-11-21', { orders: false, warranties: 'always' });
    talk.says('not-working').says('device').says([]).says(false);
    expect(talk.asked()).toBe('serialNumber');
    talk.does({ type: 'detail', details: { serialNumber: 'SN-1' } }).does({ type: 'warrantyNotFound' });
    expect(talk.kinds()).toEqual(['warrantyMissing', 'ask']);
    expect(talk.asked()).toBe('warrantyMonths');
  });
});

describe('another item of the order, after a decision', () => {
  const pair: FoundOrder = { number: 'EQ-1', items: [scanner, { ...scanner, id: '2', name: 'Tester' }] };
  const decided = () =>
    withNumber()
      .does({ type: 'orderFound', order: pair })
      .does({ type: 'detail', details: { item: '1' } })
      .says([]);

  test('is asked what was only said of the first one', () => {
    const talk = decided();
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'return' } });
    talk.does({ type: 'detail', details: { item: '2' } });
    expect(talk.kinds()).toContain('withdraw');
    expect(talk.asked()).toBe('condition');
    expect(talk.conversation().answers.map(({ fact }) => fact)).toEqual(['reason']);
    expect(talk.says(['seal-damaged']).decision()).toMatchObject({ decision: { resolution: 'not-eligible' } });
  });

  test.each(['1', '9'])('is not the same one, or one of another order: %s', (item) => {
    const talk = decided().does({ type: 'detail', details: { item } });
    expect(talk.kinds()).toEqual(['decisionStands']);
  });
});
