import { describe, expect, test } from 'vitest';
import { isWhole, type Reply, readReply } from '../../../src/language/yes-no/reply.ts';

const DISCOUNT = 'Did you buy it at a discount or on promotion?';
const WORKS = 'Does the device itself still work fully?';
const DAMAGE = 'Can you see damage on the device itself, not only on the packaging?';
const CHECKED = 'Did you check it for damage and missing parts right when you received it?';
const OUTLET = 'Does it come from the outlet?';
const RIGHT = 'I understood: it is broken, bought on 3 May. Is that right?';
const PERSON = 'Would you like a person to take over?';

/** What is said, a question mark behind what is only likely. */
function outcome(said: string, question: string): string {
  const reply = readReply(said, question);
  return reply === undefined ? 'nothing' : `${reply.says}${reply.certainty === 'likely' ? '?' : ''}`;
}

// biome-ignore format: replies read better in rows.
describe.each([
  [DISCOUNT, 'yes', ['Yes!', 'yes it was on sale', 'yup, on promotion', 'yes, in the sale', 'yes, 20% off', 'it was reduced',
    'clearance', 'I used a voucher', 'got it 15% cheaper', 'half price', 'yes we did', 'it was a bargain', 'yes please']],
  [DISCOUNT, 'no', ['nope, full price', 'no, normal price', 'I paid the regular price', 'no discount at all', 'not on sale',
    'it wasn’t discounted', 'no we did not', 'at the usual price', 'no thanks', 'unfortunately not']],
  [WORKS, 'yes', ['it works', 'yes it still works fully', 'works like new', 'all good', 'yep all good', 'yes, perfect',
    'no complaints', 'no problems so far', 'nothing wrong with it', 'yes, thank you', 'sure does', 'still works']],
  [WORKS, 'no', ['no, dead', "it's dead", 'nope, broken', 'no since it is dead', "no, it won't charge", 'not any more',
    'no longer', 'far from it', 'hardly', 'it broke', 'sadly no', 'completely destroyed', 'no no no', 'not really']],
  [DAMAGE, 'yes', ['yes the screen is cracked', 'yes, a big dent on the side', 'a small scratch on the back', 'only a scratch', 'I can see damage',
    'absolutely destroyed', 'in a thousand pieces', 'everything is broken', 'yes, damaged', 'the device is smashed']],
  [DAMAGE, 'no', ['no, brand new', 'no damage on the device', 'no, only the packaging', 'no just the box', 'looks like new',
    'nothing I can see', 'no, undamaged', 'the device is undamaged', 'not a scratch', "can't see any", 'no visible damage']],
  [CHECKED, 'yes', ['yes I checked it right when I received it', 'I checked it straight away', 'yes, at the door', 'we looked at it',
    'of course I did', 'yes immediately', 'I looked it over carefully']],
  [CHECKED, 'no', ['I haven’t checked', 'nobody checked', 'we did not', 'I didn’t look', 'no one looked at it', 'not really']],
  [OUTLET, 'yes', ['yes outlet', 'yes, from the outlet', 'it does', 'I bought it in the outlet']],
  [OUTLET, 'no', ['not from the outlet', 'it doesn’t', 'no']],
  [RIGHT, 'yes', ['yes', 'yes thanks', 'yep, thank you very much', 'yes that is correct', 'spot on', 'all good, yes', 'ok', 'yes exactly',
    "that's all correct, thanks", 'yes, all of it', 'right, go on', 'yes of course it is', 'sure thing', '👍', 'yes 😀']],
  [RIGHT, 'no', ['no', 'no that is wrong', "that's wrong", 'not correct', 'absolutely not', 'false', 'not quite', 'you misunderstood me']],
  [PERSON, 'yes', ['yes please', 'go on then', 'that would be great', "I'd like that", 'please', 'yes I want a person']],
  [PERSON, 'no', ['no thank you', "I don't want a person", 'rather not', 'not now', 'no need']],
] as const)('%s %s, at once', (question, says, replies) => {
  test.each(replies)('%s', (said) => {
    const reply = readReply(said, question, { isStrict: true });
    expect(reply).toMatchObject({ says, rest: '', meetsPoint: true });
    expect(reply).not.toHaveProperty('certainty');
  });
});

describe('a yes or no with more behind it says so', () => {
  test.each([
    ['yes, full price', RIGHT, 'yes', 'full price'],
    ['yes, the 25th', RIGHT, 'yes', '25th'],
    ['yes it was 12 June 😀', RIGHT, 'yes', '12 June'],
    ['yes but only the box', RIGHT, 'yes', 'but only box'],
    ['yes and the seal is torn', RIGHT, 'yes', 'seal torn'],
    ['no, I ordered it in April', RIGHT, 'no', 'April'],
    ['no, it was a present', DISCOUNT, 'no', 'present'],
    ['yes but the receipt is lost', DISCOUNT, 'yes', 'but receipt lost'],
    ['yes and I want my money back', WORKS, 'yes', 'money back'],
    ['yes, two weeks later', CHECKED, 'yes', 'two weeks later'],
    ['the old one works', WORKS, 'yes', 'old'],
    ['it works and the screen is cracked', WORKS, 'yes', 'screen cracked'],
    ['no this is ridiculous', DAMAGE, 'no', 'ridiculous'],
    ['no, the box is torn', DAMAGE, 'no', 'box torn'],
    ['the device is ok but the box is torn', DAMAGE, 'no', 'but box torn'],
    ['yes on 0123 456', PERSON, 'yes', '0123 456'],
  ] as const)('%s', (said, question, says, rest) => {
    expect(readReply(said, question)).toMatchObject({ says, rest });
    expect(readReply(said, question, { isStrict: true })).toBeUndefined();
  });
});

describe('what is said decides against the yes or no before it, and is shown back', () => {
  test.each([
    ['no it was 30% cheaper', DISCOUNT, 'yes?'],
    ['no I paid less', DISCOUNT, 'yes?'],
    ['yes, full price', DISCOUNT, 'no?'],
    ["no it's not damaged it's totally destroyed", DAMAGE, 'yes?'],
    ['no it is completely smashed', DAMAGE, 'yes?'],
    ['yes undamaged', DAMAGE, 'no?'],
    ['no everything is fine', WORKS, 'yes?'],
    ['just the box', DAMAGE, 'no?'],
    ['no - on sale', DISCOUNT, 'yes?'],
    ['probably yes', RIGHT, 'yes?'],
    ['yes?', RIGHT, 'yes?'],
    ['no I have not used it', 'Is it still unused?', 'yes?'],
    ['wait, yes', RIGHT, 'yes?'],
    ["it does, doesn't it", WORKS, 'yes?'],
  ])('%s', (said, question, says) => expect(outcome(said, question)).toBe(says));
});

describe('who did it, or when, answers what the customer was asked to have done, and is shown back', () => {
  test.each([
    ['my wife did', 'yes?'],
    ['my son and the courier did', 'yes?'],
    ['no, my husband did', 'yes?'],
    ['nobody did', 'no?'],
    ['my neighbour didn’t', 'no?'],
    ['I did', 'yes'],
    ['the seal did', 'nothing'],
    ['on the spot', 'yes?'],
    ['right when I got it', 'yes?'],
    ['not right away', 'no?'],
    ['the next morning', 'nothing'],
  ])('%s', (said, says) => expect(outcome(said, CHECKED)).toBe(says));

  test('a look by two is one', () => {
    expect(readReply('the courier and I looked at it together', CHECKED)).toMatchObject({
      says: 'yes',
      rest: 'courier',
    });
  });
});

describe('beside the point', () => {
  test.each([
    ['yes I bought it', DISCOUNT],
    ['yes I received it', CHECKED],
    ['yes the box is crushed', DAMAGE],
    ['yes, the packaging is dented', DAMAGE],
    ['yes it rattles', DAMAGE],
    ['yes I bought it in May', RIGHT],
  ])('%s: a yes that misses it', (said, question) => {
    expect(readReply(said, question)).toMatchObject({ says: 'yes', meetsPoint: false });
    expect(readReply(said, question, { isStrict: true })).toBeUndefined();
  });

  test.each([
    ['I bought it', DISCOUNT],
    ['my order number is AB-1234', DISCOUNT],
    ['my brother ordered it', DISCOUNT],
    ['the packaging is dented', DAMAGE],
    ["I don't like it", WORKS],
    ['I received it yesterday', CHECKED],
    ['only a week later', CHECKED],
    ['I only looked at the box', CHECKED],
  ])('%s: no answer', (said, question) => expect(outcome(said, question)).toBe('nothing'));
});

describe('which way it points is open', () => {
  test.each([
    ['no, yes', WORKS],
    ['no wait, yes', RIGHT],
    ['no but yes', RIGHT],
    ['no I think so', DISCOUNT],
    ['yeah right', WORKS],
    ['as if it ever worked', WORKS],
    ["not that I don't use it", WORKS],
    ["it's not like it doesn't work", WORKS],
    ['it used to', WORKS],
  ])('%s', (said, question) => expect(outcome(said, question)).toBe('nothing'));
});

test('the characters that a reading rests on are those of the message as it was written', () => {
  const said = '  Yes,  it was ON\u00a0SALE, in March ';
  const spans = readReply(said, DISCOUNT)?.spans.map(({ start, end }) => said.slice(start, end));
  expect(spans).toEqual(['Yes,  it was ON\u00a0SALE, in']);
  expect(readReply('👍 4 June 😀', RIGHT)?.rest).toBe('4 June');
});

test('a reply is whole that leaves nothing over, meets the point and is meant', () => {
  const reply = { says: 'yes', spans: [], rest: '', meetsPoint: true } satisfies Reply;
  expect(isWhole(reply)).toBe(true);
  expect(isWhole({ ...reply, rest: 'May' })).toBe(false);
  expect(isWhole({ ...reply, meetsPoint: false })).toBe(false);
  expect(isWhole({ ...reply, certainty: 'likely' })).toBe(false);
});

test.each(['It is what it is', "it's what it is, I'll get another one"])(
  'resignation agrees to nothing: "%s"',
  (text) => {
    expect(readReply(text, 'Would you like a person to look at it?')?.says).not.toBe('yes');
    expect(readReply(text, 'Was the price reduced?')?.says).not.toBe('yes');
  },
);
