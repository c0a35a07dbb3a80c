import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/dialogs/reading/read.ts';
import type { FoundOrder } from '../../../../src/machines/record/record.ts';
import { begin } from '../../../machines/conversation.ts';

type Talk = ReturnType<typeof begin>;

const lookUps = { orders: true, warranties: 'with-order' } as const;
const talkWithOrders = () => begin('tool-shop', '2026-11-21', lookUps);
const read = (talk: Talk, text: string) => readMessage(talk.interview, talk.conversation(), { text });
const says = (talk: Talk, ...texts: string[]) => texts.reduce((on, text) => on.does(read(on, text)), talk);

const order: FoundOrder = {
  number: 'KX-2040',
  items: [{ id: '1', name: 'Scanner', facts: { goods: 'device', delivery: 'received', discounted: false } }],
};

describe('a detail said in passing', () => {
  test('opens with the look-up of the order', () => {
    const talk = says(talkWithOrders(), 'KX-2040 lena@example.com my scanner does not work');
    expect(talk.phase()).toBe('lookingUp');
    expect(talk.acts().at(-1)).toEqual({ type: 'lookUpOrder', number: 'KX-2040', email: 'lena@example.com' });
  });

  test.each(['my order number is KX-2040', 'order KX 2040', 'KX-2040'])(
    'answers no question about a discount, and is kept: "%s"',
    (text) => {
      const talk = talkWithOrders()
        .says('changed-mind')
        .does({ type: 'detail', details: { orderNumber: null } });
      talk.says('device').says('not-shipped');
      expect(talk.asked()).toBe('discounted');
      says(talk, text);
      expect(talk.conversation().answers.map(({ fact }) => fact)).not.toContain('discounted');
      expect(talk.conversation().details.orderNumber).toMatch(/^KX.2040$/);
      expect(talk.asked()).toBe('email');
      says(talk, 'lena@example.com');
      expect(talk.phase()).toBe('lookingUp');
    },
  );

  test('what the order bears out is not shown back', () => {
    const talk = says(talkWithOrders(), 'KX-2040 lena@example.com my scanner is a device and does not work');
    talk.does({ type: 'orderFound', order });
    expect(talk.conversation().fromLookUp).toContainEqual({ fact: 'goods', value: 'device', source: 'order' });
    expect(talk.conversation().answers).toEqual([{ fact: 'reason', value: 'not-working', source: 'inferred' }]);
  });

  test('is no position in a list', () => {
    const talk = says(talkWithOrders(), 'my order number is KX-2040');
    expect(talk.conversation().answers).toEqual([]);
    expect(talk.conversation().details).toEqual({ orderNumber: 'KX-2040' });
  });

  test.each(['KX2040 lena@example.com broken', 'broken KX2040 lena@example.com'])(
    'is kept beside an answer of one word: "%s"',
    (text) => {
      const talk = says(talkWithOrders(), text);
      expect(talk.acts().at(-1)).toMatchObject({ type: 'lookUpOrder', email: 'lena@example.com' });
      expect(talk.conversation().answers).toMatchObject([{ fact: 'reason', value: 'not-working' }]);
    },
  );

  test('an address says nothing of the item', () => {
    const talk = says(talkWithOrders(), 'my email is broken.scanner@dead.com');
    expect(talk.conversation()).toMatchObject({ answers: [], details: { email: 'broken.scanner@dead.com' } });
  });

  test('two different numbers are asked back', () => {
    const talk = says(talkWithOrders(), 'it is about order KX-2040 or order KX-2041');
    expect(talk.asked()).toBe('orderNumber');
    expect(talk.conversation().open?.candidates).toEqual(['KX-2040', 'KX-2041']);
    expect(says(talk, 'KX-2041').conversation().details).toEqual({ orderNumber: 'KX-2041' });
  });

  test('another order takes the place of the one found where it is taken back', () => {
    const talk = says(talkWithOrders(), 'KX-2040 lena@example.com my scanner does not work');
    talk.does({ type: 'orderFound', order });
    says(talk, 'I also have order KX-2050');
    expect(talk.conversation().order?.number).toBe('KX-2040');
    says(talk, 'sorry, my order number is KX-2041');
    expect(talk.acts().at(-1)).toEqual({ type: 'lookUpOrder', number: 'KX-2041', email: 'lena@example.com' });
    expect(talk.conversation().order).toBeUndefined();
  });

  test.each(['KX-2041 mila@example.com', 'oh, the order is KX-2041 (mila@example.com)'])(
    'so it does where nothing else is said: "%s"',
    (text) => {
      const talk = says(talkWithOrders(), 'KX-2040 lena@example.com my scanner does not work');
      says(talk.does({ type: 'orderFound', order }), text);
      expect(talk.acts().at(-1)).toEqual({ type: 'lookUpOrder', number: 'KX-2041', email: 'mila@example.com' });
    },
  );

  test('a number that is taken back in the same message is not looked up', () => {
    const talk = says(talkWithOrders(), 'order KX-2040, no wait, KX-2041, lena@example.com, it does not work');
    expect(talk.acts().at(-1)).toEqual({ type: 'lookUpOrder', number: 'KX-2041', email: 'lena@example.com' });
  });

  describe('after a pair that no order has', () => {
    const missed = () =>
      says(talkWithOrders(), 'KX-2040 lena@example.con it does not work').does({ type: 'orderNotFound' });

    test('a new address is tried with the number, and a new number with the address', () => {
      const newAddress = says(missed(), 'sorry, typo: lena@example.com');
      expect(newAddress.acts().at(-1)).toEqual({ type: 'lookUpOrder', number: 'KX-2040', email: 'lena@example.com' });
      const newNumber = says(missed(), 'KX-2041');
      expect(newNumber.acts().at(-1)).toEqual({ type: 'lookUpOrder', number: 'KX-2041', email: 'lena@example.con' });
    });

    test('the same half once more does not use up an attempt: the other one is asked', () => {
      expect(says(missed(), 'KX 2040').asked()).toBe('email');
      expect(says(missed(), 'Lena@example.con').asked()).toBe('orderNumber');
    });
  });

  test.each(['found it: KX-2040', 'ok finally, KX-2040'])('is kept while something else is asked: "%s"', (text) => {
    const talk = talkWithOrders()
      .says('not-working')
      .does({ type: 'detail', details: { orderNumber: null } });
    expect(says(talk, text).asked()).toBe('email');
    expect(talk.conversation().details.orderNumber).toBe('KX-2040');
  });

  test('a number given once more is looked up once more, when the orders could not be', () => {
    const talk = says(talkWithOrders(), 'KX-2040 lena@example.com my scanner does not work');
    talk.does({ type: 'orderUnavailable' });
    expect(talk.conversation().wrongPairs).toBe(0);
    says(talk, 'my order number is KX-2040');
    expect(talk.acts().at(-1)).toEqual({ type: 'lookUpOrder', number: 'KX-2040', email: 'lena@example.com' });
  });
});

describe('after the hand-over', () => {
  const waiting = () => begin('tool-shop').does({ type: 'human' });

  test.each([
    ['my email is lena@example.com', { email: 'lena@example.com' }],
    ['order KX 2040', { orderNumber: 'KX 2040' }],
    ['the serial number is SN-KX-77', { serialNumber: 'SN-KX-77' }],
  ])('a detail goes to the case: "%s"', (text, details) => {
    const talk = says(waiting(), text);
    expect(talk.conversation().details).toEqual(details);
    expect(talk.acts()).toContainEqual({ type: 'addedToCase', reference: 'R2', details });
  });

  test.each(['call me after five please', 'my phone number is +380 50 123 45 67'])('"%s" is left with it', (text) => {
    const talk = says(waiting(), text);
    expect(talk.phase()).toBe('handedOver');
    expect(['addedToCase', 'caseStands']).toContain(talk.kinds().at(-1));
  });

  test('who is asked for an address can say more with it', () => {
    const talk = waiting().does({ type: 'unclaimed' }).does({ type: 'unclaimed' });
    expect(talk.phase()).toBe('leavingContact');
    says(talk, 'lena@example.com, and it is about order KX-2040');
    expect(talk.conversation().details).toEqual({ email: 'lena@example.com', orderNumber: 'KX-2040' });
    expect(talk.kinds().at(-1)).toBe('addedToCase');
  });
});

test('"by the way" is no way on which something was damaged', () => {
  const decided = begin('tool-shop').says('not-working').says('device').says([]).says(false).says(12);
  says(decided.says('2026-05-04'), 'the seal is broken by the way');
  expect(decided.asked()).toBe('confirm');
  const inferred = decided.conversation().answers.filter(({ source }) => source === 'inferred');
  expect(inferred).toEqual([{ fact: 'condition', value: ['seal-damaged'], source: 'inferred' }]);
});
