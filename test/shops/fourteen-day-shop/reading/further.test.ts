import { describe, expect, test } from 'vitest';
import { afterMessages } from '../../customers/after-messages.ts';

const chat = (...messages: string[]) => afterMessages('fourteen-day-shop', messages);
const known = ({ stated, inferred }: ReturnType<typeof chat>) => ({ ...stated, ...inferred });

describe('corrections after a decision', () => {
  const granted = ['I changed my mind', 'I have received it', 'yesterday'];

  test.each(['to be honest it is broken', 'sorry, actually it stopped working', 'no wait, it does not switch on'])(
    'another reason is decided anew, with the repair beside it: "%s"',
    (text) => {
      expect(chat(...granted, text).resolution).toBeUndefined();
      expect(chat(...granted, text).inferred).toEqual({ reason: 'not-working' });
      const { resolution, alternatives, facts } = chat(...granted, text, 'yes');
      expect(resolution).toBe('return');
      expect(alternatives).toEqual(['warranty-repair']);
      expect(facts).toMatchObject({ reason: 'not-working' });
    },
  );

  test('another day decides otherwise', () => {
    expect(chat(...granted, 'I was wrong, it came on 2 October', 'yes').resolution).toBe('not-eligible');
  });

  test.each(['actually I do have it already', 'no wait, it has arrived', 'sorry, I received it'])(
    'what people were needed for is asked on where it is not so: "%s"',
    (text) => {
      const talk = chat('I changed my mind', 'On its way', text);
      expect(talk.case).toBeUndefined();
      expect(talk.open).toBe('receivedOn');
    },
  );
});

describe('urgency', () => {
  test.each([
    'the courier is at my door with a torn parcel, shall I take it?',
    'The postman is standing here, the carton is smashed, should I accept?',
    'driver waits for a signature and the box is wet and crushed',
  ])('of a parcel at the door stays with its case: "%s"', (text) => {
    const talk = chat(text, 'yes');
    expect(talk.resolution).toBe('refuse-delivery');
    expect(talk.case).toEqual({ because: 'refuse-delivery', isUrgent: true });
  });

  test('goes with whoever rather talks to a person', () => {
    const talk = chat('driver waits for a signature and the box is wet and crushed', 'talk to a human');
    expect(talk.case).toEqual({ because: 'asked-for-human', isUrgent: true });
  });
});

describe('several items in one message', () => {
  test.each([
    'I ordered two tablets, one works and one does not. I want to send the good one back.',
    "I have three keyboards from you, one is dead, I'd like to return another one",
    'bought 2 monitors, one is cracked, the second is OK, sending back the second',
    'Of the two lamps one is defective and the other works fine; I would like to return the working one',
    'two of my mice broke but I want to return the third one, which is fine',
  ])('are told apart by the customer: "%s"', (text) => {
    const talk = chat(text);
    expect(known(talk)).toEqual({});
    expect(talk.digressions).toEqual(['several-items']);
    expect(talk.open).toBe('reason');
  });

  test.each(['I bought a new one because the old one is broken', 'one of the speakers does not work'])(
    'and one item with another in passing is not: "%s"',
    (text) => expect(chat(text).digressions).toEqual([]),
  );
});

describe('answers taken for something else', () => {
  const asked = ['It is damaged or incomplete', 'I have received it'];

  test.each([
    ['my husband did', true],
    ['my neighbour checked it', true],
    ['the courier and I looked at it together', true],
    ['nobody did', false],
  ])('who looked at the parcel tells if somebody did: "%s"', (text, value) => {
    const talk = chat(...asked, text);
    expect(talk.inferred).toEqual({ inspectedAtHandover: value });
    expect(talk.open).toBe('confirm');
  });

  test.each(['all good', 'everything is fine', 'all okay'])('nothing of the list is so: "%s"', (text) => {
    const talk = chat('It does not work properly', '2025-12-01', text);
    expect(talk.inferred).toEqual({ condition: [] });
    expect(talk.open).toBe('confirm');
  });
});

describe('facts against the words', () => {
  test.each(['you sent me the wrong phone', 'I received a different model than I ordered', 'wrong item delivered'])(
    'what the shop sent wrongly is for people: "%s"',
    (text) => {
      const talk = chat(text);
      expect(known(talk)).toMatchObject({ reason: 'other' });
      const confirmed = talk.open === 'confirm' ? chat(text, 'yes') : talk;
      expect(confirmed.case).toEqual({ because: 'human-review', isUrgent: false });
    },
  );
});
