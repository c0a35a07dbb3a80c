import { describe, expect, test } from 'vitest';
import { afterMessages } from '../../customers/after-messages.ts';

const chat = (...messages: string[]) => afterMessages('equipment-shop', messages);

describe('a yes that is more than a yes', () => {
  const opening = 'my oscilloscope was on offer and now it is dead';

  test('was asked for what would exclude the return', () => {
    expect(chat(opening).inferred).toEqual({ reason: 'not-working', goods: 'device', discounted: true });
    expect(chat(opening, 'yes').clauses).toEqual(['discounted']);
  });

  test.each([
    'no discount actually',
    'yes but it was the full price',
    'yes, at the normal price',
    'yep, paid full price though',
  ])('takes back what it says otherwise: "%s"', (text) => {
    const talk = chat(opening, text);
    expect(talk.open).toBe('confirm');
    expect(talk.inferred).toMatchObject({ discounted: false });
  });

  test.each(['almost right', 'partly correct', 'not entirely', 'yes and no'])(
    'and less than a yes asks what is wrong: "%s"',
    (text) => {
      const talk = chat(opening, text);
      expect(talk.open).toBe('changeWhich');
      expect(talk.resolution).toBeUndefined();
    },
  );
});

describe('a yes or no that is no answer: is the device itself damaged?', () => {
  const atTheDoor = ['the delivery man is waiting outside and the parcel is dented', 'yes'];

  test('is asked at the door', () => {
    expect(chat(...atTheDoor).open).toBe('deviceDamaged');
  });

  test.each(['no it is smashed to bits', 'no, it is shattered', 'no not just damaged, completely wrecked'])(
    'a no to "damaged" that says worse is damage: "%s"',
    (text) => {
      const talk = chat(...atTheDoor, text);
      expect(talk.inferred).toEqual({ deviceDamaged: true });
      expect(talk.open).toBe('confirm');
      expect(chat(...atTheDoor, text, 'yes').resolution).toBe('refuse-delivery');
    },
  );

  test.each(['yes, the carton is torn', 'yes the packaging is ripped open', 'yes the wrapping is dented'])(
    'a yes about the packaging is not about the device: "%s"',
    (text) => {
      const talk = chat(...atTheDoor, text);
      expect(talk.open).toBe('deviceDamaged');
      expect({ ...talk.stated, ...talk.inferred }).not.toHaveProperty('deviceDamaged');
    },
  );

  test.each(['totally unacceptable', 'this is the worst shop ever', 'completely ridiculous'])(
    'anger hears a word of regret, and the question again: "%s"',
    (text) => {
      const talk = chat(...atTheDoor, text);
      expect(talk.digressions).toEqual(['abuse']);
      expect(talk.open).toBe('deviceDamaged');
      expect(talk.inferred).toEqual({});
    },
  );
});

describe('what is said of the thing itself', () => {
  const questions = [
    ['discounted', ['I changed my mind', 'A device or hardware key', 'Not shipped yet']],
    ['deviceDamaged', ['the delivery man is waiting outside and the parcel is dented', 'yes']],
  ] as const;

  test.each(
    questions.flatMap(([id, asked]) =>
      ["I don't have it", 'found it', 'I have it here', 'here it is'].map((text) => ({ id, asked, text })),
    ),
  )('answers no question about it: $id "$text"', ({ id, asked, text }) => {
    const talk = chat(...asked, text);
    expect({ ...talk.stated, ...talk.inferred }).not.toHaveProperty(id);
    expect(talk.resolution).toBeUndefined();
  });
});

describe('a yes or no that is no answer: was it bought at a discount?', () => {
  const asked = ['I changed my mind', 'A device or hardware key', 'Not shipped yet'];

  test.each(['no I got 20% off', 'no, it was half price', 'no it was in the sale', 'no it was reduced by 50 euros'])(
    'a no that names one is shown back as one: "%s"',
    (text) => {
      const talk = chat(...asked, text);
      expect(talk.inferred).toEqual({ discounted: true });
      expect(talk.open).toBe('confirm');
    },
  );

  test.each(['yes I bought it', 'yes, I ordered it online'])(
    'a yes to the buying alone decides nothing: "%s"',
    (text) => {
      const talk = chat(...asked, text);
      expect(talk.resolution).toBeUndefined();
      expect(talk.stated).not.toHaveProperty('discounted');
    },
  );
});
