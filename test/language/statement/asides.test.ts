import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../../src/dialogs/reading/vocabulary.ts';
import { readStatement } from '../../../src/language/statement/statement.ts';
import { fixturePolicy } from '../../fixtures/policies.ts';

const lexicon = lexiconOf(fixturePolicy('tool-shop').file);

function read(text: string) {
  return readStatement(lexicon, text, { today: '2026-11-21' });
}

function reasonIn(text: string): unknown {
  return read(text).facts.find(({ fact }) => fact === 'reason')?.value;
}

function cut(text: string): string[] {
  return read(text).asides.map(({ start, end }) => text.slice(start, end));
}

describe('another thing is not the item', () => {
  test.each([
    'my previous scanner died after a month',
    'a friend of mine has one and it broke',
    'my brother bought the same tester, his is dead',
    'the one my neighbour got was broken',
    'somebody else\u2019s broke, that worries me',
    'the mechanic\u2019s tester is broken',
    'my cousin rescinded the contract',
    'my neighbour changed her mind about hers',
    'I got this to replace a broken one',
  ])('%s', (text) => {
    expect(reasonIn(text)).toBeUndefined();
  });

  test.each([
    'my old one was fine but this one is broken',
    'my husband dropped in to say that it is broken',
    'the other day it just stopped working',
    'the driver\u2019s at the door and says it is broken',
    'I want to replace my broken scanner',
  ])('and this one is: %s', (text) => {
    expect(reasonIn(text)).toBe('not-working');
  });
});

describe('what others say of such things is no fact', () => {
  test.each([
    'the reviews all say it stops working within a week',
    'people on a forum wrote that it is broken by design',
    'the seller claimed it never breaks, is that so',
    'according to the reviews it is dead after a year',
  ])('%s', (text) => {
    expect(read(text).facts).toEqual([]);
  });

  test('what somebody who may know says of this one is likely', () => {
    expect(read('the mechanic told me that it is broken').facts).toMatchObject([{ confidence: 'low' }]);
    expect(read('I was told the tester is dead').facts).toContainEqual(expect.objectContaining({ confidence: 'low' }));
  });

  test('it ends where the customer goes on', () => {
    expect(reasonIn('the reviews say it is great and it died after a week')).toBe('not-working');
    expect(reasonIn('your website promised quality but it broke')).toBe('not-working');
  });
});

test.each([
  'the tracking shows delivered but there is nothing here',
  'it says delivered, it is not',
  'marked as delivered three days ago',
])('a status is no delivery: %s', (text) => {
  expect(read(text).facts).toEqual([]);
});

describe('what was once thought is no fact', () => {
  test.each([
    'I thought it was broken but it was only the fuse',
    'at first we believed the scanner was dead',
    'I was afraid that it had stopped working, it had not',
  ])('%s', (text) => {
    expect(reasonIn(text)).toBeUndefined();
  });

  test.each([
    'I thought it was a good scanner but it is broken',
    'I thought about it, it is broken',
    'I\u2019m afraid it is broken',
    'I expected more and it broke',
  ])('what was found is: %s', (text) => {
    expect(reasonIn(text)).toBe('not-working');
  });
});

describe('what is not wished for tells nothing', () => {
  test.each([
    ['do not cancel my order! When does it ship?', ['do not cancel my order']],
    ['please don\u2019t send a replacement', ['don\u2019t send a replacement']],
    ['I really do not want to return it, is there a repair', ['not want to return it']],
    ['no need to refund me', ['no need to refund']],
    ['I am not sending it back', ['am not sending it back']],
  ])('%s', (text, asides) => {
    expect(cut(text)).toEqual(asides);
    expect(read(text).facts).toEqual([]);
  });

  test.each([
    'I do not need it, please cancel my order',
    'you do not refund me, why',
    'I no longer want it, cancel it',
  ])('what is wished for does: %s', (text) => {
    expect(cut(text)).toEqual([]);
  });

  test('nor does it hide what is wrong', () => {
    expect(reasonIn('I don\u2019t want a refund for my broken scanner, just repair it')).toBe('not-working');
  });
});

describe('a condition is no fact', () => {
  test.each([
    'in case it is broken, where do I send it',
    'make sure that the scanner is not damaged in transit',
    'I hope that the seal is not broken',
    'what happens when the device is dead',
    'as long as it is not opened',
  ])('%s', (text) => {
    const { facts, mentioned, denied } = read(text);
    const reasons = facts.filter(({ fact, confidence }) => fact === 'reason' && confidence === 'high');
    expect([reasons, mentioned, denied]).toEqual([[], [], []]);
  });
});

describe('of several items told apart, none is assumed to be meant', () => {
  test.each([
    'I bought 2 scanners. One is broken, the other one is fine, I want to return the fine one.',
    'one of them works and the other does not work',
    'the first one arrived fine, the second is dead',
    'Got two. One works. One doesn\u2019t work.',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ isAboutSeveral: true });
    expect(reasonIn(text)).toBeUndefined();
  });

  test('nor of several that are only counted', () => {
    expect(read('I want to return two items')).toMatchObject({ isAboutSeveral: true });
  });

  test.each([
    '3 shirts and a pair of boxers',
    'I want to return 3 shirts and a pair of boxers that do not fit',
    'I bought two blue jackets and one tent, they are too small',
    'can I send back a lamp and two rain jackets?',
  ])('nor of things of two kinds: %s', (text) => {
    expect(read(text)).toMatchObject({ isAboutSeveral: true });
  });

  test.each([
    'I bought 2 shirts, they are too small',
    'it came with two scratches and a dent',
    'I bought it 2 weeks and a day ago',
    'bought two cables and one is broken',
    'I returned my jacket and a friend told me to write here',
    'I ordered two testers and the courier lost a parcel',
    'ordered a scanner and a cable is missing',
    'I bought two cables, both don\u2019t work',
    'the wrong one is here',
    'one day it just stopped working',
    'this one is broken, my last one was fine',
  ])('one story is one: %s', (text) => {
    expect(read(text)).toMatchObject({ isAboutSeveral: false });
  });
});

describe('how people feel is not how the item is', () => {
  test.each([
    'I am broke',
    'we are completely burnt out',
    'his spirit is broken',
    'it nearly broke my back',
    'this leads to a dead end',
    'I am dead serious',
    'people would kill for a refund here',
  ])('%s', (text) => expect(reasonIn(text)).toBeUndefined());

  test.each(['I am broken-hearted: it is dead', 'it is burnt out', 'the back is broken', 'it is broken'])(
    'but: %s',
    (text) => expect(reasonIn(text)).toBe('not-working'),
  );
});

describe('what was asked not to be done was not done by that', () => {
  test.each([
    'I asked you not to activate it',
    'we told support not to activate the licence',
    'I requested not to have it activated',
  ])('%s', (text) => expect(read(text).facts.find(({ fact }) => fact === 'activation')).toBeUndefined());

  test('that it was not does', () =>
    expect(read('it has not been activated').facts).toContainEqual(
      expect.objectContaining({ fact: 'activation', value: 'not-activated' }),
    ));
});

test.each(['the support agent claimed that I broke the seal', 'your technician alleges the case was opened'])(
  'what somebody only claims is no fact: %s',
  (text) => expect(read(text)).toMatchObject({ facts: [], mentioned: [] }),
);

describe('what is of a purchase after this one tells nothing of it', () => {
  test.each([
    'I have a coupon for my next order',
    'I ordered a new one on 18 November',
    'another one was bought meanwhile',
  ])('%s', (text) => expect(read(text).asides.map(({ start, end }) => text.slice(start, end))).toEqual([text]));
});
