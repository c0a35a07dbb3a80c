import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/language/yes-no/reply.ts';

const WORKS = 'Does the device itself still work fully?';
const DAMAGED = 'Is the device itself damaged?';
const DISCOUNT = 'Did you buy it at a discount or on promotion?';
const CHECKED = 'Did you check it for damage and missing parts right when you received it?';
const RIGHT = 'I understood: it is broken, bought on 3 May. Is that right?';
const OFFER = 'Shall a person look at it?';

const says = (text: string, question: string) => {
  const reply = readReply(text, question);
  return reply && `${reply.says}${reply.certainty === undefined ? '' : '?'}`;
};

describe('of a yes and a no, the last counts where it takes the other back, and of a fact it is shown back', () => {
  test.each([
    ['yes. well, no. one of the buttons is dead', WORKS, 'no?'],
    ['yeah, actually no, it freezes', WORKS, 'no?'],
    ['no I believe, sorry, the slip says minus ten percent, so yes', DISCOUNT, 'yes?'],
    ['first I thought the lid was cracked but it is only the foil, the lid is fine', DAMAGED, 'no?'],
    ['no wait. yes. yes it does', RIGHT, 'yes'],
    ['no, I mean yes, please', OFFER, 'yes'],
  ])('%s', (text, question, reading) => expect(says(text, question)).toBe(reading));

  test('"yes and no" to a summary stays undecided', () => expect(says('yes and no', RIGHT)).toBe('undecided'));
});

describe('a yes on a condition, or with a remark on its wording, is one', () => {
  test.each([
    ['if it costs me nothing then by all means', OFFER],
    ['if that is how it works, then yes, sadly', RIGHT],
    ["not how I'd have put it, but yes", RIGHT],
  ])('%s', (text, question) => expect(says(text, question)).toBe('yes'));
});

describe('agreement in a question or a denial', () => {
  test.each([
    "couldn't have said it better",
    'close enough',
    "I'd hardly have said so otherwise",
    "didn't I just tell you that?",
    'haven’t I already said so?',
  ])('%s', (text) => expect(readReply(text, RIGHT)?.says).toBe('yes'));

  test.each(["I don't see how that would hurt", "can't see why not", "I'd rather someone looked at it"])('%s', (text) =>
    expect(says(text, OFFER)).toBe('yes'),
  );
});

describe('an aside on another thing is no reserve', () => {
  test.each([
    ['surprisingly yes. the parcel looked awful but it runs perfectly', 'yes?'],
    ['to my surprise, yes! the carton was a wreck but the thing does all it should', 'yes?'],
    ['yes. the parcel was soaked but the tester is dead', 'no?'],
  ])('%s', (text, reading) => expect(says(text, WORKS)).toBe(reading));
});

describe('half of it, and mockery, is no full working', () => {
  test.each([
    'only partly',
    'yes and no. it prints, it will not scan',
    'all except the wifi',
    'sure, as a doorstop',
    'not a beep out of it',
  ])('%s', (text) => expect(says(text, WORKS)).toBe('no?'));

  test('all but the looks is a yes', () => expect(says('everything except the scratched case', WORKS)).toBe('yes?'));
});

describe('what is denied only as a word', () => {
  test.each([
    ['I would not say undamaged, the display has a crack', DAMAGED, 'yes?'],
    ['not a discount exactly, it was a summer promotion', DISCOUNT, 'yes?'],
  ])('%s', (text, question, reading) => expect(says(text, question)).toBe(reading));
});

test('a belief that was overtaken says nothing: I thought it was dead but it was just the fuse', () =>
  expect(says('I thought it was dead but it was just the fuse', WORKS)).toBeUndefined());

test('"I never looked, no" answers whether somebody looked', () =>
  expect(readReply('I never looked, no', CHECKED)?.says).toBe('no'));
