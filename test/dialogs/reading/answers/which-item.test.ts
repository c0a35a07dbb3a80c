import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import type { FoundOrder } from '../../../../src/machines/record/record.ts';
import { begin } from '../../../machines/conversation.ts';

const lookUps = { orders: true, warranties: 'never' } as const;
const facts = { goods: 'device', delivery: 'received' };
const order: FoundOrder = {
  number: 'KX-2040',
  items: ['Oak desk', 'Office chair', 'Winter coat', 'Hiking boots'].map((name, i) => ({
    id: `${i + 1}`,
    name,
    facts,
  })),
};

/** Asked which item of the order it is about. */
function asked() {
  const talk = begin('tool-shop', '2026-11-21', lookUps)
    .says('changed-mind')
    .does({ type: 'detail', details: { orderNumber: 'KX-2040', email: 'a@b.cc' } })
    .does({ type: 'orderFound', order });
  expect(talk.asked()).toBe('item');
  return talk;
}

const read = (talk: ReturnType<typeof asked>, text: string) =>
  readMessage(talk.interview, talk.conversation(), { text });

describe('of the items of an order', () => {
  test.each([
    'the desk and the chair',
    'desk, chair',
    'both',
    'both of them please',
    'all of them',
    'everything',
    '2 coats and the boots',
    'the desk & the boots',
    'I want to return the desk and the boots please',
    'the chair and also the boots',
  ])('one is decided at a time, and "%s" is told so', (text) => {
    const talk = asked();
    const event = read(talk, text);
    expect(event).toMatchObject({ type: 'digress', about: { kind: 'several-items' } });
    talk.does(event);
    expect(talk.asked()).toBe('item');
    expect(talk.conversation().details).not.toHaveProperty('item');
  });

  test.each([
    ['the coat', '3'],
    ['2 coats', '3'],
    ['2 thanks', '2'],
    ['2', '2'],
    ['the desk, not the chair', '1'],
    ['not the desk but the chair', '2'],
    ['the second', '2'],
  ])('"%s" names one', (text, item) => {
    expect(read(asked(), text)).toMatchObject({ type: 'detail', details: { item } });
  });

  test.each(['the desk or the chair', 'the chair, it came with the desk'])('"%s" does not say which', (text) => {
    expect(read(asked(), text)).not.toMatchObject({ about: { kind: 'several-items' } });
    expect(read(asked(), text)).not.toHaveProperty('details.item');
  });
});
