import { describe, expect, test } from 'vitest';
import { afterMessages } from '../../customers/after-messages.ts';

const chat = (...messages: string[]) => afterMessages('equipment-shop', messages);
const known = ({ stated, inferred }: ReturnType<typeof chat>) => ({ ...stated, ...inferred });

describe('whose mistake it was', () => {
  test.each([
    'you delivered the wrong product',
    'I got a different item from the one I ordered',
    "The parcel contained somebody else's order",
    'they sent me a tester instead of a scanner',
    'not the item I ordered',
    'You guys shipped me the wrong adapter',
  ])('what the shop sent wrongly is no mistake of the customer: "%s"', (text) => {
    const talk = chat(text);
    expect(known(talk)).toMatchObject({ reason: 'other' });
    const confirmed = talk.open === 'confirm' ? chat(text, 'yes') : talk;
    expect(confirmed.case).toEqual({ because: 'human-review', isUrgent: false });
  });

  test.each(['I ordered the wrong tester, my own fault', 'my mistake, I picked the wrong scanner'])(
    'what the customer chose wrongly is: "%s"',
    (text) => expect(known(chat(text))).toMatchObject({ reason: 'wrong-item' }),
  );
});

describe('facts against the words', () => {
  test.each([
    "please don't cancel it, when will it be shipped?",
    "I don't want to cancel, I just wonder when it arrives",
    'no need to cancel anything, where is my parcel?',
    'I received an automatic reply saying my order is cancelled, I did not cancel',
    'never mind cancelling, just tell me when it ships',
  ])('who does not want to cancel has not changed their mind: "%s"', (text) => {
    const talk = chat(text);
    expect(known(talk)).toEqual({});
    expect(talk.open).toBe('reason');
  });

  test.each([
    "I don't want to cancel, I just wonder when it arrives",
    'do not cancel, only tell me when it ships please',
  ])('and who only asks when it comes hears of that: "%s"', (text) =>
    expect(chat(text).digressions).toEqual(['parcel-status']),
  );

  test.each([
    ['purchased last year on Cyber Monday, on sale, and it stopped working', '2025-11-30', '2025-12-02'],
    ['bought during Black Friday last year with a rebate; it is dead now', '2025-11-27', '2025-11-29'],
  ])('a feast of last year is a day of last year: "%s"', (text, from, to) => {
    const { inferred } = chat(text);
    expect(inferred).toMatchObject({ reason: 'not-working', discounted: true });
    const [first, last = first] = [inferred.purchasedOn].flat().map(String);
    expect(first !== undefined && first >= from && String(last) <= to).toBe(true);
  });

  test.each([
    "seal is intact, original box is here, it just doesn't turn on",
    'The seal was not damaged and I still have the packaging, but it does not start.',
    'never opened or repaired it, the seal is whole, it simply will not boot',
  ])('what is denied is not so: "%s"', (text) => {
    const talk = chat(text);
    expect(known(talk)).toEqual({ reason: 'not-working', delivery: 'received' });
    expect(talk.mentioned).toEqual({});
  });

  test.each([
    'I thought it was broken but it was only the battery, I simply do not need it',
    "my neighbour's scanner is broken, mine is fine, I just changed my mind",
  ])('what was believed, and what others have, is not so either: "%s"', (text) =>
    expect(known(chat(text))).toEqual({ reason: 'changed-mind' }),
  );
});

describe('danger to people', () => {
  test.each([
    ['the power bank started smoking next to my baby'],
    ['I burned my hand on the adapter'],
    ["I don't want to live any more"],
    ['It does not work properly', 'the battery is swelling up and smells'],
    ['It does not work properly', 'A device or hardware key', "I just want it all to end, I can't go on living"],
  ])('is an urgent case at once, and no talk of returns: %s %s %s', (...messages) => {
    const talk = chat(...messages.filter((one) => one !== undefined));
    expect(talk.case).toEqual({ because: 'danger', isUrgent: true });
    expect(talk.open).toBeUndefined();
    expect(talk.resolution).toBeUndefined();
    expect(talk.acts).toEqual(['danger', 'file']);
  });
});

describe('what changes a decision on a repair', () => {
  const granted = ['it is not working', 'device', 'none', 'no, full price', '24 months', '3 weeks ago'];

  test('which was granted', () => expect(chat(...granted).resolution).toBe('return'));

  test.each([
    'ah, and I only paid half of it, I had a voucher',
    'I forgot, I paid less than the regular price',
    'by the way, that was an outlet price',
    'btw it was a promo',
    'I paid just half',
    'thanks to a coupon it was less',
  ])('a price that was not the full one is shown back: "%s"', (text) => {
    const talk = chat(...granted, text);
    expect(talk.inferred).toEqual({ discounted: true });
    expect(chat(...granted, text, 'yes').resolution).toBe('not-eligible');
  });

  test.each(['it shows some wear', 'it does look worn', 'it looks a bit used already'])('so is wear: "%s"', (text) =>
    expect(chat(...granted, text).inferred).toEqual({ condition: ['signs-of-use'] }),
  );

  test.each([
    'it was my own fault, I ordered the wrong model',
    'my own mistake, I chose the wrong type',
    "it's really my mistake, I ordered the wrong type",
  ])('and the own mistake, which is no other thing: "%s"', (text) =>
    expect(chat(...granted, text).inferred).toEqual({ reason: 'wrong-item' }),
  );

  test.each([
    'the postage cost me 5 instead of 3',
    'do you have coupons?',
    'thank you, half an hour well spent',
    'I wear gloves when I use it',
    'send me the code for the form please',
  ])('other talk of money and use leaves it: "%s"', (text) =>
    expect(chat(...granted, text).inferred).not.toHaveProperty('discounted'),
  );
});
