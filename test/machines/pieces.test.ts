import { describe, expect, test } from 'vitest';
import type { FoundOrder } from '../../src/machines/record/record.ts';
import { begin } from './conversation.ts';

const lookUps = { orders: true, warranties: 'never' } as const;
const facts = {
  goods: 'device',
  delivery: 'not-shipped',
  discounted: false,
  price: { amount: '33.33', currency: 'EUR' },
};
const shirts = { id: '1', name: 'Tester', quantity: 3, facts };
const cable = { id: '2', name: 'Cable', facts };

const found = (...items: FoundOrder['items']) =>
  begin('tool-shop', '2026-11-21', lookUps)
    .says('changed-mind')
    .does({ type: 'detail', details: { orderNumber: 'KX-1', email: 'a@b.cc' } })
    .does({ type: 'orderFound', order: { number: 'KX-1', items } });
const pieces = (count: number | null) => ({ type: 'detail', details: { pieces: count } }) as const;

describe('of several alike', () => {
  test('how many it is about is asked where money or a form depends on it, and counted', () => {
    const talk = found(shirts);
    expect(talk.asked()).toBe('pieces');
    expect(talk.atMost()).toBe(1);
    talk.does(pieces(2));
    expect(talk.decision()).toMatchObject({
      decision: {
        resolution: 'cancellation',
        feePercent: 6,
        refund: { amount: '62.66', fee: '4.00', currency: 'EUR' },
      },
      facts: { price: { amount: '66.66', currency: 'EUR' } },
    });
  });

  test('what nobody knows the number of has no refund in money', () => {
    const talk = found(shirts).does(pieces(null));
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'cancellation', feePercent: 6 } });
    expect(talk.decision()?.decision).not.toHaveProperty('refund');
  });

  test('nothing of it is asked where the answer is a refusal', () => {
    const talk = found({ ...shirts, facts: { goods: 'digital', activation: 'activated' } });
    expect(talk.decision()).toMatchObject({ decision: { resolution: 'not-eligible' } });
  });

  test('is asked once the line is known, and anew of another line', () => {
    const more = { ...shirts, id: '3', name: 'Probe', quantity: 2 };
    const talk = found(shirts, cable, more);
    expect(talk.asked()).toBe('item');
    expect(talk.does({ type: 'detail', details: { item: '1' } }).asked()).toBe('pieces');
    expect(talk.does({ type: 'back' }).asked()).toBe('item');
    expect(talk.does({ type: 'detail', details: { item: '3' } }).asked()).toBe('pieces');
    talk.does(pieces(2));
    expect(talk.decision()).toMatchObject({ facts: { price: { amount: '66.66', currency: 'EUR' } } });
  });

  test('can be gone back to after the decision, and said otherwise', () => {
    const talk = found(shirts).does(pieces(3)).does({ type: 'back' });
    expect(talk.kinds()).toEqual(['withdraw', 'ask']);
    expect(talk.asked()).toBe('pieces');
    talk.does(pieces(1));
    expect(talk.decision()).toMatchObject({ decision: { refund: { amount: '31.33', fee: '2.00' } } });
  });

  test('never makes the questions that can come more', () => {
    const talk = begin('tool-shop', '2026-11-21', lookUps);
    const counts = [talk.atMost(), talk.says('changed-mind').atMost()];
    talk.does({ type: 'detail', details: { orderNumber: 'KX-1', email: 'a@b.cc' } });
    talk.does({ type: 'orderFound', order: { number: 'KX-1', items: [shirts, cable] } });
    counts.push(talk.atMost());
    counts.push(talk.does({ type: 'detail', details: { item: '1' } }).atMost());
    for (let i = 1; i < counts.length; i += 1) expect(counts[i]).toBeLessThan(counts[i - 1] ?? 0);
  });
});

test('a single piece is not asked about', () => {
  expect(found(cable).decision()).toMatchObject({ decision: { resolution: 'cancellation' } });
});
