import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/language/yes-no/reply.ts';

const CHECKED = 'Did you check it for damage and missing parts right when you received it?';
const WORKS = 'Does the device itself still work fully?';
const DISCOUNT = 'Did you buy it at a discount or on promotion?';
const RIGHT = 'I understood: it is broken, bought on 3 May. Is that right?';

const says = (text: string, question: string) => {
  const reply = readReply(text, question);
  return reply && `${reply.says}${reply.certainty === undefined ? '' : '?'}`;
};

describe('a look that came later is none at hand-over, which is shown back', () => {
  test.each([
    'did not unpack it till the weekend',
    'we never looked inside until Tuesday',
    'put behind the fence, nobody at home',
    'not then, only after work',
  ])('%s', (text) => expect(says(text, CHECKED)).toBe('no?'));
});

describe('what a denial of a denial leads up to answers', () => {
  test.each([
    ["it's not as if I hadn't checked, I looked at everything with the driver", CHECKED, 'yes?'],
    ["can't say that it doesn't work, it does everything it should", WORKS, 'yes?'],
  ])('%s', (text, question, reading) => expect(says(text, question)).toBe(reading));

  test("by itself it is no answer: it's not as if it didn't work", () =>
    expect(says("it's not as if it didn't work", WORKS)).toBeUndefined());
});

describe('a yes or no of another thing is no answer', () => {
  test.each([
    ['my old one is fine, yes', WORKS],
    ['no I will not pay the postage', DISCOUNT],
    ['no, I did not ask for a refund', DISCOUNT],
    ['I asked for a discount but they refused', DISCOUNT],
  ])('%s', (text, question) => expect(says(text, question)).toBeUndefined());
});

describe('a remark on all that was shown weighs more than the word before it', () => {
  test.each(['yes it is wrong', 'absolutely incorrect, please look again', 'no, that is not accurate'])('%s', (text) =>
    expect(says(text, RIGHT)).toBe('no'),
  );
  test.each(['that is half right', "it's mostly right"])('"%s" is half of a yes', (text) =>
    expect(says(text, RIGHT)).toBe('undecided'),
  );
  test.each(['I can only agree', 'we can confirm that', "that's quite correct, many thanks", 'correct, madam'])(
    '"%s" agrees',
    (text) => expect(says(text, RIGHT)).toBe('yes'),
  );
});

test('how a thing is says nothing of who looked at it', () =>
  expect(readReply('yes, it is broken', CHECKED)?.meetsPoint).toBe(false));

describe('what is not wished for says nothing of what was asked', () => {
  test.each([
    ["yes, but I don't want it any more", WORKS, 'yes?'],
    ['it works but I don\u2019t like it', WORKS, 'yes?'],
    ["no and I don't need another one", WORKS, 'no?'],
  ])('%s', (text, question, reading) => expect(says(text, question)).toBe(reading));
});

test('dents in the cardboard are none of the device', () =>
  expect(
    says('only dents in the cardboard', 'Can you see damage on the device itself, not only on the packaging?'),
  ).toBe('no?'));
