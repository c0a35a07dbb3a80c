import { describe, expect, test } from 'vitest';
import { answersFromOrder } from '../../src/machines/details.ts';
import type { FoundOrder, UnderWay } from '../../src/machines/record/record.ts';
import { begin } from './conversation.ts';

const lookUps = { orders: true, warranties: 'never' } as const;
const registered: UnderWay = { kind: 'return', reference: 'RMA-1', at: '2026-11-20T10:00:00.000Z' };
const facts = { goods: 'device', delivery: 'received', discounted: false, purchasedOn: '2026-10-01' };
const scanner = { id: '1', name: 'Scanner', underWay: registered, facts };
const cable = { id: '2', name: 'Cable', facts };

const found = (items: FoundOrder['items']) =>
  begin('tool-shop', '2026-11-21', lookUps)
    .says('not-working')
    .does({ type: 'detail', details: { orderNumber: 'KX-1', email: 'a@b.cc' } })
    .does({ type: 'orderFound', order: { number: 'KX-1', items } });

describe('an item for which something is under way', () => {
  test('is told before anything more is asked, with a person offered', () => {
    const talk = found([scanner]);
    expect(talk.kinds()).toEqual(['orderShown', 'underWay', 'ask']);
    expect(talk.acts()[1]).toEqual({ type: 'underWay', item: 'Scanner', what: registered });
    expect(talk.asked()).toBe('offerHuman');
    expect(talk.does({ type: 'yes' }).conversation().case?.state).toBe('waiting');
  });

  test('is not what it is about after "no": another order can be named, with the same address', () => {
    const talk = found([scanner]).does({ type: 'no' });
    expect(talk.asked()).toBe('orderNumber');
    expect(talk.conversation()).toMatchObject({ details: { email: 'a@b.cc' }, fromLookUp: [] });
    talk.does({ type: 'detail', details: { orderNumber: 'KX-2' } });
    expect(talk.acts().at(-1)).toEqual({ type: 'lookUpOrder', number: 'KX-2', email: 'a@b.cc' });
  });

  test('leaves the other items of its order', () => {
    const talk = found([scanner, cable]);
    expect(talk.asked()).toBe('item');
    expect(talk.does({ type: 'detail', details: { item: '1' } }).asked()).toBe('offerHuman');
    expect(talk.does({ type: 'no' }).asked()).toBe('item');
    talk.does({ type: 'detail', details: { item: '2' } });
    expect(talk.asked()).toBe('condition');
    const { order, fromLookUp } = talk.conversation();
    expect(fromLookUp).toEqual(order && answersFromOrder(order, '2'));
  });

  test('is told again to who says more of it', () => {
    const talk = found([scanner]).says([]);
    expect(talk.kinds()).toContain('underWay');
    expect(talk.decision()).toBeUndefined();
  });

  test('can be gone back from', () => {
    expect(found([scanner]).does({ type: 'back' }).asked()).toBe('email');
  });
});

describe.each(['returned', 'refunded', 'cancelled'] as const)('a line that was %s', (state) => {
  const settled: UnderWay = { kind: 'settled', state };
  const gone = { ...cable, id: '3', name: 'Lamp', underWay: settled };

  test('is said before anything more is asked, with a person offered', () => {
    const talk = found([gone]);
    expect(talk.kinds()).toEqual(['orderShown', 'underWay', 'ask']);
    expect(talk.acts()[1]).toEqual({ type: 'underWay', item: 'Lamp', what: settled });
    expect(talk.asked()).toBe('offerHuman');
  });

  test('is asked for among others, even where all of them would lead to the same', () => {
    const refused = {
      goods: 'device',
      delivery: 'received',
      discounted: true,
      purchasedOn: '2020-01-01',
      warrantyMonths: 6,
    };
    const items = [
      { ...cable, facts: refused },
      { ...gone, facts: refused },
    ];
    const again = () => found(items);
    const talk = again();
    expect(talk.decision()).toBeUndefined();
    expect(talk.asked()).toBe('item');
    expect(talk.does({ type: 'detail', details: { item: '3' } }).asked()).toBe('offerHuman');
    expect(talk.does({ type: 'no' }).asked()).toBe('item');
    const unsure = { type: 'detail', details: { item: null } } as const;
    expect(again().does(unsure).acts().at(-1)).toMatchObject({ type: 'file', because: 'human-review' });
    expect(talk.does({ type: 'detail', details: { item: '2' } }).decision()).toMatchObject({
      decision: { resolution: 'not-eligible' },
    });
  });
});

test('an item for which nothing is under way is asked about as ever', () => {
  expect(found([cable]).asked()).toBe('condition');
});
