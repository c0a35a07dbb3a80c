import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/language/yes-no/reply.ts';

const DISCOUNT = 'Did you buy it at a discount or on promotion?';
const WORKS = 'Does the device itself still work fully?';
const DAMAGE = 'Can you see damage on the device itself, not only on the packaging?';

describe('a yes or no that runs on into words that answer otherwise is shown back', () => {
  test.each([
    ['no full price', DISCOUNT, 'no'],
    ['nope regular price', DISCOUNT, 'no'],
    ['yes normal price', DISCOUNT, 'no'],
    ['no broken', WORKS, 'no'],
    ['no runs fine', WORKS, 'yes'],
    ['no intact', DAMAGE, 'no'],
  ])('%s', (text, question, says) => expect(readReply(text, question)).toMatchObject({ says, certainty: 'likely' }));
});

describe('where both say the same, or a pause tells them apart, it is meant', () => {
  test.each([
    ['no discount', DISCOUNT, 'no'],
    ['no, full price', DISCOUNT, 'no'],
    ['no it was the full price', DISCOUNT, 'no'],
    ['yes sale price', DISCOUNT, 'yes'],
    ['no scratches', DAMAGE, 'no'],
    ['no problems with it', WORKS, 'yes'],
    ['no since it is dead', WORKS, 'no'],
  ])('%s', (text, question, says) => {
    const reply = readReply(text, question);
    expect([reply?.says, reply?.certainty]).toEqual([says, undefined]);
  });
});
