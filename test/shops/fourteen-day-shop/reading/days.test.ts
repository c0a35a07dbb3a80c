import { describe, expect, test } from 'vitest';
import { afterMessages } from '../../customers/after-messages.ts';

const chat = (...messages: string[]) => afterMessages('fourteen-day-shop', messages);
const known = ({ stated, inferred }: ReturnType<typeof chat>) => ({ ...stated, ...inferred });

const received = ['I changed my mind', 'I have received it'];

describe('the day of another event', () => {
  test.each([
    ['it came 6 days after I placed the order on 3 November 2026', '2026-11-09'],
    ['ordered it on 30 October, it took 8 days to get here', '2026-11-07'],
    ['the courier brought it a week after I had ordered on November 1st', '2026-11-08'],
    ['I ordered it on 2 November and it took four days', '2026-11-06'],
  ])('is where one counts from: "%s"', (text, day) => {
    const talk = chat(...received, text);
    expect(known(talk)).toMatchObject({ receivedOn: day });
    expect(chat(...received, text, 'yes').resolution).toBe(day >= '2026-11-07' ? 'return' : 'not-eligible');
  });

  test.each([
    ['I rang your hotline on 16 November', '2026-11-16'],
    ['I paid for it on 12 November', '2026-11-12'],
    ['I opened the box on 15 November', '2026-11-15'],
    ['I wrote you an e-mail last Monday', '2026-11-16'],
    ['it was collected by the courier on 16 November', '2026-11-16'],
    ['I got a phone call on 16 November', '2026-11-16'],
    ['they shipped it on 5 November', '2026-11-05'],
  ])('is no day of receipt, and the customer hears what it was taken for: "%s"', (text, day) => {
    const talk = chat(...received, text);
    expect(known(talk)).toEqual({ reason: 'changed-mind', delivery: 'received' });
    expect(talk.problems).toEqual([{ kind: 'other-event', from: day, to: day }]);
    expect(talk.open).toBe('receivedOn');
  });
});

describe('days between which the edge of the window lies', () => {
  test.each([
    ['no more than three weeks ago', '2026-10-31', '2026-11-21'],
    ['not more than 15 days ago I think', '2026-11-06', '2026-11-21'],
    ['about two weeks ago', '2026-11-04', '2026-11-10'],
    ['a good two weeks ago', '2026-11-04', '2026-11-07'],
  ])('are asked back: "%s"', (text, from, to) => {
    const talk = chat(...received, text);
    expect(talk.problems).toEqual([{ kind: 'not-one-day', from, to }]);
    expect(talk.open).toBe('receivedOn');
    expect(talk.resolution).toBeUndefined();
  });
});

test.each(['got the phone on 10 November, I do not want it', 'I do not want it, received the phone on 10 November'])(
  'a thing with the name of a deed has a day of receipt: "%s"',
  (text) => expect(known(chat(text))).toMatchObject({ reason: 'changed-mind', receivedOn: '2026-11-10' }),
);

describe('a yes that is more than a yes', () => {
  const opening = "it came yesterday and I don't like it";

  test('was asked for a day inside the window', () => {
    expect(chat(opening, 'yes').resolution).toBe('return');
  });

  test.each([
    ['yes, it came on 25 October', '2026-10-25'],
    ['yes but it was the 2nd of November', '2026-11-02'],
    ['right, on 20 October', '2026-10-20'],
  ])('takes the other day that it names: "%s"', (text, day) => {
    const talk = chat(opening, text);
    expect(known(talk)).toMatchObject({ receivedOn: day });
    expect(talk.open).toBe('confirm');
    expect(chat(opening, text, 'yes').resolution).toBe('not-eligible');
  });
});

describe('what stands beside an answer of one word', () => {
  test.each([
    'FD-1003 rosa@example.com broken',
    'broken. FD-1003, rosa@example.com',
    'FD-1003, rosa@example.com, broken',
  ])('is kept, if it is a number and an address: "%s"', (text) =>
    expect(afterMessages('fourteen-day-shop', [text], { orders: true }).details).toEqual({
      orderNumber: 'FD-1003',
      email: 'rosa@example.com',
    }),
  );

  test.each([
    ['arrived this morning', '2026-11-21'],
    ['delivered today', '2026-11-21'],
    ['came yesterday', '2026-11-20'],
  ])('is kept, if it is the day: "%s"', (text, day) =>
    expect(known(chat('I changed my mind', text))).toMatchObject({ delivery: 'received', receivedOn: day }),
  );
});
