import { describe, expect, test } from 'vitest';
import { afterMessages } from '../../customers/after-messages.ts';

const chat = (...messages: string[]) => afterMessages('equipment-shop', messages);
const withOrders = (...messages: string[]) => afterMessages('equipment-shop', messages, { orders: true });

const broken = ['It does not work properly', 'A device or hardware key', 'none', 'no'];

describe('corrections after a decision', () => {
  const granted = [...broken, '24', 'yesterday'];

  test('a return was granted', () => {
    expect(chat(...granted).resolution).toBe('return');
  });

  test.each([
    ['sorry, I bought it in June 2023', ['2023-06-01', '2023-06-30']],
    ['wait, it was summer 2022', ['2022-06-01', '2022-08-31']],
    ['I made a mistake, it was bought in early 2023', ['2023-01-01', '2023-04-30']],
  ])('a rough day is taken and shown back, and the answer no longer counts: "%s"', (text, days) => {
    const talk = chat(...granted, text);
    expect(talk.acts).toContain('withdraw');
    expect(talk.resolution).toBeUndefined();
    expect(talk.inferred).toEqual({ purchasedOn: days });
    expect(chat(...granted, text, 'yes').clauses).toEqual(['warranty-return']);
  });

  test.each([
    ['oh, and the warranty seal is torn', 'seal-damaged'],
    ['I forgot to say that the seal is missing', 'seal-damaged'],
    ['btw a friend of mine opened it up and repaired it', 'unauthorised-repair'],
    ['and the original packaging is gone', 'packaging-missing-or-damaged'],
  ])('a condition that was denied is shown back: "%s"', (text, member) => {
    const talk = chat(...granted, text);
    expect(talk.inferred).toMatchObject({ condition: [member] });
    expect(talk.open).toBe('confirm');
    expect(chat(...granted, text, 'yes').resolution).toBe('not-eligible');
  });
});

describe('a refusal that stands on a mistake', () => {
  const refused = ['It does not work properly', 'A device or hardware key', 'none', 'yes'];

  test.each([
    "no it wasn't discounted after all",
    'you got that wrong, I never had a discount',
    'my invoice here says full price',
    'wrong button, I meant no',
  ])('what was so instead is shown back: "%s"', (text) => {
    const talk = chat(...refused, text);
    expect(talk.acts).toContain('withdraw');
    expect(talk.inferred).toMatchObject({ discounted: false });
  });

  test.each(['I hit yes by accident', 'misclicked, sorry', 'you misread that'])(
    'what is not said is asked: "%s"',
    (text) => expect(chat(...refused, text).open).toBe('changeWhich'),
  );

  test.each([
    'I take back what I said about the discount',
    'change the discount to no please',
    'I got the discount wrong',
  ])('what is named is asked anew: "%s"', (text) => expect(chat(...refused, text).open).toBe('discounted'));

  test('"correct" agrees with what was shown back', () => {
    const talk = chat(...broken, '24', 'yesterday', 'my bad, it was bought on 3 March 2022', 'correct');
    expect(talk.clauses).toEqual(['warranty-return']);
  });
});

test('who waits for a refund waits for no activation', () => {
  expect(chat('been waiting a month for my refund').inferred).toEqual({});
});

describe('order details said in passing', () => {
  test.each([
    'EQ-1002 boris@example.com my tester is dead',
    'order #EQ 1002 / boris@example.com: tester does not turn on',
    'the tester is dead. Order EQ.1002, boris@example.com',
  ])('are looked up at once: "%s"', (text) => {
    const talk = withOrders(text);
    expect(talk.lookingUp).toBe('order');
    expect(talk.details).toMatchObject({ email: 'boris@example.com' });
    expect(talk.details.orderNumber?.replace(/\W/g, '')).toBe('EQ1002');
  });

  test.each(["it's order EQ-1004", 'the order number would be EQ 1004', 'order: EQ–1004'])(
    'answer no other question: "%s"',
    (text) => {
      const talk = withOrders('I changed my mind', "I don't know", 'A device or hardware key', 'Not shipped yet', text);
      expect(talk.details.orderNumber?.replace(/\W/g, '')).toBe('EQ1004');
      expect({ ...talk.stated, ...talk.inferred }).not.toHaveProperty('discounted');
      expect(talk.open).toBe('email');
    },
  );
});

describe('answers taken for something else', () => {
  test.each(['everything is fine', 'all is well', 'all okay', 'everything good', 'no problems there'])(
    'whose list of faults is empty says so: "%s"',
    (text) => {
      const talk = chat('It does not work properly', 'A device or hardware key', text);
      expect(talk.inferred).toEqual({ condition: [] });
      expect(talk.open).toBe('confirm');
    },
  );
});

describe('words that are about something else than what they sound like', () => {
  test('where an order number stands is not where the parcel is', () => {
    const talk = withOrders('broken', "it's in the mail, I have to look");
    expect(talk.inferred).not.toHaveProperty('delivery');
    expect(talk.stated).not.toHaveProperty('delivery');
    expect(talk.details).toEqual({ orderNumber: null });
  });

  test('a worry about money replaces no reason that was given', () => {
    const talk = chat('broken', 'I was billed twice');
    expect(talk.digressions).toEqual(['double-charge']);
    expect(talk.stated).toMatchObject({ reason: 'not-working' });
    expect(talk.open).not.toBe('confirm');
  });

  test.each(['came far too late', 'the delivery was very late'])('what is late is not damaged: "%s"', (text) =>
    expect({ ...chat(text).stated, ...chat(text).inferred }).toMatchObject({ reason: 'other' }),
  );

  test('who wants a person beside the facts is passed on', () =>
    expect(chat('the courier waits outside, the carton is soaked, give me a human').case).toMatchObject({
      because: 'asked-for-human',
    }));
});

describe('after the hand-over', () => {
  test.each([
    ['you can reach me at kim@example.com', { email: 'kim@example.com' }],
    ['kim@example.com', { email: 'kim@example.com' }],
    ['the order number is EQ-1003', { orderNumber: 'EQ-1003' }],
    ['serial number SN-EQ-2003', { serialNumber: 'SN-EQ-2003' }],
  ])('details are kept with the case, and the customer hears so: "%s"', (text, details) => {
    const talk = chat('talk to a human', text);
    expect(talk.details).toEqual(details);
    expect(talk.case).toEqual({ because: 'asked-for-human', isUrgent: false });
    expect(talk.acts).toContain('addedToCase');
  });
});

describe('after a decision', () => {
  const refused = ['my oscilloscope was on offer and now it is dead', 'yes'];

  test.each(['why is that?', 'how come?', 'and why not?', 'what is the reason for that', "I don't understand why"])(
    'its reason is told: "%s"',
    (text) => {
      const talk = chat(...refused, text);
      expect(talk.digressions).toEqual(['why']);
      expect(talk.clauses).toEqual(['discounted']);
    },
  );
});
